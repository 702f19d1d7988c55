import type { Cents } from '../../../kernel/money.js';
import type { Counter } from '../counter.js';

/**
 * The language of tariffs, as it is stored. In a request the same words are read by `parseTariff`; the only difference
 * is that people write quotients as 642.5 and here they are whole hundredths (64250).
 */
export type Tariff = TariffForm & TariffOptions;

/** What an amount is looked up in. One file per form under `forms/`. */
export type TariffForm = PriceForm | Forfait | TimeSlices;

/** The forms that give one amount; a forfait and slices of time hold one of them. */
export type PriceForm = Flat | Brackets | EffortRate | ByAudience;

/** One price for all. */
export interface Flat {
  readonly type: 'FLAT';
  readonly unitCents: Cents;
}

/** A QF grid: rows in rising order that cover every quotient once. */
export interface Brackets {
  readonly type: 'BRACKETS';
  readonly rows: readonly TariffRow[];
}

/** One row of a QF grid. Bounds are quotients in hundredths, half-open: [quotientMin, quotientMax). */
export interface TariffRow extends RowPrices {
  readonly label: string;
  readonly quotientMin: number;
  /** null: no upper end. */
  readonly quotientMax: number | null;
}

/** What a row says; prices that it does not give are derived by the options of the tariff. */
export interface RowPrices {
  readonly unitCents: Cents;
  readonly unplannedCents?: Cents;
  readonly unjustifiedAbsenceCents?: Cents;
  /** For the child whose meal the family brings. */
  readonly paiCents?: Cents;
}

/** A percentage of the quotient, between a floor and a ceiling. */
export interface EffortRate {
  readonly type: 'EFFORT_RATE';
  /** « 0.55 », up to four decimals: a quotient of 642,50 gives 3,53 €. */
  readonly ratePct: string;
  readonly minCents: Cents;
  readonly maxCents: Cents;
  /** Quotients below or above count as these. In hundredths. */
  readonly quotientMin?: number;
  readonly quotientMax?: number;
}

/** A grid for each audience; the first that matches. Together they match everybody. */
export interface ByAudience {
  readonly type: 'BY_AUDIENCE';
  readonly grids: readonly { readonly when: Audience; readonly tariff: Tariff }[];
}

/** Due once for a period, whatever is used of it: the first use carries it. */
export interface Forfait {
  readonly type: 'FORFAIT';
  readonly per: ForfaitPeriod;
  /** The whole forfait by the number of days a week (« 1 », « 2 »…), or an inner grid that gives it. */
  readonly byDaysPerWeek?: Readonly<Record<string, Cents>>;
  readonly tariff?: PriceForm & Pick<TariffOptions, 'missingQuotient'>;
}

/** SCHOOL_PERIOD: the class time between two school holidays, or one of these holidays. */
export const FORFAIT_PERIODS = ['WEEK', 'MONTH', 'SCHOOL_PERIOD', 'SCHOOL_YEAR'] as const;
export type ForfaitPeriod = (typeof FORFAIT_PERIODS)[number];

/** By the time that the child stays: every slice that is begun counts. */
export interface TimeSlices {
  readonly type: 'TIME_SLICES';
  readonly sliceMinutes?: number;
  /** The price of one slice. */
  readonly tariff?: PriceForm & Pick<TariffOptions, 'missingQuotient'>;
  /** Or the price of the whole stay by its length; the last line holds for all longer ones. */
  readonly table?: readonly { readonly uptoMinutes: number; readonly cents: Cents }[];
  /** Slices start at this hour, whenever the child arrives (`HH:MM`). */
  readonly from?: string;
  /** Time counts up to this hour; slices end there when no `from` is given (`HH:MM`). */
  readonly until?: string;
}

/** What any tariff may add to its form. Those of an inner tariff replace the same ones of the outer. */
export interface TariffOptions {
  /** How the prices that a row does not give are derived from the price to pay. */
  readonly prices?: {
    readonly unplanned?: CountedMarkup;
    readonly unjustifiedAbsence?: CountedMarkup;
  };
  /** What the service costs the commune, for markups that charge it. */
  readonly costPriceCents?: Cents;
  readonly nonResident?: Markup;
  readonly pai?: Markup;
  readonly reductions?: readonly Reduction[];
  readonly supplements?: readonly Supplement[];
  readonly missingQuotient?: MissingQuotient;
  readonly latePickup?: LatePickup;
  readonly split?: Split;
}

/** How a price becomes another: exactly one of these. Decimals are texts (« 20 », « 1.5 »). */
export type Markup =
  | { readonly abs: Cents }
  | { readonly pct: string }
  | { readonly multiplier: string }
  | { readonly fixedPrice: Cents }
  | { readonly costPrice: true };

/** A markup that holds only from or up to the k-th event of its kind; the others pay the unit price. */
export type CountedMarkup = Markup & { readonly counter?: Counter };

/** For brothers and sisters, by the child's rank in the household. */
export interface Reduction {
  readonly type: 'SIBLINGS';
  /** ELDEST_FIRST: among all the children of the household; BY_ENROLMENTS: among those enrolled in the prestation. */
  readonly order: 'ELDEST_FIRST' | 'BY_ENROLMENTS';
  /** By rising `from`; the last one reached holds. */
  readonly ranks: readonly SiblingRank[];
}

export type SiblingRank = { readonly from: number } & SiblingPrice;
export type SiblingPrice = { readonly pct: string } | { readonly cents: Cents } | { readonly fixedPriceCents: Cents };

/** Chosen beside the service: a snack, a membership. */
export interface Supplement {
  readonly label: string;
  readonly cents: Cents;
}

/** The row of a family whose quotient is unknown or no longer valid: its label, or HIGHEST, the dearest. */
export interface MissingQuotient {
  readonly row: string;
  /** Last date of service (YYYY-MM-DD) of that favour; from the next day, HIGHEST. */
  readonly until?: string;
}

/** Beyond the closing hour, each begun slice costs this much. */
export interface LatePickup {
  readonly after: string;
  readonly sliceMinutes: number;
  readonly cents: Cents;
}

/** The part of a total that is the meal; the rest is care, which the tax certificate tells. */
export type Split = { readonly mealCents: Cents } | { readonly mealPct: string };

export const SCHOOL_LEVELS = ['MATERNELLE', 'ELEMENTAIRE', 'COLLEGE', 'LYCEE'] as const;
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

/** Whom a grid is for; what is absent holds for everybody, bounds are included. */
export interface Audience {
  readonly resident?: boolean;
  readonly schoolLevels?: readonly SchoolLevel[];
  readonly ageMin?: number;
  readonly ageMax?: number;
  readonly childrenMin?: number;
  readonly childrenMax?: number;
  readonly daysPerWeekMin?: number;
  readonly daysPerWeekMax?: number;
}
