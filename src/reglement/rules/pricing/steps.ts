import type { Cents } from '../../../kernel/money.js';
import type { Counter } from '../counter.js';
import type { AudienceFacts } from './audience.js';
import type { ChargeEvent } from './prices.js';
import type { Audience, ForfaitPeriod, Markup, RowPrices, SiblingPrice, Split } from './tariff.js';

/**
 * One step of the way to a price. Plain data: it is stored as JSON with the charge, read to a parent by
 * `explanationInFrench` and computed again for an auditor by `recheck`. Quotients are hundredths, dates YYYY-MM-DD,
 * hours HH:MM.
 */
export type ExplanationStep =
  /** The dated versions that were applied, by their ids. */
  | { readonly step: 'VERSIONS'; readonly tariffId: number | null; readonly policyId: number | null }
  /** The grid of an audience, and what is known of the child that belongs to it. */
  | { readonly step: 'AUDIENCE'; readonly when: Audience; readonly is: AudienceFacts }
  /** The family's quotient; null when the mairie does not know it, or knows one that ended on `expiredOn`. */
  | { readonly step: 'QUOTIENT'; readonly quotient: number | null; readonly expiredOn?: string }
  /** The row of a grid, with its half-open bounds. Older charges hold all three prices here. */
  | {
      readonly step: 'ROW';
      readonly label: string;
      readonly quotientMin: number;
      readonly quotientMax: number | null;
      readonly prices: RowPrices;
    }
  | { readonly step: 'FLAT'; readonly cents: Cents }
  | {
      readonly step: 'EFFORT_RATE';
      readonly ratePct: string;
      readonly minCents: Cents;
      readonly maxCents: Cents;
      readonly quotientMin?: number;
      readonly quotientMax?: number;
    }
  /** A forfait by days a week; null when the number of days is not known, which costs the most. */
  | { readonly step: 'DAYS_PER_WEEK'; readonly days: number | null; readonly cents: Cents }
  | SlicesStep
  | StayStep
  /** The family brings the meal: the row's own price for it, or a change of the price. */
  | { readonly step: 'PAI'; readonly markup: Markup; readonly costPriceCents?: Cents }
  | { readonly step: 'NON_RESIDENT'; readonly markup: Markup; readonly costPriceCents?: Cents }
  | { readonly step: 'SIBLINGS'; readonly rank: number; readonly price: SiblingPrice }
  /** `rank` is that of this use in the period: the first one carries the forfait; 0 is a use charged apart. */
  | {
      readonly step: 'FORFAIT';
      readonly per: ForfaitPeriod;
      readonly from: string | null;
      readonly to: string | null;
      readonly rank: number;
    }
  /** The price of an event is derived; with a counter, `count` is the rank of this event. */
  | {
      readonly step: 'EVENT';
      readonly event: ChargeEvent;
      readonly markup: Markup;
      readonly costPriceCents?: Cents;
      readonly counter?: Counter;
      readonly count?: number;
    }
  | {
      readonly step: 'LATE_PICKUP';
      readonly after: string;
      readonly departure: string;
      readonly sliceMinutes: number;
      readonly slices: number;
      readonly cents: Cents;
    }
  | { readonly step: 'SUPPLEMENT'; readonly label: string; readonly cents: Cents }
  /** What the booking policy adds to a booking made late. */
  | { readonly step: 'LATE_BOOKING'; readonly markup: Markup; readonly costPriceCents?: Cents }
  /** What precedes was promised when the reservation was validated, on this date. */
  | { readonly step: 'PROMISED'; readonly on: string }
  /** The end of older explanations. */
  | { readonly step: 'PRICE'; readonly event: ChargeEvent; readonly cents: Cents }
  | { readonly step: 'TOTAL'; readonly event: ChargeEvent; readonly cents: Cents }
  /** The total in two parts; `serviceCents` of it is the service itself, 0 for a day of absence. Absent: all of it. */
  | {
      readonly step: 'SPLIT';
      readonly rule: Split;
      readonly serviceCents?: Cents;
      readonly mealCents: Cents;
      readonly careCents: Cents;
    };

/** Begun slices between two hours; the price so far is that of one slice. */
export interface SlicesStep extends Stay {
  readonly step: 'SLICES';
  readonly sliceMinutes: number;
  readonly slices: number;
}

/** The price of a stay by its length; `uptoMinutes` null is the last line, for all longer stays. */
export interface StayStep extends Stay {
  readonly step: 'STAY';
  readonly uptoMinutes: number;
  readonly longest: boolean;
  readonly cents: Cents;
}

/** The time that counts. Null hours: the child did not come, the least is due. */
export interface Stay {
  readonly from: string | null;
  readonly to: string | null;
  /** Hours that nobody noted, replaced by those of the service. */
  readonly assumed?: readonly ('ARRIVAL' | 'DEPARTURE')[];
}

export type Explanation = readonly ExplanationStep[];

export type StepNamed<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;

export function stepOf<Name extends ExplanationStep['step']>(
  steps: Explanation,
  name: Name,
): StepNamed<Name> | undefined {
  for (const step of steps) if (step.step === name) return step as StepNamed<Name>;
  return undefined;
}
