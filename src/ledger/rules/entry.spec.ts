import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { balanced, invoiceEntry, paymentEntry } from './entry.js';

const CANTINE = { prestationId: 1, imputation: { nature: '7067', function: '281' } };
const GARDERIE = { prestationId: 2, imputation: { nature: '7067', function: '288' } };

describe('an entry is balanced', () => {
  it.each([
    ['nothing to post', [], true],
    ['two lines', [360, -360], true],
    ['three lines', [360, -300, -60], true],
    ['one line', [360], false],
    ['a cent missing', [360, -359], false],
    ['a line of zero', [360, -360, 0], false],
    ['a single line of zero', [0], false],
  ])('%s: %p → %p', (_case, amounts, expected) => {
    expect(balanced({ lines: amounts.map((cents) => ({ account: 'FAMILY:1', cents })) })).toBe(expected);
  });
});

describe('the entry of an invoice', () => {
  it('debits the family and credits the product, once per prestation', () => {
    const lines = [
      { ...CANTINE, cents: 360 },
      { ...GARDERIE, cents: 150 },
      { ...CANTINE, cents: 360 },
    ];
    expect(invoiceEntry({ invoiceId: 7, familyId: 12, lines }).lines).toEqual([
      { account: 'FAMILY:12', cents: 720, familyId: 12, invoiceId: 7, prestationId: 1 },
      { account: 'PRODUCT:7067/281/1', cents: -720, familyId: 12, invoiceId: 7, prestationId: 1 },
      { account: 'FAMILY:12', cents: 150, familyId: 12, invoiceId: 7, prestationId: 2 },
      { account: 'PRODUCT:7067/288/2', cents: -150, familyId: 12, invoiceId: 7, prestationId: 2 },
    ]);
  });

  it('of nothing but free meals posts nothing', () => {
    expect(invoiceEntry({ invoiceId: 7, familyId: 12, lines: [{ ...CANTINE, cents: 0 }] })).toEqual({ lines: [] });
    expect(invoiceEntry({ invoiceId: 7, familyId: 12, lines: [] })).toEqual({ lines: [] });
  });

  it('refuses two imputations for one prestation', () => {
    const lines = [
      { ...CANTINE, cents: 360 },
      { ...CANTINE, imputation: GARDERIE.imputation, cents: 360 },
    ];
    expect(() => invoiceEntry({ invoiceId: 7, familyId: 12, lines })).toThrow('two imputations');
  });
});

describe('the entry of a payment', () => {
  it('debits the means by prestation and credits the family by invoice and prestation', () => {
    const allocations = [
      { invoiceId: 7, prestationId: 1, cents: 720 },
      { invoiceId: 7, prestationId: 2, cents: 150 },
      { invoiceId: 8, prestationId: 1, cents: 100 },
    ];
    expect(paymentEntry({ familyId: 12, means: 'CHEQUE', allocations }).lines).toEqual([
      { account: 'MEANS:CHEQUE', cents: 820, familyId: 12, prestationId: 1 },
      { account: 'MEANS:CHEQUE', cents: 150, familyId: 12, prestationId: 2 },
      { account: 'FAMILY:12', cents: -720, familyId: 12, invoiceId: 7, prestationId: 1 },
      { account: 'FAMILY:12', cents: -150, familyId: 12, invoiceId: 7, prestationId: 2 },
      { account: 'FAMILY:12', cents: -100, familyId: 12, invoiceId: 8, prestationId: 1 },
    ]);
  });
});

it('a payment of more than is due holds the rest for the family', () => {
  const allocations = [{ invoiceId: 7, prestationId: 1, cents: 720 }];
  expect(paymentEntry({ familyId: 12, means: 'PAYFIP_CARD', allocations, creditCents: 280 }).lines).toEqual([
    { account: 'MEANS:PAYFIP_CARD', cents: 720, familyId: 12, prestationId: 1 },
    { account: 'MEANS:PAYFIP_CARD', cents: 280, familyId: 12 },
    { account: 'FAMILY:12', cents: -720, familyId: 12, invoiceId: 7, prestationId: 1 },
    { account: 'CREDIT:12', cents: -280, familyId: 12 },
  ]);
});

it('every entry is balanced, whatever the amounts', () => {
  const items = fc.array(
    fc.record({
      invoiceId: fc.integer({ min: 1, max: 3 }),
      cents: fc.integer({ min: -500, max: 500 }),
      prestationId: fc.integer({ min: 1, max: 3 }),
    }),
  );
  fc.assert(
    fc.property(items, (allocations) => {
      const lines = allocations.map((item) => ({ ...item, imputation: CANTINE.imputation }));
      expect(balanced(invoiceEntry({ invoiceId: 1, familyId: 1, lines }))).toBe(true);
      expect(balanced(paymentEntry({ familyId: 1, means: 'CASH', allocations }))).toBe(true);
    }),
  );
});
