import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { GridRow } from '../../kernel/grid.js';
import { arrearsReport } from './arrears.js';
import { arrearsGrid } from './arrears-grid.js';

it('the arrears are a table with a line for each open invoice', async () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const item = { familyId: 12, issuedOn: day('2026-10-01'), dueOn: day('2026-10-31') };
  const report = arrearsReport(
    day('2026-12-01'),
    [
      { ...item, invoiceId: 1, number: '2026-000001', invoicedCents: 9600, settledCents: 4800 },
      { ...item, invoiceId: 2, number: '2026-000002', invoicedCents: 700, settledCents: 0, dueOn: day('2026-12-31') },
    ],
    5500,
    new Map([[2, { planId: 3, dueOn: day('2026-11-20') }]]),
  );
  const rows: GridRow['cells'][] = [];
  for await (const { cells } of arrearsGrid(report, new Map([[12, 'DURAND']])).rows) rows.push(cells);
  const issued = day('2026-10-01');
  expect(rows).toEqual([
    ['2026-000001', 'DURAND', issued, day('2026-10-31'), 9600, 4800, 4800, 31, '31 à 60 jours', ''],
    ['2026-000002', 'DURAND', issued, day('2026-12-31'), 700, 0, 700, 11, '0 à 30 jours', 'n°\u00a03'],
    ['Total', null, null, null, 10300, 4800, 5500, null, null, null],
  ]);
});
