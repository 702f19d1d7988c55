import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { GridRow } from '../../kernel/grid.js';
import { missingInFrench, type RegisteredReceipt, registerGrid, registerNumbers } from './receipt-register.js';

const counted = { year: 2026, receipts: 4, cents: 9600, annulled: 1, annulledCents: 2400 };

describe('the numbers of a quittancier', () => {
  it.each<[string, [first: number, last: number, between: number], [number, number][], number, string]>([
    ['unbroken', [1, 4, 4], [], 0, 'aucun numéro manquant'],
    ['some of other days', [1, 6, 6], [], 2, 'aucun numéro manquant'],
    [
      'some that nothing has',
      [1, 9, 5],
      [
        [3, 3],
        [6, 8],
      ],
      1,
      'manquent\u00a0: Q-2026-000003, Q-2026-000006 à Q-2026-000008',
    ],
  ])('%s', (_case, [first, last, between], missing, elsewhere, sentence) => {
    const numbers = registerNumbers({ ...counted, first, last, between, missing });
    expect(numbers).toMatchObject({ ...counted, first: 'Q-2026-000001', elsewhere });
    expect(missingInFrench(numbers.missing)).toBe(sentence);
  });
});

it('an annulled quittance stays, with what annuls it', async () => {
  const [paid, gone] = ['2026-11-10', '2026-11-20'].map((text) => Temporal.PlainDate.from(text)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const receipt: RegisteredReceipt = {
    ...{ id: 1, number: 'Q-2026-000001', accountedOn: paid, receivedOn: paid, familyId: 12, familyName: 'DURAND' },
    ...{ payerName: 'Camille DURAND', means: 'CHEQUE', reference: 'CIC 12', cents: 2400 },
    annulled: { number: 'AQ-2026-000001', on: gone, reason: 'chèque impayé' },
  };
  const rows: GridRow['cells'][] = [];
  const { rows: all } = registerGrid([receipt, { ...receipt, number: 'Q-2026-000002', cents: 700, annulled: null }]);
  for await (const { cells } of all) rows.push(cells);
  const who = ['Camille DURAND', 'DURAND', 'chèque', 'CIC 12'];
  expect(rows).toEqual([
    ['Q-2026-000001', paid, paid, ...who, 2400, -2400, 'AQ-2026-000001', gone, 'chèque impayé'],
    ['Q-2026-000002', paid, paid, ...who, 700, null, null, null, null],
    ['Total', null, null, null, null, null, null, 3100, -2400, null, null, null],
  ]);
});
