import type { Absence } from '../absences/queries';
import type { Planning, PublishedMenu } from '../reservations/queries';
import { awaited } from '../family/awaited';
import { until } from '../words/dates';

/** What is read to tell the next deadline. */
export const DAYS_AHEAD = 13;

export interface ChildDay {
  readonly childId: number;
  readonly firstName: string;
  /** Where the child is awaited, such as « Cantine », « Cantine (réservé par l’autre foyer) ». */
  readonly prestations: readonly string[];
  /** What is reserved too, for which it is announced absent. */
  readonly absentFrom: readonly string[];
}

export interface Deadline {
  readonly date: string;
  /** First instant at which it is too late. */
  readonly closesAt: string;
  readonly act: 'réserver' | 'annuler';
  /** What closes then, such as « Cantine ». */
  readonly prestations: readonly string[];
}

/** What each child does on a day. */
export function childrenOn(date: string, { children }: Planning, absences: readonly Absence[]): ChildDay[] {
  return children.map(({ childId, firstName, rows }) => {
    const reserved = rows.flatMap((row) => {
      const place = awaited(row, date);
      return place === null ? [] : [{ ...row, place }];
    });
    const absent = absentOn(date, childId, absences);
    return {
      childId,
      firstName,
      prestations: reserved.filter((row) => !absent(row)).map(({ place }) => place),
      absentFrom: reserved.filter(absent).map(({ prestationName }) => prestationName),
    };
  });
}

/** « Cantine (absence déclarée : Garderie du soir) », as much of it as there is. */
export function dayInWords({ prestations, absentFrom }: ChildDay): string {
  if (absentFrom.length === 0) return prestations.join(', ') || 'rien de réservé';
  if (prestations.length === 0) return 'absence déclarée';
  return `${prestations.join(', ')} (absence déclarée : ${absentFrom.join(', ')})`;
}

/** The main dishes of the meals at which a child is awaited on a day, once each; none where the mairie tells nothing. */
export function mainDishesOn(
  date: string,
  { children }: Planning,
  menus: readonly PublishedMenu[],
  absences: readonly Absence[],
): string[] {
  const meals = new Set(
    children.flatMap(({ childId, rows }) => {
      const absent = absentOn(date, childId, absences);
      return rows.filter((row) => awaited(row, date) !== null && !absent(row)).map(({ prestationId }) => prestationId);
    }),
  );
  const dishes = menus
    .filter((menu) => menu.date === date && meals.has(menu.prestationId))
    .flatMap((menu) => menu.dishes.filter(({ course }) => course === 'MAIN').map(({ name }) => name));
  return [...new Set(dishes)];
}

/** What closes next, of what the family can still book or give up; null when nothing does in these days. */
export function nextDeadline({ children }: Planning, now: number): Deadline | null {
  const open = children
    .flatMap(({ rows }) => rows)
    .flatMap(({ prestationName, cells }) =>
      cells.flatMap(({ date, state, bookableUntil, cancelClosesAt, cancellable }) => {
        const act = state === 'BOOKABLE' ? ('réserver' as const) : ('annuler' as const);
        const closesAt =
          state === 'BOOKABLE' ? bookableUntil : state === 'RESERVED' && cancellable ? cancelClosesAt : null;
        return closesAt && until(closesAt, now) > 0 ? [{ date, closesAt, act, prestationName }] : [];
      }),
    )
    .sort((a, b) => until(a.closesAt, now) - until(b.closesAt, now) || a.date.localeCompare(b.date));
  const [first] = open;
  if (!first) return null;
  const together = open.filter(
    ({ closesAt, date, act }) => closesAt === first.closesAt && date === first.date && act === first.act,
  );
  const { date, closesAt, act } = first;
  return { date, closesAt, act, prestations: [...new Set(together.map(({ prestationName }) => prestationName))] };
}

type Row = Planning['children'][number]['rows'][number];

function absentOn(date: string, childId: number, absences: readonly Absence[]) {
  const days = absences
    .filter((absence) => absence.childId === childId && absence.state !== 'WITHDRAWN')
    .flatMap((absence) => absence.days)
    .filter((day) => day.date === date);
  return ({ prestationId }: Row) => days.some((day) => day.prestationId === prestationId);
}
