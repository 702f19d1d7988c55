import { type Weekday, WEEKDAY_NAMES, WEEKDAYS } from '../../words/dates';
import styles from './agenda.module.css';
import type { OfferedChild } from './offers';
import type { TypicalWeek } from './typical-week';

interface WeekFieldProps {
  readonly offered: readonly OfferedChild[];
  /** The rows that have no day in the span. */
  readonly idle: ReadonlySet<string>;
  readonly week: TypicalWeek;
  readonly onChange: (week: TypicalWeek) => void;
}

/** The typical week of each child: which weekdays, of those that each prestation has. */
export function WeekField({ offered, idle, week, onChange }: WeekFieldProps) {
  function toggle(key: string, weekday: Weekday): void {
    const days = new Set(week.get(key));
    if (!days.delete(weekday)) days.add(weekday);
    onChange(new Map(week).set(key, days));
  }
  return (
    <div className={styles.children}>
      {offered.map(({ childId, firstName, rows }) => (
        <section key={childId} className="card" aria-label={firstName}>
          <h3>{firstName}</h3>
          {rows.length === 0 ? <p>{firstName} n’est à aucune prestation ces jours-là : voyez Mon foyer.</p> : null}
          {rows.map(({ key, prestationName, weekdays }) =>
            idle.has(key) ? (
              <p key={key} className="soft">
                {prestationName} : aucun accueil entre ces dates.
              </p>
            ) : (
              <fieldset key={key} className={styles.row}>
                <legend>{prestationName}</legend>
                {WEEKDAYS.filter((weekday) => weekdays.includes(weekday)).map((weekday) => (
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
            ),
          )}
        </section>
      ))}
    </div>
  );
}
