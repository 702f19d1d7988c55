import type { Cents } from '../../kernel/money.js';

/** The photograph of a letter: what it says on the day it is printed. Dates are YYYY-MM-DD. */
export interface Letter {
  readonly on: string;
  readonly reminderId: number;
  readonly familyId: number;
  readonly recipient: readonly string[];
  readonly invoices: readonly {
    readonly number: string;
    readonly dueOn: string;
    readonly openCents: Cents;
  }[];
  readonly totalCents: Cents;
  /** Days after which the Trésorerie is asked to collect; null where that is no step of this collectivité. */
  readonly transferAfterDays: number | null;
  readonly helpContact: string | null;
}
