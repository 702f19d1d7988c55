import { Temporal } from '../../kernel/civil-time.js';

/** What PayFiP says of an operation: everything as it came, but the amount, in cents. */
export interface PaymentDetail {
  readonly numcli: string | null;
  readonly exer: string | null;
  readonly refdet: string | null;
  readonly montant: number | null;
  readonly saisie: string | null;
  /** One of RESULTS, or a code that nobody told us about; never empty. */
  readonly resultrans: string;
  /** Number of the authorisation; absent when it was refused. */
  readonly numauto: string | null;
  /** `DDMMYYYY` and `HHMM`, Paris. */
  readonly dattrans: string | null;
  readonly heurtrans: string | null;
}

/**
 * P paid by card, V by direct debit (accepted; the bank may still reject it), A given up, R refused (card), Z refused
 * (direct debit). Any other code is undecided and needs a person: never paid, never failed.
 */
export type Outcome = 'PAID' | 'GIVEN_UP' | 'REFUSED' | 'UNKNOWN';

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  P: 'PAID',
  V: 'PAID',
  A: 'GIVEN_UP',
  R: 'REFUSED',
  Z: 'REFUSED',
};

export function outcomeOf(resultrans: string): Outcome {
  return Object.hasOwn(OUTCOMES, resultrans) ? OUTCOMES[resultrans]! : 'UNKNOWN';
}

/** What was asked, to be found again in the answer. */
export interface AskedPayment {
  readonly numcli: string;
  readonly exer: number;
  readonly refdet: string;
  readonly montant: number;
  readonly saisie: string;
}

/** The fields of the answer that are not those of the request, by their names; empty when it answers that request. */
export function differences(asked: AskedPayment, detail: PaymentDetail): string[] {
  const same: Readonly<Record<keyof AskedPayment, boolean>> = {
    numcli: detail.numcli === asked.numcli,
    exer: detail.exer !== null && Number(detail.exer) === asked.exer,
    refdet: detail.refdet === asked.refdet,
    montant: detail.montant === asked.montant,
    saisie: detail.saisie === asked.saisie,
  };
  return Object.entries(same).flatMap(([field, holds]) => (holds ? [] : [field]));
}

/** The day of the payment, in Paris; null when it is not told or makes no sense. */
export function paidOn({ dattrans }: Pick<PaymentDetail, 'dattrans'>): Temporal.PlainDate | null {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(dattrans ?? '') ?? [];
  try {
    return year ? Temporal.PlainDate.from(`${year}-${month}-${day}`) : null;
  } catch {
    return null;
  }
}
