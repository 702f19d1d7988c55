import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { GridRow } from '../../kernel/grid.js';
import { arrearsReport } from './arrears.js';
import { arrearsGrid, printedChannel, productDebtsGrid } from './arrears-grid.js';

it('the arrears are a table with a line for each open invoice', async () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const item = { familyId: 12, debt: 'FAMILY' as const, issuedOn: day('2026-10-01'), dueOn: day('2026-10-31') };
  const product = { year: 2026, debt: 'FAMILY' as const, prestationId: 3, invoices: 2, cents: 5500 };
  const report = arrearsReport(
    {
      at: day('2026-12-01'),
      items: [
        {
          ...{ ...item, invoiceId: 1, number: '2026-000001', invoicedCents: 9600, settledCents: 4800 },
          writtenOffCents: 300,
        },
        {
          ...{ ...item, invoiceId: 2, number: '2026-000002', invoicedCents: 700, settledCents: 0, writtenOffCents: 0 },
          dueOn: day('2026-12-31'),
        },
      ],
      byProduct: [{ ...product, imputation: { nature: '7067', function: null } }],
      balanceCents: 5500,
    },
    {
      plans: new Map([[2, { planId: 3, dueOn: day('2026-11-20') }]]),
      marks: new Map([[1, { reminders: 2, titre: null }]]),
    },
  );
  const rows: GridRow['cells'][] = [];
  for await (const { cells } of arrearsGrid(report, new Map([[12, 'DURAND']])).rows) rows.push(cells);
  const issued = day('2026-10-01');
  const due = [day('2026-10-31'), day('2026-12-31')];
  expect(rows).toEqual([
    [
      ...['2026-000001', 'DURAND', issued, due[0], 9600, 4500, 300, 4800, 31, '31 à 60 jours'],
      ...['régie', 2, null, null],
    ],
    [
      ...['2026-000002', 'DURAND', issued, due[1], 700, 0, 0, 700, 11, '1 à 30 jours'],
      ...['régie', 0, null, 'n°\u00a03'],
    ],
    ['Total', null, null, null, 10300, 4500, 300, 5500, null, null, null, null, null, null],
  ]);
  expect(report.lines.map(printedChannel)).toEqual(['régie', 'régie, échéancier\u00a0n°\u00a03']);
  const [held] = report.lines;
  expect(printedChannel({ ...held!, channel: 'TRESORERIE', titre: '2026-31' })).toBe(
    'comptable public, titre\u00a02026-31',
  );
  const products: GridRow['cells'][] = [];
  for await (const { cells } of productDebtsGrid(report.byProduct, new Map([[3, 'Cantine']])).rows)
    products.push(cells);
  expect(products).toEqual([
    ['2026', '7067', null, 'Cantine', 'régie', 2, 5500],
    ['Total', null, null, null, null, null, 5500],
  ]);
});
