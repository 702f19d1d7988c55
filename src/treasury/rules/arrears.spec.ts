import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { invoiceEntry, paymentEntry } from '../../ledger/index.js';
import { type IssuedInvoice, ageLabel, ageOf, arrearsReport } from './arrears.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const CANTINE = { prestationId: 1, imputation: { nature: '7067', function: '281' } };

function invoice(invoiceId: number, dueOn: string): IssuedInvoice {
  return { invoiceId, number: `2026-00000${invoiceId}`, familyId: 12, issuedOn: day('2026-07-01'), dueOn: day(dueOn) };
}

const invoiced = (invoiceId: number, cents: number) =>
  invoiceEntry({ invoiceId, familyId: 12, lines: [{ ...CANTINE, cents }] }).lines;
const paid = (invoiceId: number, cents: number) =>
  paymentEntry({ familyId: 12, means: 'CHEQUE', allocations: [{ invoiceId, prestationId: 1, cents }] }).lines;

describe('the age of a debt', () => {
  it.each([
    [-10, 'non échu'],
    [0, 'non échu'],
    [1, '0 à 30 jours'],
    [30, '0 à 30 jours'],
    [31, '31 à 60 jours'],
    [60, '31 à 60 jours'],
    [61, '61 à 90 jours'],
    [90, '61 à 90 jours'],
    [91, 'plus de 90 jours'],
    [400, 'plus de 90 jours'],
  ])('%i days after the due date: %s', (daysLate, label) => {
    expect(ageLabel(ageOf(daysLate))).toBe(label);
  });
});

describe('arrears', () => {
  const invoices = [
    invoice(1, '2026-08-31'),
    invoice(2, '2026-10-31'),
    invoice(3, '2026-11-30'),
    invoice(4, '2026-10-31'),
  ];
  const ledger = [
    ...invoiced(1, 5000),
    ...invoiced(2, 3600),
    ...invoiced(3, 7200),
    ...invoiced(4, 1000),
    ...paid(2, 1600),
    ...paid(4, 1000),
  ];

  it('at a date: what is open, by age', () => {
    const report = arrearsReport(day('2026-11-30'), invoices, ledger);
    expect(
      report.lines.map((line) => [line.number, line.settledCents, line.openCents, line.daysLate, line.age]),
    ).toEqual([
      ['2026-000001', 0, 5000, 91, 'DAYS_OVER_90'],
      ['2026-000002', 1600, 2000, 30, 'DAYS_0_30'],
      ['2026-000003', 0, 7200, 0, 'NOT_DUE'],
    ]);
    expect(report.byAge.map(({ age, invoices: count, cents }) => [age, count, cents])).toEqual([
      ['NOT_DUE', 1, 7200],
      ['DAYS_0_30', 1, 2000],
      ['DAYS_31_60', 0, 0],
      ['DAYS_61_90', 0, 0],
      ['DAYS_OVER_90', 1, 5000],
    ]);
    expect(report).toMatchObject({ lateCents: 7000, openCents: 14200 });
  });

  it('count days across the spring change of the clocks as any others', () => {
    const [line] = arrearsReport(day('2027-03-29'), [invoice(1, '2027-02-27')], invoiced(1, 100)).lines;
    expect(line).toMatchObject({ daysLate: 30, age: 'DAYS_0_30' });
  });

  it('refuse what would no longer equal the ledger', () => {
    expect(() => arrearsReport(day('2026-11-30'), [invoice(1, '2026-08-31')], ledger)).toThrow('belongs to no invoice');
    expect(() => arrearsReport(day('2026-11-30'), invoices, paid(1, 1))).toThrow('beyond its amount');
  });
});
