import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PrestationReceipts } from '../../ledger/rules/index.js';
import { collectionOf } from './collection.js';

const CANTINE = { prestationId: 1, imputation: { nature: '7067', function: '281' } };
const GARDERIE = { prestationId: 2, imputation: { nature: '7067', function: '288' } };
const CENTRE = { prestationId: 3, imputation: { nature: '7066', function: '331' } };
const LABELS = new Map([
  [1, 'Cantine'],
  [2, 'Garderie du soir'],
  [3, 'Centre de loisirs'],
]);

function received(prestation: typeof CANTINE, means: string, cents: number, operations: number): PrestationReceipts {
  return { ...prestation, means, cents, operations };
}

describe('the collection report', () => {
  it('tells the same total by prestation and by means', () => {
    const receipts = {
      byPrestation: [
        received(CANTINE, 'CHEQUE', 4000, 1),
        received(CANTINE, 'TRANSFER', 7200, 1),
        received(GARDERIE, 'CESU', 1000, 1),
        received(GARDERIE, 'TRANSFER', 2400, 1),
      ],
      byMeans: [
        { means: 'TRANSFER', cents: 9600, operations: 1 },
        { means: 'CESU', cents: 1000, operations: 1 },
        { means: 'CHEQUE', cents: 4000, operations: 1 },
      ],
    };
    expect(collectionOf(receipts, LABELS)).toEqual({
      byPrestation: [
        { ...CANTINE, label: 'Cantine', operations: 2, cents: 11200, byMeans: { CHEQUE: 4000, TRANSFER: 7200 } },
        { ...GARDERIE, label: 'Garderie du soir', operations: 2, cents: 3400, byMeans: { CESU: 1000, TRANSFER: 2400 } },
      ],
      byMeans: [
        { means: 'CHEQUE', label: 'chèque', operations: 1, cents: 4000 },
        { means: 'CESU', label: 'CESU', operations: 1, cents: 1000 },
        { means: 'TRANSFER', label: 'virement', operations: 1, cents: 9600 },
      ],
      totalCents: 14600,
      operations: 3,
    });
  });

  it('has a line for each imputation of a prestation, in the order of the budget', () => {
    const anew = { prestationId: 1, imputation: { nature: '7066', function: '281' } };
    const receipts = {
      byPrestation: [received(CANTINE, 'CASH', 100, 1), received(anew, 'CASH', 50, 1), received(CENTRE, 'CASH', 7, 1)],
      byMeans: [{ means: 'CASH', cents: 157, operations: 2 }],
    };
    expect(
      collectionOf(receipts, LABELS).byPrestation.map(({ label, imputation, cents }) => [
        imputation.nature,
        imputation.function,
        label,
        cents,
      ]),
    ).toEqual([
      ['7066', '281', 'Cantine', 50],
      ['7066', '331', 'Centre de loisirs', 7],
      ['7067', '281', 'Cantine', 100],
    ]);
  });

  it('is empty without receipts', () => {
    expect(collectionOf({ byPrestation: [], byMeans: [] }, LABELS)).toEqual({
      byPrestation: [],
      byMeans: [],
      totalCents: 0,
      operations: 0,
    });
  });

  it.each([
    ['a cent more in the till', [received(CANTINE, 'CASH', 99, 1)], [{ means: 'CASH', cents: 100, operations: 1 }]],
    ['another means', [received(CANTINE, 'CASH', 100, 1)], [{ means: 'CARD', cents: 100, operations: 1 }]],
    ['nothing in the till', [received(CANTINE, 'CASH', 100, 1)], []],
    [
      'an unknown prestation',
      [received({ ...CANTINE, prestationId: 9 }, 'CASH', 100, 1)],
      [{ means: 'CASH', cents: 100, operations: 1 }],
    ],
  ])('refuses a ledger that does not agree with itself: %s', (_case, byPrestation, byMeans) => {
    expect(() => collectionOf({ byPrestation, byMeans }, LABELS)).toThrow(RangeError);
  });

  it('adds up for any receipts', () => {
    const line = fc.record({
      prestation: fc.constantFrom(CANTINE, GARDERIE, CENTRE),
      means: fc.constantFrom('CHEQUE', 'CASH', 'PAYFIP'),
      cents: fc.integer({ min: 1, max: 9999 }),
    });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const byPrestation = lines.map(({ prestation, means, cents }) => received(prestation, means, cents, 1));
        const byMeans = [...new Set(lines.map(({ means }) => means))].map((means) => {
          const of = lines.filter((one) => one.means === means);
          return { means, cents: of.reduce((sum, { cents }) => sum + cents, 0), operations: of.length };
        });
        const report = collectionOf({ byPrestation, byMeans }, LABELS);
        expect(report.byPrestation.reduce((sum, { cents }) => sum + cents, 0)).toBe(report.totalCents);
        expect(report.totalCents).toBe(lines.reduce((sum, { cents }) => sum + cents, 0));
      }),
    );
  });
});
