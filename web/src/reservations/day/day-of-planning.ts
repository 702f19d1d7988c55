import { hourOf } from '../../words/dates';
import type { Cell, Planning } from '../queries';

/** One day of a child in a prestation, with all that the planning says around it. */
export interface DayOfPlanning {
  readonly childId: number;
  readonly firstName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteName: string;
  /** « 11 h 45 – 13 h 30 »; null where the prestation has none. */
  readonly hours: string | null;
  readonly timeZone: string;
  readonly cell: Cell;
}

/** Which one. */
export interface DayKey {
  readonly childId: number;
  readonly prestationId: number;
  readonly date: string;
}

/** As the planning has it now; null once it is not in it. */
export function dayOfPlanning({ children, timeZone }: Planning, key: DayKey): DayOfPlanning | null {
  const child = children.find(({ childId }) => childId === key.childId);
  const row = child?.rows.find(({ prestationId }) => prestationId === key.prestationId);
  const cell = row?.cells.find(({ date }) => date === key.date);
  if (!child || !row || !cell) return null;
  const { prestationName, siteName, startsAt, endsAt } = row;
  const hours = startsAt && endsAt ? `${hourOf(startsAt)} – ${hourOf(endsAt)}` : null;
  return { ...key, firstName: child.firstName, prestationName, siteName, hours, timeZone, cell };
}
