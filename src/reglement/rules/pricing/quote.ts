import type { Cents } from '../../../kernel/money.js';
import type { AudienceFacts } from './audience.js';
import type { Prices } from './prices.js';
import type { Explanation } from './steps.js';
import type { CountedMarkup, ForfaitPeriod, LatePickup, Split, Supplement, TimeSlices } from './tariff.js';

/** For whom a price is asked, and the dated versions applied, by the caller's ids. Absent is unknown, or usual. */
export interface PricingContext extends AudienceFacts {
  /** In hundredths (64250 is 642,50); null when unknown or no longer valid. */
  readonly quotient: number | null;
  /** Last day (YYYY-MM-DD) of the quotient that is no longer valid. */
  readonly quotientExpiredOn?: string | null;
  /** Day of service (YYYY-MM-DD); decides whether a favour for missing quotients still holds. */
  readonly on?: string;
  /** Among the children of the household, eldest first: 1 unless told. */
  readonly childRank?: number;
  /** Among those enrolled in the prestation; `childRank` unless told. */
  readonly enrolledRank?: number;
  /** The family brings the meal (PAI). */
  readonly pai?: boolean;
  readonly tariffId?: number;
  readonly policyId?: number;
}

/**
 * What is told to a parent who books, and promised when the reservation is validated: the three prices and the way to
 * them. Plain JSON, and all that is needed to price what happens: no later tariff or quotient changes it.
 */
export interface Quote extends Prices {
  /** The row or the form that the prices come from. */
  readonly rowLabel: string;
  /** The steps so far; what happens will add its own. */
  readonly basis: Explanation;
  /**
   * What remains to be known, and what it will do to the price; absent from the oldest promises, where it was nothing.
   * Quotes of one compiled tariff that hold the same object and the same row price alike, whatever happens, unless the
   * price is worked out from the quotient itself.
   */
  readonly rules?: QuoteRules;
}

export interface QuoteRules {
  /** The price depends on how long the child stays; the three prices are those of the shortest stay. */
  readonly stay?: Omit<TimeSlices, 'tariff'>;
  /** Changes that the household and the child bring, in their order. */
  readonly adjustments?: Explanation;
  /** The first use in each period carries the price, the others nothing: so is the unit price of one more day. */
  readonly forfait?: ForfaitPeriod;
  readonly unplanned?: CountedMarkup;
  readonly unjustifiedAbsence?: CountedMarkup;
  readonly costPriceCents?: Cents;
  readonly latePickup?: LatePickup;
  readonly supplements?: readonly Supplement[];
  readonly split?: Split;
}
