import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { debtOfBasket, debtOfInvoices } from './online-target.js';

const invoice = (invoiceId: number, issuedOn: string, ...open: number[]) => ({
  invoiceId,
  number: `F-${issuedOn.slice(0, 4)}-00000${invoiceId}`,
  issuedOn: Temporal.PlainDate.from(issuedOn),
  open: open.map((cents) => ({ cents })),
});
const DUE = [
  invoice(1, '2026-11-02', 3000, 1560),
  invoice(2, '2026-12-01', 40),
  invoice(3, '2027-01-04', 500),
  invoice(4, '2026-12-02', 9_999_900),
  invoice(5, '2026-12-03', 99),
];
const TOGETHER = { severalInvoices: true, mostCents: 9_999_999 };

describe('invoices to pay online', () => {
  it.each([
    ['one', [1], { cents: 4560, exercise: 2026, label: 'Facture F-2026-000001' }],
    ['one of last year', [3], { cents: 500, exercise: 2027 }],
    ['the same twice', [1, 1], { cents: 4560 }],
    ['several, one of them too small alone', [1, 2], { cents: 4600, label: 'Factures F-2026-000001 F-2026-000002' }],
    ['as much as PayFiP takes', [4, 5], { cents: 9_999_999 }],
  ])('%s', (_case, ids, expected) => {
    expect(debtOfInvoices(ids, DUE, TOGETHER)).toMatchObject(expected);
  });

  it('asks for all that remains due of each', () => {
    expect(debtOfInvoices([2, 1], DUE, TOGETHER).shares).toEqual([
      { invoiceId: 2, cents: 40 },
      { invoiceId: 1, cents: 4560 },
    ]);
  });

  it.each([
    ['none of the family’s debts', [9], TOGETHER, 'réglée, ou transmise'],
    ['several, where they are paid one by one', [1, 2], { ...TOGETHER, severalInvoices: false }, 'une par une'],
    ['several years', [1, 3], TOGETHER, '2026 et 2027'],
    ['less than one euro', [2], TOGETHER, 'de 1,00'],
    ['more than PayFiP takes', [1, 4], TOGETHER, 'autre moyen'],
    ['more than the commune agreed on', [1], { ...TOGETHER, mostCents: 4559 }, '45,59'],
  ])('refused: %s', (_case, ids, settings, words) => {
    expect(() => debtOfInvoices(ids, DUE, settings)).toThrow(words);
  });
});

describe('a basket to pay online', () => {
  const today = Temporal.PlainDate.from('2027-01-02');

  it('is a debt of the year in which it is paid', () => {
    expect(debtOfBasket(1250, 'Réservations', today, TOGETHER)).toEqual({
      shares: [],
      cents: 1250,
      exercise: 2027,
      invoiceNumbers: [],
      label: 'Réservations 02/01/2027',
    });
  });

  it('is refused under one euro', () => {
    expect(() => debtOfBasket(99, 'Réservations', today, TOGETHER)).toThrow('autre moyen');
  });
});
