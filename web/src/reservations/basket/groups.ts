import { dayOfYear, longDay } from '../../words/dates';

export interface OneDay {
  readonly childId: number;
  readonly childName: string;
  readonly prestationName: string;
  readonly date: string;
}

export interface Group<Day extends OneDay> {
  readonly childId: number;
  readonly childName: string;
  readonly prestationName: string;
  readonly days: readonly Day[];
}

/** Days of each child and prestation: children in the order in which they first come, the prestations of each by name. */
export function groupsOf<Day extends OneDay>(days: readonly Day[]): Group<Day>[] {
  const groups = new Map<string, Day[]>();
  for (const day of days) {
    const key = `${day.childId}:${day.prestationName}`;
    const own = groups.get(key);
    if (own) own.push(day);
    else groups.set(key, [day]);
  }
  const children = [...new Set(days.map(({ childId }) => childId))];
  const told = [...groups.values()].map((own) => {
    const { childId, childName, prestationName } = own[0]!;
    return { childId, childName, prestationName, days: own };
  });
  const rankOf = ({ childId }: Group<Day>) => children.indexOf(childId);
  return told.sort((a, b) => rankOf(a) - rankOf(b) || a.prestationName.localeCompare(b.prestationName, 'fr'));
}

/** « du vendredi 27 novembre 2026 au vendredi 2 juillet 2027 », « le vendredi 27 novembre 2026 ». */
export function periodOf(days: readonly Pick<OneDay, 'date'>[]): string {
  const dates = days.map(({ date }) => date).sort();
  const [first, last] = [dates[0]!, dates.at(-1)!];
  if (first === last) return `le ${longDay(first)}`;
  return `du ${first.slice(0, 4) === last.slice(0, 4) ? dayOfYear(first) : longDay(first)} au ${longDay(last)}`;
}
