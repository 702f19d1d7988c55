import type { Temporal } from '../../kernel/civil-time.js';
import { type Grid, withTotal } from '../../kernel/grid.js';
import type { Cents } from '../../kernel/money.js';
import { formatReceiptNumber } from '../../payments/rules/index.js';
import { meansName } from './means-order.js';

/** A quittance of the register; annulled ones stay in it, with their amount and what annuls them. */
export interface RegisteredReceipt {
  /** Of the payment. */
  readonly id: number;
  readonly number: string;
  readonly accountedOn: Temporal.PlainDate;
  readonly receivedOn: Temporal.PlainDate;
  readonly familyId: number;
  readonly familyName: string;
  readonly payerName: string;
  readonly means: string;
  readonly reference: string | null;
  readonly cents: Cents;
  readonly annulled: { readonly number: string; readonly on: Temporal.PlainDate; readonly reason: string } | null;
}

/** How the numbers of the quittances of a period stand in one year, as they were counted. */
export interface CountedNumbers {
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly receipts: number;
  readonly cents: Cents;
  readonly annulled: number;
  readonly annulledCents: Cents;
  /** Quittances of the year from `first` to `last`, those of other days included. */
  readonly between: number;
  /** Numbers that no quittance has, from and to, the first ones. */
  readonly missing: readonly (readonly [from: number, to: number])[];
}

/** What a register says of its numbers, year by year. */
export interface RegisterNumbers extends Omit<CountedNumbers, 'first' | 'last' | 'between' | 'missing'> {
  /** As printed. */
  readonly first: string;
  readonly last: string;
  /** Numbers from the first to the last that count for other days than those of the period. */
  readonly elsewhere: number;
  /** Numbers that no quittance has: none, unless something was deleted. As printed. */
  readonly missing: readonly { readonly from: string; readonly to: string }[];
}

export function registerNumbers({ first, last, between, missing, ...counted }: CountedNumbers): RegisterNumbers {
  const printed = (number: number) => formatReceiptNumber(counted.year, number);
  return {
    ...counted,
    first: printed(first),
    last: printed(last),
    elsewhere: between - counted.receipts,
    missing: missing.map(([from, to]) => ({ from: printed(from), to: printed(to) })),
  };
}

/** « aucun numéro manquant », « manquent : Q-2026-000004, Q-2026-000007 à Q-2026-000009 ». */
export function missingInFrench(missing: RegisterNumbers['missing']): string {
  if (missing.length === 0) return 'aucun numéro manquant';
  return `manquent\u00a0: ${missing.map(({ from, to }) => (from === to ? from : `${from} à ${to}`)).join(', ')}`;
}

/** A line for each quittance, in the order of the numbers; the amounts are those that were received, annulled or not. */
export function registerGrid(receipts: AsyncIterable<RegisteredReceipt> | Iterable<RegisteredReceipt>): Grid {
  return withTotal({
    name: 'Quittancier',
    columns: [
      { header: 'Quittance', kind: 'text', whole: true },
      { header: 'Jour', kind: 'day' },
      { header: 'Reçu le', kind: 'day', sheetOnly: true },
      { header: 'Payeur', kind: 'text', share: 3 },
      { header: 'Famille', kind: 'text', share: 3 },
      { header: 'Moyen', kind: 'text', share: 3 },
      { header: 'Référence', kind: 'text', share: 5 },
      { header: 'Montant', kind: 'cents', summed: true },
      { header: 'Annulé', kind: 'cents', summed: true },
      { header: 'Annulée par', kind: 'text', whole: true },
      { header: 'Annulée le', kind: 'day', sheetOnly: true },
      { header: 'Motif', kind: 'text', sheetOnly: true },
    ],
    rows: rowsOf(receipts),
  });
}

async function* rowsOf(receipts: AsyncIterable<RegisteredReceipt> | Iterable<RegisteredReceipt>) {
  for await (const receipt of receipts) {
    const { number, accountedOn, receivedOn, payerName, familyName, means, reference, cents, annulled } = receipt;
    const paid = [number, accountedOn, receivedOn, payerName, familyName, meansName(means), reference, cents];
    const gone = annulled ? [-cents, annulled.number, annulled.on, annulled.reason] : [null, null, null, null];
    yield { cells: [...paid, ...gone] };
  }
}
