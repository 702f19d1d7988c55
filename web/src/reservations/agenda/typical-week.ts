import { addDays, longDay, type Weekday, WEEKDAY_NAMES, weekdayOf } from '../../words/dates';
import type { CellState } from '../cell-words';
import type { Planning } from '../queries';

/** The weekdays wanted for each child and prestation. */
export type TypicalWeek = ReadonlyMap<string, ReadonlySet<Weekday>>;

/** What one request books: these children, in this prestation, on these weekdays. */
export interface WantedSpan {
  readonly childIds: number[];
  readonly prestationId: number;
  readonly weekdays: Weekday[];
}

export interface Counted {
  /** What can be added now. */
  readonly free: number;
  /** The last day of these. */
  readonly last: string;
  /** What cannot, by the state it is in. */
  readonly others: ReadonlyMap<CellState, number>;
}

const CHOSEN: readonly CellState[] = ['RESERVED', 'IN_BASKET', 'AWAITING_PAYMENT'];
const NOT_A_DAY: readonly CellState[] = ['NO_SERVICE', 'NOT_YOURS', 'TAKEN_BY_OTHER', 'OUT_OF_DATES', 'CALLED_OFF'];
/** The API answers at most so many days of planning at once. */
const LONGEST_PLANNING = 62;

export const rowKey = (childId: number, prestationId: number) => `${childId}:${prestationId}`;

/** One request for the children who want the same weekdays of the same prestation. */
export function wantedSpans(week: TypicalWeek): WantedSpan[] {
  const spans = new Map<string, WantedSpan>();
  for (const [key, days] of week) {
    if (days.size === 0) continue;
    const [childId, prestationId] = key.split(':').map(Number) as [number, number];
    const weekdays = [...days].sort();
    const same = `${prestationId}:${weekdays.join()}`;
    const known = spans.get(same);
    spans.set(same, { prestationId, weekdays, childIds: [...(known?.childIds ?? []), childId] });
  }
  return [...spans.values()];
}

/** The week as it was lived: what is reserved, or about to be, in a planning. */
export function weekOf({ children }: Planning): TypicalWeek {
  const rows = children.flatMap(({ childId, rows: own }) =>
    own.map(({ prestationId, cells }) => {
      const days = cells.filter(({ state }) => CHOSEN.includes(state)).map(({ date }) => weekdayOf(date));
      return [rowKey(childId, prestationId), new Set(days)] as const;
    }),
  );
  return new Map(rows);
}

/** What the typical week comes to over plannings that follow each other. */
export function counted(plannings: readonly Planning[], week: TypicalWeek): Counted {
  let free = 0;
  let last = '';
  const others = new Map<CellState, number>();
  for (const { childId, rows } of plannings.flatMap(({ children }) => children))
    for (const { prestationId, cells } of rows) {
      const days = week.get(rowKey(childId, prestationId));
      for (const { date, state } of cells) {
        if (!days?.has(weekdayOf(date)) || NOT_A_DAY.includes(state)) continue;
        if (state === 'BOOKABLE') {
          free += 1;
          if (date > last) last = date;
        } else others.set(state, (others.get(state) ?? 0) + 1);
      }
    }
  return { free, last, others };
}

/** The span cut into what the API answers at once. */
export function slices(from: string, to: string): readonly (readonly [string, string])[] {
  const cut: [string, string][] = [];
  for (let day = from; day <= to && cut.length < 8; day = addDays(day, LONGEST_PLANNING)) {
    const last = addDays(day, LONGEST_PLANNING - 1);
    cut.push([day, last < to ? last : to]);
  }
  return cut;
}

/** « les 34 lundis jusqu’au vendredi 2 juillet 2027 », « les 120 jours jusqu’au … » where there are several weekdays. */
export function scopeWords({ free, last }: Pick<Counted, 'free' | 'last'>, week: TypicalWeek): string {
  const weekdays = new Set([...week.values()].flatMap((days) => [...days]));
  const [only] = weekdays;
  const day = weekdays.size === 1 && only ? WEEKDAY_NAMES[only] : 'jour';
  return free === 1 ? `1 ${day}, jusqu’au ${longDay(last)}` : `les ${free} ${day}s jusqu’au ${longDay(last)}`;
}
