import type { Temporal } from '../../kernel/civil-time.js';
import { type Grid, type GridRow, withTotal } from '../../kernel/grid.js';
import { type Cents, cents } from '../../kernel/money.js';
import type { CollectedEntry, CollectedPart } from '../../ledger/rules/index.js';
import { meansName, meansRank } from './means-order.js';

/** What the papers of a movement of money say of it. */
export interface MovementPaper {
  /** Of the quittance, of what annuls one, or of the list of refunds. */
  readonly number: string;
  /** The quittance that it annuls. */
  readonly annuls: string | null;
  readonly familyName: string;
  readonly payerName: string;
  /** Bank and number of a cheque, reference of a transfer. */
  readonly reference: string | null;
  /** The day on which the money came in. */
  readonly receivedOn: Temporal.PlainDate | null;
  /** What annuls this quittance. */
  readonly annulledBy: string | null;
  /** The bordereau de versement that it is on. */
  readonly remittance: string | null;
}

/** A movement of money with its papers: what the journal des encaissements has a line for. */
export interface JournalLine extends CollectedEntry {
  readonly paper: MovementPaper;
}

/** Of what a part of a movement is, where it settles no prestation. */
export const HELD_LABEL = 'Avoirs des familles';

/** The label of a part; `labels` are the prestations'. */
export function partLabel({ prestationId }: CollectedPart, labels: ReadonlyMap<number, string>): string {
  return prestationId === null ? HELD_LABEL : (labels.get(prestationId) ?? `Prestation n°\u00a0${prestationId}`);
}

/**
 * A line for each imputation of each movement; after each day, what each means brought and all of them, with what they
 * make since the period began; at the end, the totals of the period. `lines` come day after day.
 */
export function journalGrid(
  lines: AsyncIterable<JournalLine> | Iterable<JournalLine>,
  labels: ReadonlyMap<number, string>,
): Grid {
  return withTotal({
    name: 'Journal des encaissements',
    columns: [
      { header: 'Jour', kind: 'day' },
      { header: 'Pièce', kind: 'text', whole: true },
      { header: 'Famille', kind: 'text', share: 2 },
      { header: 'Payeur', kind: 'text', sheetOnly: true },
      { header: 'Moyen', kind: 'text', share: 2 },
      { header: 'Référence', kind: 'text', share: 3 },
      { header: 'Reçu le', kind: 'day', sheetOnly: true },
      { header: 'Nature', kind: 'text', whole: true },
      { header: 'Fonction', kind: 'text', whole: true },
      { header: 'Prestation', kind: 'text', share: 4 },
      { header: 'Montant', kind: 'cents', summed: true },
      { header: 'Cumul', kind: 'cents' },
      { header: 'Versement', kind: 'text', sheetOnly: true },
      { header: 'Annulée par', kind: 'text', sheetOnly: true },
    ],
    rows: rowsOf(lines, labels),
  });
}

async function* rowsOf(
  lines: AsyncIterable<JournalLine> | Iterable<JournalLine>,
  labels: ReadonlyMap<number, string>,
): AsyncGenerator<GridRow> {
  const period = new Map<string, Cents>();
  let today = new Map<string, Cents>();
  let day: Temporal.PlainDate | null = null;
  for await (const line of lines) {
    if (day && !day.equals(line.date)) {
      yield* dayTotals(day, today, period);
      today = new Map();
    }
    day = line.date;
    add(today, line);
    add(period, line);
    for (const part of line.parts) yield lineRow(line, part, labels);
  }
  if (!day) return;
  yield* dayTotals(day, today, period);
  for (const [means, total] of ordered(period)) yield totalRow(null, 'Total de la période', means, [total, null]);
}

function lineRow(line: JournalLine, part: CollectedPart, labels: ReadonlyMap<number, string>): GridRow {
  const { number, annuls, familyName, payerName, reference, receivedOn, annulledBy, remittance } = line.paper;
  return {
    cells: [
      line.date,
      number,
      familyName,
      payerName,
      meansName(line.means),
      annuls === null ? reference : `annule ${annuls}`,
      receivedOn,
      part.imputation?.nature ?? null,
      part.imputation?.function ?? null,
      partLabel(part, labels),
      part.cents,
      null,
      remittance,
      annulledBy,
    ],
  };
}

function* dayTotals(
  day: Temporal.PlainDate,
  today: ReadonlyMap<string, Cents>,
  period: ReadonlyMap<string, Cents>,
): Generator<GridRow> {
  for (const [means, total] of ordered(today)) {
    yield totalRow(day, 'Total du jour', means, [total, period.get(means) ?? 0]);
  }
  if (today.size > 1) yield totalRow(day, 'Total du jour', null, [sumOf(today), sumOf(period)]);
}

function totalRow(
  day: Temporal.PlainDate | null,
  label: string,
  means: string | null,
  [total, cumulated]: readonly [total: Cents, cumulated: Cents | null],
): GridRow {
  const name = means === null ? 'tous moyens' : meansName(means);
  const about = [day, null, label, null, name, null, null, null, null, null];
  return { kind: 'subtotal', cells: [...about, total, cumulated, null, null] };
}

function add(totals: Map<string, Cents>, line: JournalLine): void {
  totals.set(line.means, cents((totals.get(line.means) ?? 0) + line.cents));
}

function sumOf(totals: ReadonlyMap<string, Cents>): Cents {
  return [...totals.values()].reduce((sum, value) => cents(sum + value), 0);
}

function ordered(totals: ReadonlyMap<string, Cents>): [string, Cents][] {
  return [...totals].sort(([a], [b]) => meansRank(a) - meansRank(b) || a.localeCompare(b));
}
