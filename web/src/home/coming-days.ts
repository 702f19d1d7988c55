import type { Planning, PublishedMenu } from '../reservations/queries';
import { until } from '../words/dates';

/** What is read to tell the next deadline. */
export const DAYS_AHEAD = 13;

export interface ChildDay {
  readonly childId: number;
  readonly firstName: string;
  /** « cantine, garderie du soir »; empty: nothing is reserved. */
  readonly prestations: readonly string[];
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
export function childrenOn(date: string, { children }: Planning): ChildDay[] {
  return children.map(({ childId, firstName, rows }) => ({
    childId,
    firstName,
    prestations: rows
      .filter(({ cells }) => cells.some((cell) => cell.date === date && cell.state === 'RESERVED'))
      .map(({ prestationName }) => prestationName),
  }));
}

/** The main dishes of the meals reserved on a day, once each; none where the mairie tells nothing. */
export function mainDishesOn(date: string, { children }: Planning, menus: readonly PublishedMenu[]): string[] {
  const reserved = new Set(
    children
      .flatMap(({ rows }) => rows)
      .filter(({ cells }) => cells.some((cell) => cell.date === date && cell.state === 'RESERVED'))
      .map(({ prestationId }) => prestationId),
  );
  const dishes = menus
    .filter((menu) => menu.date === date && reserved.has(menu.prestationId))
    .flatMap((menu) => menu.dishes.filter(({ course }) => course === 'MAIN').map(({ name }) => name));
  return [...new Set(dishes)];
}

/** What closes next, of what the family can still book or give up; null when nothing does in these days. */
export function nextDeadline({ children }: Planning, now: number): Deadline | null {
  const open = children
    .flatMap(({ rows }) => rows)
    .flatMap(({ prestationName, cells }) =>
      cells.flatMap(({ date, state, addClosesAt, cancelClosesAt, cancellable }) => {
        const act = state === 'BOOKABLE' ? ('réserver' as const) : ('annuler' as const);
        const closesAt =
          state === 'BOOKABLE' ? addClosesAt : state === 'RESERVED' && cancellable ? cancelClosesAt : null;
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
