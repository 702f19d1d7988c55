import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { arrearsReport } from './arrears.js';
import { arrearsCsv } from './arrears-csv.js';

it('the arrears are a table with a line for each open invoice', () => {
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
  expect(
    arrearsCsv(report, new Map([[12, 'DURAND']]))
      .slice(1)
      .split('\r\n'),
  ).toEqual([
    'Facture;Famille;Émise le;Échéance;Facturé;Réglé;Reste dû;Jours de retard;Ancienneté;Échéancier',
    '2026-000001;DURAND;01/10/2026;31/10/2026;96,00;48,00;48,00;31;31 à 60 jours;',
    '2026-000002;DURAND;01/10/2026;31/12/2026;7,00;0,00;7,00;11;0 à 30 jours;n°\u00a03',
    '',
  ]);
});
