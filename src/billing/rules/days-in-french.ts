import { Temporal } from '../../kernel/civil-time.js';
import { enumeration, monthName, plainDate } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';

/** « 1er, 3 et 4 septembre 2026 », « 29 et 30 septembre et 1er octobre 2026 ». Dates in order, at least one. */
export function daysInFrench(dates: readonly Temporal.PlainDate[]): string {
  const months = [...groupedBy(dates, (date) => date.toPlainYearMonth().toString()).values()];
  const lastYear = dates.at(-1)!.year;
  return enumeration(
    months.map((days, index) => {
      const { year } = days[0]!;
      const withYear = index === months.length - 1 || year !== lastYear;
      const numbers = enumeration(days.map(({ day }) => (day === 1 ? '1er' : String(day))));
      const name = monthName(days[0]!.toPlainYearMonth());
      return `${numbers} ${withYear ? name : name.replace(` ${year}`, '')}`;
    }),
  );
}

/** « du 1er au 30 septembre 2026 », « du 28 septembre au 4 octobre 2026 ». */
export function spanInFrench(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  if (from.equals(to)) return `du ${plainDate(to)}`;
  const start = plainDate(from);
  const short = from.year !== to.year ? start : start.replace(` ${from.year}`, '');
  const first = from.year === to.year && from.month === to.month ? short.split(' ')[0]! : short;
  return `du ${first} au ${plainDate(to)}`;
}
