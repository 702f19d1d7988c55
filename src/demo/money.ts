import type { Household } from './households.js';
import type { OpenCommune } from './opening.js';
import type { Stage } from './stage.js';

export interface CircusCounts {
  /** Families that paid on PayFiP's page. */
  paid: number;
  paidCents: number;
  /** Places that came back because nobody paid them in time. */
  expired: number;
  /** Credited to a family for a day that it gave up in time. */
  creditedCents: number;
  /** Of the last booking, what the credit paid. */
  byCreditCents: number;
}

/** What the year of money leaves to tell. */
export interface Money {
  readonly circus: CircusCounts;
  /** Families whose invoices are debited: they bring nothing to the counter. */
  readonly debited: Set<number>;
  creditUsedCents: number;
  /** Credits given back by transfer. */
  refundedCents: number;
  /** Paid at the Trésorerie, and debts that it sent back. */
  collectedCents: number;
  rejected: number;
  /** The files that came from the Trésorerie; null when there was nothing to hand over. */
  acquit: string | null;
  retour: string | null;
}

export interface MoneyCast {
  readonly stage: Stage;
  readonly commune: OpenCommune;
  readonly households: readonly Household[];
}

export function noMoneyYet(): Money {
  return {
    circus: { paid: 0, paidCents: 0, expired: 0, creditedCents: 0, byCreditCents: 0 },
    debited: new Set(),
    creditUsedCents: 0,
    refundedCents: 0,
    collectedCents: 0,
    rejected: 0,
    acquit: null,
    retour: null,
  };
}
