import { expect, it } from '@jest/globals';
import type { ReceiptTotals } from '../../ledger/rules/index.js';
import { collectionOf } from './collection.js';
import { someReceipts } from './some-receipts.js';

const CANTINE = { prestationId: 1, imputation: { nature: '7067', function: '281' } };
const GARDERIE = { prestationId: 2, imputation: { nature: '7066', function: null } };
const ACCOUNT = { openingCents: 0, reversedCents: 0, refundedCents: 0, handedOverCents: 0 };
const TOTALS: ReceiptTotals = {
  byPrestation: [
    { ...CANTINE, means: 'CASH', cents: 300, operations: 1 },
    { ...CANTINE, means: 'CHEQUE', cents: 200, operations: 2 },
    { ...GARDERIE, means: 'CHEQUE', cents: 40, operations: 1 },
  ],
  byMeans: [
    { means: 'CASH', cents: 305, operations: 1 },
    { means: 'CHEQUE', cents: 240, operations: 2 },
  ],
  held: [{ means: 'CASH', cents: 5 }],
  accounts: [
    { ...ACCOUNT, means: 'CASH', receivedCents: 305, closingCents: 305 },
    { ...ACCOUNT, means: 'CHEQUE', receivedCents: 240, closingCents: 240 },
  ],
  credits: { openingCents: 7, receivedCents: 5, creditNotesCents: 0, usedCents: 0, refundedCents: 0, closingCents: 12 },
};
const LABELS = new Map([
  [1, 'Cantine'],
  [2, 'Garderie'],
]);
const cheque = (cents: number, operations = 2) => ({ means: 'CHEQUE', cents, operations });
const cash = (cents: number) => ({ means: 'CASH', cents, operations: 1 });

it.each<[string, Parameters<typeof someReceipts>[1], ReceiptTotals['byMeans'], unknown[]]>([
  [
    'a means, with its account and what it left held',
    { means: 'CASH' },
    [cash(305)],
    [305, 5, [['Cantine', 300]], ['CASH']],
  ],
  ['a prestation', { prestationId: 1 }, [cash(300), cheque(200)], [500, 0, [['Cantine', 500]], []]],
  ['a nature', { nature: '7066' }, [cheque(40, 1)], [40, 0, [['Garderie', 40]], []]],
  ['what has no fonction', { function: '-' }, [cheque(40, 1)], [40, 0, [['Garderie', 40]], []]],
  ['a prestation by a means', { prestationId: 1, means: 'CHEQUE' }, [cheque(200)], [200, 0, [['Cantine', 200]], []]],
  ['nothing', { nature: '70' }, [], [0, 0, [], []]],
])('of %s, the parts of the report still make the same total', (_case, asked, byMeans, expected) => {
  const { totalCents, heldCents, byPrestation, accounts } = collectionOf(someReceipts(TOTALS, asked, byMeans), LABELS);
  expect([
    totalCents,
    heldCents,
    byPrestation.map(({ label, cents }) => [label, cents]),
    accounts.map(({ means }) => means),
  ]).toEqual(expected);
});
