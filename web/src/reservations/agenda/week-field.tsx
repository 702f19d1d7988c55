import { type Weekday, WEEKDAY_NAMES, WEEKDAYS, weekdayOf } from '../../words/dates';
import type { Planning } from '../queries';
import styles from './agenda.module.css';
import { rowKey, type TypicalWeek } from './typical-week';

/** Days of school, and those of the end of the week on which something that is shown runs. */
function weekdaysOf({ children }: Planning): readonly Weekday[] {
  const cells = children.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const served = new Set(cells.filter(({ state }) => state !== 'NO_SERVICE').map(({ date }) => weekdayOf(date)));
  return WEEKDAYS.filter((weekday) => (weekday !== 'SA' && weekday !== 'SU') || served.has(weekday));
}

interface WeekFieldProps {
  readonly planning: Planning;
  readonly week: TypicalWeek;
  readonly onChange: (week: TypicalWeek) => void;
}

/** The typical week of each child: which weekdays, prestation by prestation. */
export function WeekField({ planning, week, onChange }: WeekFieldProps) {
  function toggle(key: string, weekday: Weekday): void {
    const days = new Set(week.get(key));
    if (!days.delete(weekday)) days.add(weekday);
    onChange(new Map(week).set(key, days));
  }
  const weekdays = weekdaysOf(planning);
  return (
    <div className={styles.children}>
      {planning.children.map(({ childId, firstName, rows }) => (
        <section key={childId} className="card" aria-label={firstName}>
          <h3>{firstName}</h3>
          {rows.map(({ prestationId, prestationName }) => {
            const key = rowKey(childId, prestationId);
            return (
              <fieldset key={key} className={styles.row}>
                <legend>{prestationName}</legend>
                {weekdays.map((weekday) => (
                  <label key={weekday} className={styles.day}>
                    <input
                      type="checkbox"
                      aria-label={`${firstName}, ${prestationName}, chaque ${WEEKDAY_NAMES[weekday]}`}
                      checked={week.get(key)?.has(weekday) ?? false}
                      onChange={() => toggle(key, weekday)}
                    />
                    <span aria-hidden="true">{WEEKDAY_NAMES[weekday].slice(0, 2)}</span>
                  </label>
                ))}
              </fieldset>
            );
          })}
        </section>
      ))}
    </div>
  );
}
