import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { DebtKind, DebtsRead } from '../../ledger/rules/index.js';
import { ageLabel, ageOf, arrearsReport } from './arrears.js';

const day = (text: string) => Temporal.PlainDate.from(text);

function item(invoiceId: number, dueOn: string, invoicedCents: number, settledCents = 0) {
  const number = `2026-00000${invoiceId}`;
  return {
    ...{ invoiceId, number, familyId: 12, debt: 'FAMILY' as DebtKind, writtenOffCents: 0 },
    ...{ issuedOn: day('2026-07-01'), dueOn: day(dueOn), invoicedCents, settledCents },
  };
}

/** Debts as the ledger is read, of one prestation. */
function read(at: string, items: ReturnType<typeof item>[], balanceCents: number): DebtsRead {
  const one = { year: 2026, prestationId: 3, imputation: { nature: '7067', function: '281' } };
  const byProduct = items.map(({ debt, invoicedCents, settledCents }) => ({
    ...{ ...one, debt, invoices: 1, cents: invoicedCents - settledCents },
  }));
  return { at: day(at), items, byProduct, balanceCents };
}

describe('the age of a debt', () => {
  it.each([
    [-10, 'non échu'],
    [0, 'non échu'],
    [1, '1 à 30 jours'],
    [30, '1 à 30 jours'],
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
  const items = [item(3, '2026-11-30', 7200), item(2, '2026-10-31', 3600, 1600), item(1, '2026-08-31', 5000)];

  it('at a date: what is open, by age', () => {
    const report = arrearsReport(read('2026-11-30', items, 14200));
    expect(
      report.lines.map((line) => [line.number, line.settledCents, line.openCents, line.daysLate, line.age]),
    ).toEqual([
      ['2026-000001', 0, 5000, 91, 'DAYS_OVER_90'],
      ['2026-000002', 1600, 2000, 30, 'DAYS_0_30'],
      ['2026-000003', 0, 7200, 0, 'NOT_DUE'],
    ]);
    expect(report.byAge.map(({ age, invoices, cents }) => [age, invoices, cents])).toEqual([
      ['NOT_DUE', 1, 7200],
      ['DAYS_0_30', 1, 2000],
      ['DAYS_31_60', 0, 0],
      ['DAYS_61_90', 0, 0],
      ['DAYS_OVER_90', 1, 5000],
    ]);
    expect(report).toMatchObject({ lateCents: 7000, openCents: 14200 });
  });

  it('are as old as the instalment that is missed, where a plan is held', () => {
    const plans = new Map([
      [1, { planId: 4, dueOn: day('2026-12-05') }],
      [2, { planId: 5, dueOn: day('2026-11-20') }],
    ]);
    const report = arrearsReport(read('2026-11-30', items, 14200), { plans });
    expect(report.lines.map((line) => [line.number, line.planId, line.daysLate, line.age])).toEqual([
      ['2026-000001', 4, -5, 'NOT_DUE'],
      ['2026-000002', 5, 10, 'DAYS_0_30'],
      ['2026-000003', null, 0, 'NOT_DUE'],
    ]);
    expect(report.lateCents).toBe(2000);
  });

  it('count days across the spring change of the clocks as any others', () => {
    const [line] = arrearsReport(read('2027-03-29', [item(1, '2027-02-27', 100)], 100)).lines;
    expect(line).toMatchObject({ daysLate: 30, age: 'DAYS_0_30' });
  });

  it('are told by channel: what the comptable holds has its titre, and no plan of the régie', () => {
    const held = { ...item(1, '2026-08-31', 5000, 2000), debt: 'CLAIM' as DebtKind, writtenOffCents: 500 };
    const report = arrearsReport(read('2026-11-30', [held, item(2, '2026-10-31', 3600)], 6600), {
      plans: new Map([[1, { planId: 4, dueOn: day('2026-12-05') }]]),
      marks: new Map([
        [1, { reminders: 3, titre: '2026000001' }],
        [2, { reminders: 1, titre: '2026000009' }],
      ]),
    });
    expect(report.lines).toMatchObject([
      { channel: 'TRESORERIE', titre: '2026000001', reminders: 3, planId: null, daysLate: 91, writtenOffCents: 500 },
      { channel: 'REGIE', titre: null, reminders: 1 },
    ]);
    expect(report.byChannel).toEqual([
      { channel: 'REGIE', label: 'régie', invoices: 1, cents: 3600 },
      { channel: 'TRESORERIE', label: 'comptable public', invoices: 1, cents: 3000 },
    ]);
    expect(report.byProduct.map(({ channel, cents }) => [channel, cents])).toEqual([
      ['TRESORERIE', 3000],
      ['REGIE', 3600],
    ]);
  });

  it('refuse what would no longer equal the ledger', () => {
    expect(() => arrearsReport(read('2026-11-30', items, 14199))).toThrow('differ');
    expect(() => arrearsReport({ ...read('2026-11-30', items, 14200), byProduct: [] })).toThrow('differ');
    expect(() => arrearsReport(read('2026-11-30', [item(1, '2026-08-31', 100, 101)], -1))).toThrow('beyond its amount');
  });
});
