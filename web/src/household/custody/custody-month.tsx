import { addDays, longDay, mondayOf, WEEKDAY_NAMES, WEEKDAYS, weekNumber } from '../../words/dates';
import styles from './custody.module.css';
import type { CustodyDay } from '../queries';

export const PLACES: Record<CustodyDay['place'], { readonly word: string; readonly sign: string }> = {
  HERE: { word: 'chez vous', sign: '●' },
  ELSEWHERE: { word: 'pas chez vous', sign: '○' },
  OUTSIDE: { word: 'hors de votre garde', sign: '–' },
};
export const EXCHANGED = { word: 'jour échangé', sign: '⇄' } as const;

interface CustodyMonthProps {
  /** « Clara, novembre 2026 ». */
  readonly caption: string;
  /** Those of one month, in order. */
  readonly days: readonly CustodyDay[];
  readonly today: string;
}

/** A month of one child: a line per week, whose number is even or odd. */
export function CustodyMonth({ caption, days, today }: CustodyMonthProps) {
  const known = new Map(days.map((day) => [day.date, day]));
  const mondays = [...new Set(days.map(({ date }) => mondayOf(date)))];
  return (
    <table className={styles.month}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Sem.</th>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              <span aria-hidden="true">{WEEKDAY_NAMES[weekday].charAt(0)}</span>
              <span className="for-ears">{WEEKDAY_NAMES[weekday]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mondays.map((monday) => (
          <tr key={monday}>
            <th scope="row">
              {weekNumber(monday)}
              <span className="for-ears">, semaine {weekNumber(monday) % 2 === 0 ? 'paire' : 'impaire'}</span>
            </th>
            {WEEKDAYS.map((weekday, index) => (
              <DayCell key={weekday} day={known.get(addDays(monday, index))} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, today }: { readonly day: CustodyDay | undefined; readonly today: string }) {
  if (day === undefined) return <td />;
  const { word, sign } = PLACES[day.place];
  const said = [longDay(day.date), word, day.exchanged ? EXCHANGED.word : ''].filter(Boolean).join(', ');
  return (
    <td data-place={day.place} aria-current={day.date === today ? 'date' : undefined}>
      <span aria-hidden="true">
        {Number(day.date.slice(8))}
        <br />
        {sign}
        {day.exchanged ? EXCHANGED.sign : ''}
      </span>
      <span className="for-ears">{said}</span>
    </td>
  );
}
