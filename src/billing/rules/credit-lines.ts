import { euros } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { type Cents, sumCents } from '../../kernel/money.js';

/** A charge of an issued invoice, and what credit notes took back of it already. */
export interface Creditable {
  readonly chargeId: number;
  readonly cents: Cents;
  readonly creditedCents: Cents;
}

export interface CreditLine {
  readonly chargeId: number;
  readonly cents: Cents;
}

/** A line to take back: all that remains of it unless an amount is given. */
export interface AskedLine {
  readonly chargeId: number;
  readonly cents?: Cents;
}

export interface JudgedCredit {
  readonly lines: readonly CreditLine[];
  readonly totalCents: Cents;
  /** One for each refused line, named by its place. Nothing is credited unless there is none. */
  readonly errors: readonly FieldError[];
}

export function remaining({ cents, creditedCents }: Pick<Creditable, 'cents' | 'creditedCents'>): Cents {
  return cents - creditedCents;
}

/** What is taken back of an invoice: the lines asked for, or all that remains of all of them. */
export function creditLines(charges: readonly Creditable[], asked: readonly AskedLine[] | 'WHOLE'): JudgedCredit {
  if (asked === 'WHOLE') {
    const lines = charges.flatMap((charge) =>
      remaining(charge) > 0 ? [{ chargeId: charge.chargeId, cents: remaining(charge) }] : [],
    );
    return judged(lines, []);
  }
  const known = new Map(charges.map((charge) => [charge.chargeId, charge]));
  const errors: FieldError[] = [];
  const lines: CreditLine[] = [];
  for (const [index, { chargeId, cents }] of asked.entries()) {
    const charge = known.get(chargeId);
    const refuse = (field: string, message: string) => errors.push({ field: `lines[${index}].${field}`, message });
    if (!charge) refuse('chargeId', 'Cette ligne n’est pas de cette facture.');
    else if (lines.some((line) => line.chargeId === chargeId)) refuse('chargeId', 'Cette ligne est citée deux fois.');
    else if (remaining(charge) <= 0) refuse('chargeId', 'Il ne reste rien à créditer sur cette ligne.');
    else if (cents !== undefined && cents > remaining(charge))
      refuse('cents', `${euros(remaining(charge))} au plus : c’est ce qui reste de cette ligne.`);
    else lines.push({ chargeId, cents: cents ?? remaining(charge) });
  }
  return judged(lines, errors);
}

/** What is to be taken back, from the charges last made to the first: each as far as something remains of it. */
export function takeBack(cents: Cents, latestFirst: readonly Creditable[]): CreditLine[] {
  let left = cents;
  return latestFirst.flatMap((charge) => {
    const taken = Math.min(left, remaining(charge));
    left -= taken;
    return taken > 0 ? [{ chargeId: charge.chargeId, cents: taken }] : [];
  });
}

function judged(lines: readonly CreditLine[], errors: readonly FieldError[]): JudgedCredit {
  return { lines, errors, totalCents: sumCents(lines.map(({ cents }) => cents)) };
}
