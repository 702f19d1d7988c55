import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { GridRow } from '../../kernel/grid.js';
import { type JournalLine, journalGrid } from './journal.js';
import { journalDays, meansTotals } from './journal-totals.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const CANTINE = { prestationId: 1, imputation: { nature: '7067', function: '281' } };
const GARDERIE = { prestationId: 2, imputation: { nature: '7067', function: null } };
const HELD = { prestationId: null, imputation: null };
const LABELS = new Map([[1, 'Cantine']]);
const NO_PAPER = { annuls: null, reference: null, receivedOn: null, annulledBy: null, remittance: null };

let entryId = 0;
function line(
  date: string,
  means: string,
  parts: JournalLine['parts'],
  paper: Partial<JournalLine['paper']> = {},
): JournalLine {
  entryId += 1;
  return {
    ...{ entryId, date: day(date), source: { kind: 'payment', id: entryId }, familyId: 12, means, parts },
    cents: parts.reduce((sum, { cents }) => sum + cents, 0),
    paper: { ...NO_PAPER, number: `Q-${entryId}`, familyName: 'DURAND', payerName: 'Camille', ...paper },
  };
}

async function cellsOf(lines: JournalLine[]): Promise<[GridRow['kind'], ...GridRow['cells']][]> {
  const { columns, rows } = journalGrid(lines, LABELS);
  const shown = ['Jour', 'Pièce', 'Famille', 'Moyen', 'Référence', 'Prestation', 'Montant', 'Cumul'];
  const at = shown.map((header) => columns.findIndex((column) => column.header === header));
  const read: [GridRow['kind'], ...GridRow['cells']][] = [];
  for await (const { kind, cells } of rows) {
    expect(cells).toHaveLength(columns.length);
    read.push([kind, ...at.map((column) => cells[column]!)]);
  }
  return read;
}

it('a line for each imputation, then what each day and the period make, by means', async () => {
  const lines = [
    line(
      '2026-11-10',
      'CHEQUE',
      [
        { ...CANTINE, cents: 3600 },
        { ...GARDERIE, cents: 1200 },
      ],
      { reference: 'CIC 12' },
    ),
    line('2026-11-10', 'CASH', [{ ...CANTINE, cents: 800 }]),
    line(
      '2026-11-12',
      'CHEQUE',
      [
        { ...CANTINE, cents: -3600 },
        { ...GARDERIE, cents: -1200 },
      ],
      {
        ...{ number: 'AQ-1', annuls: 'Q-1' },
      },
    ),
    line('2026-11-12', 'CHEQUE', [{ ...HELD, cents: 500 }]),
  ];
  const [first, second] = [day('2026-11-10'), day('2026-11-12')];
  const sub = 'subtotal';
  expect(await cellsOf(lines)).toEqual([
    [undefined, first, 'Q-1', 'DURAND', 'chèque', 'CIC 12', 'Cantine', 3600, null],
    [undefined, first, 'Q-1', 'DURAND', 'chèque', 'CIC 12', 'Prestation n°\u00a02', 1200, null],
    [undefined, first, 'Q-2', 'DURAND', 'espèces', null, 'Cantine', 800, null],
    [sub, first, null, 'Total du jour', 'chèque', null, null, 4800, 4800],
    [sub, first, null, 'Total du jour', 'espèces', null, null, 800, 800],
    [sub, first, null, 'Total du jour', 'tous moyens', null, null, 5600, 5600],
    [undefined, second, 'AQ-1', 'DURAND', 'chèque', 'annule Q-1', 'Cantine', -3600, null],
    [undefined, second, 'AQ-1', 'DURAND', 'chèque', 'annule Q-1', 'Prestation n°\u00a02', -1200, null],
    [undefined, second, 'Q-4', 'DURAND', 'chèque', null, 'Avoirs des familles', 500, null],
    [sub, second, null, 'Total du jour', 'chèque', null, null, -4300, 500],
    [sub, null, null, 'Total de la période', 'chèque', null, null, 500, null],
    [sub, null, null, 'Total de la période', 'espèces', null, null, 800, null],
    ['total', 'Total', null, null, null, null, null, 1300, null],
  ]);
});

it('a period without receipts makes nothing', async () => {
  expect(await cellsOf([])).toEqual([['total', 'Total', null, null, null, null, null, 0, null]]);
});

it('the totals of the days are those of the lines', () => {
  const sums = [
    { date: day('2026-11-10'), means: 'CASH', operations: 1, cents: 800 },
    { date: day('2026-11-10'), means: 'CHEQUE', operations: 1, cents: 4800 },
    { date: day('2026-11-12'), means: 'CHEQUE', operations: 1, cents: -4300 },
  ];
  const cheque = { means: 'CHEQUE', label: 'chèque', operations: 1 };
  const cash = { means: 'CASH', label: 'espèces', operations: 1 };
  expect(journalDays(sums)).toEqual([
    {
      date: day('2026-11-10'),
      byMeans: [
        { ...cheque, cents: 4800, cumulatedCents: 4800 },
        { ...cash, cents: 800, cumulatedCents: 800 },
      ],
      ...{ cents: 5600, cumulatedCents: 5600 },
    },
    {
      date: day('2026-11-12'),
      byMeans: [{ ...cheque, cents: -4300, cumulatedCents: 500 }],
      ...{ cents: -4300, cumulatedCents: 1300 },
    },
  ]);
  expect(meansTotals(sums)).toEqual([
    { ...cheque, operations: 2, cents: 500 },
    { ...cash, cents: 800 },
  ]);
});
