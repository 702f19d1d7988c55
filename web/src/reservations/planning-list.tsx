import { dayOfYear } from '../words/dates';
import { sentenceOf, untilWhen, wordsOf } from './cell-words';
import styles from './planning.module.css';
import { freeOf, gridRows, togetherOn } from './planning-rows';
import type { Planning } from './queries';
import type { Place } from './use-toggle-cells';

interface PlanningListProps {
  readonly planning: Planning;
  /** « de la semaine », « du mois »: the scope of what is added at once. */
  readonly scope: string;
  readonly onPress: (place: Place) => void;
  readonly onMany: (places: readonly Place[]) => void;
}

/** The days one under the other, for a narrow screen: each with its prestations, said in words. */
export function PlanningList({ planning, scope, onPress, onMany }: PlanningListProps) {
  const dates = planning.children[0]?.rows[0]?.cells.map(({ date }) => date) ?? [];
  return (
    <div className={styles.days}>
      <Whole planning={planning} scope={scope} onMany={onMany} />
      {dates.map((date, index) => (
        <Day key={date} date={date} index={index} planning={planning} onPress={onPress} onMany={onMany} />
      ))}
    </div>
  );
}

/** All the free days that are shown, child by child and prestation by prestation. */
function Whole({ planning, scope, onMany }: Omit<PlanningListProps, 'onPress'>) {
  const lines = gridRows(planning)
    .map((line) => ({ line, free: freeOf(line) }))
    .filter(({ free }) => free.length > 1);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary className={styles.whole}>Ajouter plusieurs jours {scope}</summary>
      {lines.map(({ line: { id, firstName, row }, free }) => (
        <button key={id} type="button" className={styles.wide} onClick={() => onMany(free)}>
          {firstName}, {row.prestationName} : ajouter les {free.length} jours libres {scope}
        </button>
      ))}
    </details>
  );
}

function Day({
  date,
  index,
  planning,
  onPress,
  onMany,
}: Omit<PlanningListProps, 'scope'> & { readonly date: string; readonly index: number }) {
  const lines = planning.children.flatMap(({ childId, firstName, rows }) =>
    rows
      .map(({ prestationId, prestationName, cells }) => ({ prestationId, prestationName, cell: cells[index]! }))
      .filter(({ cell }) => cell.state !== 'NO_SERVICE' && cell.state !== 'NOT_YOURS')
      .map((line) => ({ ...line, childId, firstName })),
  );
  if (lines.length === 0) return null;
  return (
    <section className={styles.day} aria-labelledby={`jour-${date}`}>
      <h3 id={`jour-${date}`}>{dayOfYear(date)}</h3>
      {togetherOn(gridRows(planning), index).map((places) => (
        <button key={places[0]!.prestationName} type="button" className={styles.bulk} onClick={() => onMany(places)}>
          {places[0]!.prestationName} : ajouter {places.map(({ firstName }) => firstName).join(', ')}
        </button>
      ))}
      <ul>
        {lines.map(({ childId, firstName, prestationId, prestationName, cell }) => {
          const { word, sign, tone, act } = wordsOf(cell);
          return (
            <li key={`${childId}:${prestationId}`}>
              <button
                type="button"
                className={`${styles.line} ${styles[tone]}`}
                aria-pressed={act === 'add' ? false : act === 'take-back' ? true : undefined}
                aria-label={sentenceOf(firstName, prestationName, cell, planning.timeZone)}
                onClick={() => onPress({ childId, firstName, prestationId, prestationName, cell })}
              >
                <span>
                  <strong>{firstName}</strong> – {prestationName}
                </span>
                <span className={styles.state}>
                  <span aria-hidden="true">{sign} </span>
                  {word}
                </span>
                <small>
                  {[cell.price, untilWhen(cell, planning.timeZone) ?? cell.why].filter(Boolean).join(' · ')}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
