import type { Counter } from '../counter.js';
import type { Deadline } from '../deadlines/deadline.js';
import type { Audience } from '../pricing/tariff.js';

/**
 * The règlement of a prestation, as plain values kept as JSON: until when each thing may be asked, what happens to
 * what comes later, how absences are treated, and who is waived.
 */
export interface BookingPolicy {
  readonly add: OperationRule;
  readonly cancel: OperationRule;
  /** Changing a booking; absent: while it could be both given up and booked. */
  readonly modify?: OperationRule;
  /** Changing the menu of a day; absent: while it could be booked. */
  readonly diet?: OperationRule;
  /** When the kitchen's order leaves, and the last effects with it. Absent: when nothing can move any more. */
  readonly order?: Deadline;
  readonly absence?: AbsencePolicy;
  readonly waivers?: readonly Waiver[];
  /** Rules of their own for some children; nobody is of two publics that both rule an operation. */
  readonly publics?: readonly PublicRules[];
}

/** For the children of a public, what it gives rules instead of what holds for everybody. At least one is given. */
export interface PublicRules {
  readonly applies: Audience;
  readonly add?: OperationRule;
  readonly cancel?: OperationRule;
  readonly modify?: OperationRule;
  readonly diet?: OperationRule;
  /** Instead of the whole absence policy of everybody. */
  readonly absence?: AbsencePolicy;
}

export interface OperationRule {
  readonly deadline: Deadline;
  /** What happens to a late request: the first effect that still holds. Absent, and after them all: refused. */
  readonly afterDeadline?: readonly Effect[];
}

/** What a late request meets. */
export type Effect =
  | { readonly type: 'BLOCK'; readonly counter?: Counter }
  | SurchargeEffect
  | ({ readonly type: 'REQUEST_TO_AGENT' } & WhenItHolds)
  | ({ readonly type: 'PHONE_ONLY'; readonly number: string } & WhenItHolds)
  | ({ readonly type: 'BILL_FULL' } & WhenItHolds)
  | ({ readonly type: 'CREDIT' } & WhenItHolds);
export type EffectType = Effect['type'];

/** Accepted, for more money. */
export type SurchargeEffect = Surcharge & { readonly type: 'SURCHARGE' } & WhenItHolds;

/**
 * `until` is the end of an effect, in the language of deadlines; absent: the kitchen's order or, where there is none,
 * the moment the service begins. `counter`: which times it concerns; absent: all.
 */
export interface WhenItHolds {
  readonly until?: Deadline;
  readonly counter?: Counter;
}

/**
 * How much more. One of: `abs` cents on top, `pct` per cent on top, the price times `multiplier`, the price replaced
 * by `fixedPrice` cents, or by what the service costs the commune.
 */
export type Surcharge =
  | { readonly abs: number }
  | { readonly pct: number }
  | { readonly multiplier: number }
  | { readonly fixedPrice: number }
  | { readonly costPrice: true };

export const PROOF_KINDS = [
  'ILLNESS',
  'ACCIDENT',
  'HOSPITAL',
  'STRIKE',
  'SCHOOL_TRIP',
  'BEREAVEMENT',
  'OTHER',
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** What the mairie credits to everyone by itself, without a word from the parents. */
export const COLLECTIVE_REASONS = ['STRIKE', 'CLOSURE', 'SCHOOL_TRIP', 'ALERT'] as const;
export type CollectiveReason = (typeof COLLECTIVE_REASONS)[number];

/** What it takes for an absence not to be billed. */
export interface AbsencePolicy {
  /** Until when an absence is told, for each of its days. */
  readonly declareBefore?: Deadline;
  readonly proof?: {
    readonly kinds: readonly ProofKind[];
    /** Civil days in which the proof is in time, from the anchor. */
    readonly withinDays: number;
    /** 00:00 of the first day of absence, or 24:00 of it. */
    readonly anchor: 'FIRST_DAY_START' | 'FIRST_DAY_END';
    /** Days after which a proof is no longer looked at; between the two it is late. Absent: a late proof is none. */
    readonly hardLimitDays?: number;
  };
  /** The first days of service of an absence, billed all the same; another number when the proof is late. */
  readonly carenceDays?: { readonly n: number; readonly ifLate?: number };
  /** Shorter absences are billed. Counted in days of service that follow one another. */
  readonly minConsecutiveDays?: number;
  /**
   * From which day of a justified absence the mairie pays instead of the family; absent: from the first. A number is the
   * rank of a day of service; DECLARATION is the day on which the absence is told, PROOF the day on which its proof
   * comes. The days before stay billed, as days of carence are; where both say something, the later day holds.
   */
  readonly payFrom?: number | 'DECLARATION' | 'PROOF';
  readonly collective?: readonly CollectiveReason[];
}

export const WAIVER_PROOFS = ['EMPLOYER_LETTER', 'SCHEDULE', 'SWORN_STATEMENT', 'OTHER'] as const;
export type WaiverProof = (typeof WAIVER_PROOFS)[number];

/** Deadlines of its own for a family that the mairie recognises: shift workers, on the employer's letter. */
export interface Waiver {
  readonly kind: 'SHIFT_WORK';
  readonly label: string;
  readonly proof: WaiverProof;
  readonly add?: Deadline;
  readonly cancel?: Deadline;
  /** Absent: where the règlement gives none either, an exchange follows `add` and `cancel`, and a menu `add`. */
  readonly modify?: Deadline;
  readonly diet?: Deadline;
}
