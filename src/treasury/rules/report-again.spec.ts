import { describe, expect, it } from '@jest/globals';
import type { ReceiptTotals } from '../../ledger/rules/index.js';
import { collectionOf } from './collection.js';
import { reportDifferences } from './report-again.js';
import type { ReportContent } from './report-content.js';

const CANTINE = { prestationId: 3, imputation: { nature: '7067', function: '281' } };
const CREDITS = { openingCents: 50, receivedCents: 10, creditNotesCents: 0, usedCents: -20, refundedCents: 0 };
const CASH = { means: 'CASH', openingCents: 5, receivedCents: 150, reversedCents: -50, refundedCents: 0 };
const TOTALS: ReceiptTotals = {
  byPrestation: [{ ...CANTINE, means: 'CASH', cents: 90, operations: 2 }],
  byMeans: [{ means: 'CASH', cents: 100, operations: 2 }],
  held: [{ means: 'CASH', cents: 10 }],
  accounts: [{ ...CASH, handedOverCents: -40, closingCents: 65 }],
  credits: { ...CREDITS, closingCents: 40 },
};
const SPAN = { firstReceipt: 'Q-2026-000001', lastReceipt: 'Q-2026-000002' };
const deduction = { number: 'AQ-2026-000001', receiptNumber: 'Q-2026-000001', reason: 'chèque impayé', cents: 50 };
const FROZEN: ReportContent = {
  collectivite: { name: 'Bourg', siret: null, addressLines: [], phone: '', email: '' },
  ...{ regie: null, regisseur: null, from: '2026-11-01', to: '2026-11-30', ...SPAN },
  ...collectionOf(TOTALS, new Map([[3, 'Cantine']])),
  deductions: [{ ...deduction, meansLabel: 'espèces', on: '2026-11-20' }],
  ...{ refunds: [], chainRank: 41 },
};

describe('a frozen report, read again', () => {
  const told = (change: Partial<ReportContent>, totals = TOTALS, span: typeof SPAN = SPAN) =>
    reportDifferences({ ...FROZEN, ...change }, totals, span).map(({ figure, told, found }) => [figure, told, found]);

  it('holds', () => {
    expect(told({})).toEqual([]);
  });

  it.each<[string, Partial<ReportContent>, unknown[][]]>([
    [
      'a receipt by means',
      { byMeans: [{ means: 'CASH', label: 'espèces', operations: 2, cents: 101 }] },
      [['B, espèces', 101, 100]],
    ],
    [
      'the total',
      { totalCents: 101 },
      [
        ['A, Total A', 91, 90],
        ['B, Total B', 101, 100],
      ],
    ],
    ['a prestation that is missing', { byPrestation: [] }, [['A, prestation n°\u00a03', 0, 90]]],
    [
      'what is held',
      { heldCents: 9 },
      [
        ['A, Total A', 91, 90],
        ['B, dont avoirs des familles', 9, 10],
      ],
    ],
    ['an annulment', { deductions: [] }, [['C, Rejets et annulations', 0, 50]]],
    ['an account', { accounts: [{ ...FROZEN.accounts![0]!, closingCents: 60 }] }, [['D, espèces, à la fin', 60, 65]]],
    ['the credits', { credits: { ...CREDITS, closingCents: 41 } }, [['G, à la fin', 41, 40]]],
    ['the number of payments', { operations: 3 }, [['nombre d’encaissements', 3, 2]]],
    ['the last quittance', { lastReceipt: null }, [['dernière quittance', null, 'Q-2026-000002']]],
  ])('%s', (_case, change, expected) => {
    const found = told(change);
    for (const difference of expected) expect(found).toContainEqual(difference);
    expect(found).not.toEqual([]);
  });

  it('of before its parts D and G existed is not blamed for them', () => {
    const { accounts: _accounts, credits: _credits, deductions: _deductions, refunds: _refunds, ...old } = FROZEN;
    expect(reportDifferences(old, TOTALS, SPAN)).toEqual([]);
  });

  it('on a ledger that does not agree with itself cannot be made', () => {
    expect(told({}, { ...TOTALS, held: [] })).toEqual([['l’ensemble', 100, null]]);
  });
});
