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

const NO_CREDIT = {
  openingCents: 0,
  receivedCents: 0,
  creditNotesCents: 0,
  usedCents: 0,
  refundedCents: 0,
  closingCents: 0,
};
const NOTHING_ELSE = { held: [], accounts: [], credits: NO_CREDIT };
const TOLD = { heldCents: 0, accounts: [], credits: NO_CREDIT };

function received(prestation: typeof CANTINE, means: string, cents: number, operations: number): PrestationReceipts {
  return { ...prestation, means, cents, operations };
}

describe('the collection report', () => {
  it('tells the same total by prestation and by means', () => {
    const receipts = {
      ...NOTHING_ELSE,
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
      ...TOLD,
    });
  });

  it('has a line for each imputation of a prestation, in the order of the budget', () => {
    const anew = { prestationId: 1, imputation: { nature: '7066', function: '281' } };
    const receipts = {
      ...NOTHING_ELSE,
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
    expect(collectionOf({ byPrestation: [], byMeans: [], ...NOTHING_ELSE }, LABELS)).toEqual({
      byPrestation: [],
      byMeans: [],
      totalCents: 0,
      operations: 0,
      ...TOLD,
    });
  });

  it('counts what is held for families in the total, and tells chapter and code', () => {
    const credits = { ...NO_CREDIT, openingCents: 50, receivedCents: 30, usedCents: -20, closingCents: 60 };
    const account = { means: 'CASH', openingCents: 5, receivedCents: 130, reversedCents: 0, refundedCents: 0 };
    const report = collectionOf(
      {
        byPrestation: [received(CANTINE, 'CASH', 100, 1)],
        byMeans: [{ means: 'CASH', cents: 130, operations: 1 }],
        held: [{ means: 'CASH', cents: 30 }],
        accounts: [{ ...account, handedOverCents: -100, closingCents: 35 }],
        credits,
      },
      LABELS,
      new Map([[1, { chapter: '70', productCode: '0012' }]]),
    );
    expect(report).toMatchObject({
      totalCents: 130,
      heldCents: 30,
      credits,
      accounts: [{ label: 'espèces', closingCents: 35 }],
      byPrestation: [{ cents: 100, chapter: '70', productCode: '0012' }],
    });
  });

  it.each([
    ['a means', { accounts: [{ means: 'CASH', ...NO_CREDIT, reversedCents: 0, handedOverCents: 0, closingCents: 1 }] }],
    ['the credits', { credits: { ...NO_CREDIT, receivedCents: 7 } }],
    ['what is held of a means', { held: [{ means: 'CASH', cents: 1 }] }],
  ])('refuses accounts that do not close: %s', (_case, wrong) => {
    expect(() => collectionOf({ byPrestation: [], byMeans: [], ...NOTHING_ELSE, ...wrong }, LABELS)).toThrow(
      RangeError,
    );
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
    expect(() => collectionOf({ byPrestation, byMeans, ...NOTHING_ELSE }, LABELS)).toThrow(RangeError);
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
        const report = collectionOf({ byPrestation, byMeans, ...NOTHING_ELSE }, LABELS);
        expect(report.byPrestation.reduce((sum, { cents }) => sum + cents, 0)).toBe(report.totalCents);
        expect(report.totalCents).toBe(lines.reduce((sum, { cents }) => sum + cents, 0));
      }),
    );
  });
});
