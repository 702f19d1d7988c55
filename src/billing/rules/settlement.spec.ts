import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { settlementOf } from './settlement.js';

const invoice = { totalCents: 4880, creditedCents: 0, atTreasury: false, dueOn: Temporal.PlainDate.from('2026-10-31') };

it('is not paid in part where a credit note took back the difference', () => {
  const today = Temporal.PlainDate.from('2026-10-31');
  expect(settlementOf({ ...invoice, creditedCents: 880 }, 4000, today)).toBe('WAITING');
  expect(settlementOf({ ...invoice, creditedCents: 880 }, 3999, today)).toBe('PARTLY_PAID');
});

it.each([
  ['toute à la Trésorerie', 0],
  ['un chèque impayé, le reste à la Trésorerie', 880],
])('%s : ne se paie pas à la régie', (_, open) => {
  const today = Temporal.PlainDate.from('2026-11-30');
  expect(settlementOf({ ...invoice, atTreasury: true }, open, today)).toBe('AT_TREASURY');
});

it.each([
  ['rien de payé', 4880, '2026-10-31', 'WAITING'],
  ['une partie payée', 880, '2026-10-31', 'PARTLY_PAID'],
  ['le lendemain de l’échéance', 4880, '2026-11-01', 'LATE'],
  ['une partie payée, en retard', 1, '2026-11-01', 'LATE'],
  ['tout payé', 0, '2026-11-30', 'SETTLED'],
])('%s', (_, open, today, expected) => {
  expect(settlementOf(invoice, open, Temporal.PlainDate.from(today))).toBe(expected);
});
