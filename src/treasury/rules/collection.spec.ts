import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Entry, invoiceEntry, paymentEntry } from '../../ledger/index.js';
import { type Movement, collectionReport } from './collection.js';

const CANTINE = { prestationId: 1, label: 'Cantine', imputation: { nature: '7067', function: '281' } };
const GARDERIE = { prestationId: 2, label: 'Garderie du soir', imputation: { nature: '7067', function: '288' } };
const CENTRE = { prestationId: 3, label: 'Centre de loisirs', imputation: { nature: '7066', function: '331' } };
const PRESTATIONS = [GARDERIE, CANTINE, CENTRE];

function movements(...entries: Entry[]): Movement[] {
  return entries.flatMap((entry, index) => entry.lines.map((line) => ({ ...line, entryId: index + 1 })));
}

const pays = (means: string, ...amounts: [invoiceId: number, prestationId: number, cents: number][]): Entry =>
  paymentEntry({
    familyId: 12,
    means,
    allocations: amounts.map(([invoiceId, prestationId, cents]) => ({ invoiceId, prestationId, cents })),
  });

describe('the collection report', () => {
  it('tells the same total by prestation and by means', () => {
    const report = collectionReport(
      movements(
        invoiceEntry({ invoiceId: 7, familyId: 12, lines: [{ ...CANTINE, cents: 99900 }] }),
        pays('TRANSFER', [7, 1, 7200], [7, 2, 2400]),
        pays('CHEQUE', [8, 1, 3600], [9, 1, 400]),
        pays('CESU', [8, 2, 1000]),
      ),
      PRESTATIONS,
    );
    expect(report).toEqual({
      byPrestation: [
        { ...CANTINE, operations: 2, cents: 11200, byMeans: { CHEQUE: 4000, TRANSFER: 7200 } },
        { ...GARDERIE, operations: 2, cents: 3400, byMeans: { CESU: 1000, TRANSFER: 2400 } },
      ],
      byMeans: [
        { means: 'CHEQUE', label: 'chèque', operations: 1, cents: 4000 },
        { means: 'CESU', label: 'CESU', operations: 1, cents: 1000 },
        { means: 'TRANSFER', label: 'virement', operations: 1, cents: 9600 },
      ],
      totalCents: 14600,
    });
  });

  it('is empty without receipts', () => {
    expect(collectionReport([], PRESTATIONS)).toEqual({ byPrestation: [], byMeans: [], totalCents: 0 });
  });

  it('refuses a ledger that does not agree with itself', () => {
    const [debit, credit] = movements(pays('CASH', [7, 1, 100]));
    expect(() => collectionReport([debit!], PRESTATIONS)).toThrow('0 by family, 100 by means');
    expect(() => collectionReport([debit!, { ...credit!, prestationId: 2 }], PRESTATIONS)).toThrow('by means');
    expect(() => collectionReport([debit!, { ...credit!, prestationId: 9 }], PRESTATIONS)).toThrow('prestation 9');
  });

  it('adds up for any payments', () => {
    const payment = fc.tuple(
      fc.constantFrom('CHEQUE', 'CASH', 'PAYFIP'),
      fc.array(
        fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9999 })),
      ),
    );
    fc.assert(
      fc.property(fc.array(payment), (payments) => {
        const report = collectionReport(
          movements(...payments.map(([means, parts]) => pays(means, ...parts))),
          PRESTATIONS,
        );
        const paid = payments.flatMap(([, parts]) => parts).reduce((sum, [, , cents]) => sum + cents, 0);
        expect(report.totalCents).toBe(paid);
        expect(report.byMeans.reduce((sum, total) => sum + total.cents, 0)).toBe(paid);
      }),
    );
  });
});
