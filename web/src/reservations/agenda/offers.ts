import type { Weekday } from '../../words/dates';
import type { Planning } from '../queries';
import { rowKey, type TypicalWeek } from './typical-week';

/** A prestation that a child is enrolled in, and the weekdays on which it may run. */
export interface OfferedRow {
  readonly key: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly weekdays: readonly Weekday[];
}

export interface OfferedChild {
  readonly childId: number;
  readonly firstName: string;
  readonly rows: readonly OfferedRow[];
}

/** A prestation on all its days, for all the children who have it: at each school it is another one of the same name. */
export interface EveryDay {
  readonly prestationName: string;
  readonly prestationIds: readonly number[];
  readonly firstNames: readonly string[];
  readonly week: TypicalWeek;
}

/** What the children are enrolled in, in any of these plannings: one that begins in the autumn is there in July. */
export function offersOf(plannings: readonly Planning[]): readonly OfferedChild[] {
  const children = new Map<number, { readonly firstName: string; readonly rows: Map<number, OfferedRow> }>();
  for (const { childId, firstName, rows } of plannings.flatMap((planning) => planning.children)) {
    const child = children.get(childId) ?? { firstName, rows: new Map<number, OfferedRow>() };
    for (const { prestationId, prestationName, weekdays } of rows)
      child.rows.set(prestationId, { key: rowKey(childId, prestationId), prestationId, prestationName, weekdays });
    children.set(childId, child);
  }
  return [...children].map(([childId, { firstName, rows }]) => ({ childId, firstName, rows: [...rows.values()] }));
}

/** By name, what one press asks for all the children at once. */
export function everyDaysOf(children: readonly OfferedChild[]): readonly EveryDay[] {
  const byName = new Map<string, (OfferedRow & { readonly firstName: string })[]>();
  for (const { firstName, rows } of children)
    for (const row of rows)
      byName.set(row.prestationName, [...(byName.get(row.prestationName) ?? []), { ...row, firstName }]);
  return [...byName].map(([prestationName, rows]) => ({
    prestationName,
    prestationIds: [...new Set(rows.map(({ prestationId }) => prestationId))],
    firstNames: [...new Set(rows.map(({ firstName }) => firstName))],
    week: new Map(rows.map(({ key, weekdays }) => [key, new Set(weekdays)])),
  }));
}

/** Whether the typical week has all these days already. */
export function hasAll(week: TypicalWeek, wanted: TypicalWeek): boolean {
  return [...wanted].every(([key, days]) => [...days].every((day) => week.get(key)?.has(day)));
}

/** The typical week with these days, or without them. */
export function withDays(week: TypicalWeek, wanted: TypicalWeek, ticked: boolean): TypicalWeek {
  const changed = [...wanted].map(([key, days]) => {
    const others = [...(week.get(key) ?? [])].filter((day) => !days.has(day));
    return [key, new Set(ticked ? [...others, ...days] : others)] as const;
  });
  return new Map([...week, ...changed]);
}

/** The rows that have no day at all in a span that was read whole. */
export function idleRows(children: readonly OfferedChild[], span: readonly Planning[]): ReadonlySet<string> {
  const served = new Set(
    span
      .flatMap((planning) => planning.children)
      .flatMap(({ childId, rows }) =>
        rows
          .filter(({ cells }) => cells.some(({ state }) => state !== 'NO_SERVICE'))
          .map(({ prestationId }) => rowKey(childId, prestationId)),
      ),
  );
  return new Set(children.flatMap(({ rows }) => rows.map(({ key }) => key)).filter((key) => !served.has(key)));
}
