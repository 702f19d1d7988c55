import { type Cents, sumCents } from '../../kernel/money.js';
import type { ReceiptTotals } from '../../ledger/rules/index.js';
import { collectionOf } from './collection.js';
import { type Figure, lineQuery, reportFigures } from './figures.js';
import type { ReportContent } from './report-content.js';

/** A figure of a frozen report that the ledger does not make any more. */
export interface ReportDifference {
  /** « A, Cantine ». */
  readonly figure: string;
  readonly told: string | Cents | null;
  readonly found: string | Cents | null;
}

/** What of a report is read from the quittances. */
export type ReceiptSpan = Pick<ReportContent, 'firstReceipt' | 'lastReceipt'>;

/**
 * What a frozen report tells otherwise than the ledger, read again; none when it holds. Parts that reports of before do
 * not have are not missed in them.
 */
export function reportDifferences(told: ReportContent, totals: ReceiptTotals, span: ReceiptSpan): ReportDifference[] {
  const again = reportAgain(told, totals, span);
  if (again === null) return [{ figure: 'l’ensemble', told: told.totalCents, found: null }];
  const [before, now] = [figuresOf(told), figuresOf(again)];
  const parts = new Set([...before.values()].map(({ part }) => part));
  const keys = new Set([...before.keys(), ...[...now].filter(([, { part }]) => parts.has(part)).map(([key]) => key)]);
  return [
    ...[...keys].flatMap((key): ReportDifference[] => {
      const [was, is] = [before.get(key), now.get(key)];
      const { part, label } = (was ?? is)!;
      return differ(`${part}, ${label}`, was?.cents ?? 0, is?.cents ?? 0);
    }),
    ...differ('nombre d’encaissements', told.operations, again.operations),
    ...differ('première quittance', told.firstReceipt, again.firstReceipt),
    ...differ('dernière quittance', told.lastReceipt, again.lastReceipt),
  ];
}

/** The report as the ledger makes it now; null where the ledger does not agree with itself any more. */
function reportAgain(told: ReportContent, totals: ReceiptTotals, span: ReceiptSpan): ReportContent | null {
  const labels = new Map([
    ...totals.byPrestation.map(({ prestationId }) => [prestationId, `prestation n°\u00a0${prestationId}`] as const),
    ...told.byPrestation.map(({ prestationId, label }) => [prestationId, label] as const),
  ]);
  try {
    const collection = collectionOf(totals, labels);
    const moved = (key: 'reversedCents' | 'refundedCents') => 0 - sumCents(collection.accounts.map((one) => one[key]));
    return {
      ...told,
      ...collection,
      ...span,
      deductions: alone(moved('reversedCents')),
      refunds: alone(moved('refundedCents')),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function figuresOf(content: ReportContent): ReadonlyMap<string, Figure> {
  return new Map(reportFigures(content).map((figure) => [`${figure.part} ${lineQuery(figure.lines)}`, figure]));
}

function differ<Value extends string | Cents | null>(figure: string, told: Value, found: Value): ReportDifference[] {
  return told === found ? [] : [{ figure, told, found }];
}

/** What a part C makes, whatever papers list it. */
function alone(cents: Cents) {
  const nowhere = { number: '', receiptNumber: '', reason: '', meansLabel: '', on: '', transfers: 0 };
  return [{ ...nowhere, cents }];
}
