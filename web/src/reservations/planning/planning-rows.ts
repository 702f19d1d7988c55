import { wordsOf } from '../cell-words';
import { dayOfYear, weekdayOf } from '../../words/dates';
import { listed } from '../../words/listed';
import type { Cell, Planning, PlanningRow } from '../queries';
import type { Place } from './use-toggle-cells';

/** Said where no prestation of a child runs on the days that are shown. */
export const NOTHING =
  'Aucune prestation de vos enfants sur ces jours : allez à d’autres jours, ou voyez leurs inscriptions dans Mon foyer.';

/** A line of the grid: a child in a prestation. */
export interface GridRow {
  readonly id: string;
  readonly childId: number;
  readonly firstName: string;
  readonly row: PlanningRow;
}

/** A rectangle of days: rows and columns, both included. */
export interface Range {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export function gridRows({ children }: Planning): readonly GridRow[] {
  return children.flatMap(({ childId, firstName, rows }) =>
    rows.map((row) => ({ id: `${childId}:${row.prestationId}`, childId, firstName, row })),
  );
}

export function placeAt(rows: readonly GridRow[], { row, column }: Spot): Place | null {
  const line = rows[row];
  const cell = line?.row.cells[column];
  return line && cell ? placeOf(line, cell) : null;
}

/** The days of a row that can be added now. */
export function freeOf(line: GridRow): readonly Place[] {
  return line.row.cells.filter((cell) => wordsOf(cell).act === 'add').map((cell) => placeOf(line, cell));
}

export function rangeOf(from: Spot, to: Spot): Range {
  const between = (a: number, b: number) => (a < b ? ([a, b] as const) : ([b, a] as const));
  return { rows: between(from.row, to.row), columns: between(from.column, to.column) };
}

/**
 * The days of a rectangle that one act changes: what the first one asks, adding or taking back, is asked of all; the
 * others are left as they are.
 */
export function placesIn(
  rows: readonly GridRow[],
  { rows: [top, bottom], columns: [first, last] }: Range,
  anchor: Spot,
) {
  const inside = rows
    .slice(top, bottom + 1)
    .flatMap((line) => line.row.cells.slice(first, last + 1).map((cell) => placeOf(line, cell)));
  const anchored = placeAt(rows, anchor);
  const asked = anchored && wordsOf(anchored.cell).act === 'take-back' ? 'take-back' : 'add';
  return inside.filter(({ cell }) => wordsOf(cell).act === asked);
}

/** By prestation, the children who can all be added on a day: only where there are several. */
export function togetherOn(rows: readonly GridRow[], column: number): readonly (readonly Place[])[] {
  return [...freeOn(rows, column).values()].filter(isSeveral);
}

/** What can be added together on a day, and what could when it was first shown: its room stays when it is done. */
export function togetherKept(rows: readonly GridRow[], column: number, names: readonly string[]) {
  const free = freeOn(rows, column);
  const several = [...free].filter(([, places]) => isSeveral(places)).map(([name]) => name);
  return [...new Set([...names, ...several])].map((name) => ({ name, places: free.get(name) ?? [] }));
}

function isSeveral(places: readonly Place[]): boolean {
  return new Set(places.map(({ childId }) => childId)).size > 1;
}

/** The children who can be added on a day, by prestation. */
function freeOn(rows: readonly GridRow[], column: number): ReadonlyMap<string, readonly Place[]> {
  const byName = new Map<string, Place[]>();
  for (const line of rows) {
    const cell = line.row.cells[column];
    if (!cell || wordsOf(cell).act !== 'add') continue;
    const { prestationName } = line.row;
    byName.set(prestationName, [...(byName.get(prestationName) ?? []), placeOf(line, cell)]);
  }
  return byName;
}

/** Whether the child is not in the family's hands that day. */
export function isAway({ state }: Cell): boolean {
  return state === 'NOT_YOURS' || state === 'OUT_OF_DATES';
}

/**
 * Why days are not listed, child by child: « Emma, du lundi 7 décembre au vendredi 11 décembre : semaine de l’autre
 * foyer ». The days are named: a number of days beside a reason reads as how long it lasts.
 */
export function awayOf(rows: readonly GridRow[]): readonly string[] {
  const children = [...new Map(rows.map(({ childId, firstName }) => [childId, firstName]))];
  return children.flatMap(([childId, firstName]) => {
    const own = rows.filter((line) => line.childId === childId).flatMap(({ row }) => row.cells);
    return [...runsOf(own)].map(([why, runs]) => `${firstName}, ${listed(runs.map(runWords))} : ${why}`);
  });
}

/** By reason, the first and last days of each time that it lasts; days on which nothing runs do not break it. */
function runsOf(cells: readonly Cell[]): ReadonlyMap<string, readonly DayRun[]> {
  const runs = new Map<string, DayRun[]>();
  let before: string | null = null;
  for (const date of [...new Set(cells.map((cell) => cell.date))].sort()) {
    const served = cells.filter((cell) => cell.date === date && cell.state !== 'NO_SERVICE');
    if (served.length === 0) continue;
    const why = served.find(isAway)?.why ?? null;
    const own = why === null ? [] : (runs.get(why) ?? []);
    if (why !== null && why === before) own.at(-1)!.last = date;
    else if (why !== null) runs.set(why, [...own, { first: date, last: date }]);
    before = why;
  }
  return runs;
}

interface DayRun {
  readonly first: string;
  last: string;
}

function runWords({ first, last }: DayRun): string {
  return first === last ? `le ${dayOfYear(first)}` : `du ${dayOfYear(first)} au ${dayOfYear(last)}`;
}

function placeOf({ childId, firstName, row }: GridRow, cell: PlanningRow['cells'][number]): Place {
  const { prestationId, prestationName } = row;
  return { childId, firstName, prestationId, prestationName, cell };
}

/** Without the Saturdays and Sundays on which nothing that is shown runs: no column is spent on them. */
export function withoutIdleWeekends(planning: Planning): Planning {
  const cells = planning.children.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const served = new Set(cells.filter(({ state }) => state !== 'NO_SERVICE').map(({ date }) => date));
  const isIdle = (date: string) => !served.has(date) && ['SA', 'SU'].includes(weekdayOf(date));
  if (!cells.some(({ date }) => isIdle(date))) return planning;
  const kept = (row: PlanningRow) => ({ ...row, cells: row.cells.filter(({ date }) => !isIdle(date)) });
  return { ...planning, children: planning.children.map((child) => ({ ...child, rows: child.rows.map(kept) })) };
}
