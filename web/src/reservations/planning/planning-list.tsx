import { memo, useMemo, useState } from 'react';
import { dayOfYear } from '../../words/dates';
import { sentenceOf, untilWhen, whyOf, wordsOf } from '../cell-words';
import styles from './planning.module.css';
import { awayOf, freeOf, type GridRow, gridRows, isAway, NOTHING, togetherOn } from './planning-rows';
import type { Planning } from '../queries';
import type { Place } from './use-toggle-cells';

interface PlanningListProps {
  readonly planning: Planning;
  readonly today: string;
  /** « de la semaine », « du mois »: the scope of what is added at once. */
  readonly scope: string;
  readonly onPress: (place: Place) => void;
  readonly onMany: (places: readonly Place[]) => void;
}

/** The days one under the other, for a narrow screen: each with its prestations, said in words; those gone by are folded. */
export function PlanningList({ planning, today, scope, onPress, onMany }: PlanningListProps) {
  const rows = useMemo(() => gridRows(planning), [planning]);
  const [unfolded, setUnfolded] = useState(false);
  const dates = rows[0]?.row.cells.map(({ date }) => date) ?? [];
  const days = dates.map((date, column) => ({ date, column, lines: linesOn(rows, column) }));
  const shown = days.filter(({ lines }) => lines.length > 0);
  const away = awayOf(rows);
  if (shown.length === 0 && away.length === 0) return <p>{NOTHING}</p>;
  const past = shown.filter(({ date }) => date < today);
  const coming = shown.filter(({ date }) => date >= today);
  const draw = (day: ShownDay) => (
    <Day key={day.date} day={day} rows={rows} timeZone={planning.timeZone} onPress={onPress} onMany={onMany} />
  );
  return (
    <div className={styles.days}>
      {away.map((told) => (
        <p key={told}>{told}</p>
      ))}
      <Whole rows={rows} scope={scope} onMany={onMany} unfolded={unfolded} onFold={setUnfolded} />
      {past.length > 0 && coming.length > 0 ? (
        <details>
          <summary className={styles.whole}>Jours passés {scope}</summary>
          <div className={styles.days}>{past.map(draw)}</div>
        </details>
      ) : (
        past.map(draw)
      )}
      {coming.map(draw)}
    </div>
  );
}

interface ShownDay {
  readonly date: string;
  readonly column: number;
  readonly lines: ReturnType<typeof linesOn>;
}

interface DayProps extends Pick<PlanningListProps, 'onPress' | 'onMany'> {
  readonly day: ShownDay;
  readonly rows: readonly GridRow[];
  readonly timeZone: string;
}

function Day({ day: { date, column, lines }, rows, timeZone, onPress, onMany }: DayProps) {
  return (
    <section className={styles.day} aria-labelledby={`jour-${date}`}>
      <h3 id={`jour-${date}`}>{dayOfYear(date)}</h3>
      {togetherOn(rows, column).map((places) => (
        <button key={places[0]!.prestationName} type="button" className={styles.bulk} onClick={() => onMany(places)}>
          {places[0]!.prestationName} : ajouter {places.map(({ firstName }) => firstName).join(', ')}
        </button>
      ))}
      <ul>
        {lines.map(({ id, childId, firstName, row, cell }) => (
          <Line
            key={id}
            childId={childId}
            firstName={firstName}
            prestationId={row.prestationId}
            prestationName={row.prestationName}
            cell={cell}
            timeZone={timeZone}
            onPress={onPress}
          />
        ))}
      </ul>
    </section>
  );
}

/** What a day holds for the children; nothing where nothing runs. */
function linesOn(rows: readonly GridRow[], column: number) {
  return rows
    .map((line) => ({ ...line, cell: line.row.cells[column]! }))
    .filter(({ cell }) => cell.state !== 'NO_SERVICE' && !isAway(cell));
}

interface WholeProps {
  readonly rows: readonly GridRow[];
  readonly scope: string;
  readonly onMany: (places: readonly Place[]) => void;
  readonly unfolded: boolean;
  readonly onFold: (unfolded: boolean) => void;
}

/** All the free days that are shown, child by child and prestation by prestation. */
function Whole({ rows, scope, onMany, unfolded, onFold }: WholeProps) {
  const lines = rows.map((line) => ({ line, free: freeOf(line) })).filter(({ free }) => free.length > 1);
  if (lines.length === 0) return null;
  return (
    // Kept by the page: it is gone while nothing is left to add, and back as it was once that is undone.
    <details open={unfolded} onToggle={({ currentTarget }) => onFold(currentTarget.open)}>
      <summary className={styles.whole}>Ajouter plusieurs jours {scope}</summary>
      {lines.map(({ line: { id, firstName, row }, free }) => (
        <button key={id} type="button" className={styles.wide} onClick={() => onMany(free)}>
          {firstName}, {row.prestationName} : ajouter les {free.length} jours libres {scope}
        </button>
      ))}
    </details>
  );
}

interface LineProps extends Place {
  readonly timeZone: string;
  readonly onPress: (place: Place) => void;
}

/** A day of a child in a prestation. Drawn again only when it changes: a press is answered at once on a slow phone too. */
const Line = memo(function Line({ timeZone, onPress, ...place }: LineProps) {
  const { firstName, prestationName, cell } = place;
  const { word, sign, tone, act } = wordsOf(cell);
  return (
    <li>
      <button
        type="button"
        className={`${styles.line} ${styles[tone]}`}
        aria-pressed={act === 'add' ? false : act === 'take-back' ? true : undefined}
        aria-label={sentenceOf(firstName, prestationName, cell, timeZone)}
        onClick={() => onPress(place)}
      >
        <span>
          <strong>{firstName}</strong> – {prestationName}
        </span>
        <span className={styles.state}>
          <span aria-hidden="true">{sign} </span>
          {word}
        </span>
        <small>{[cell.price, whyOf(cell), untilWhen(cell, timeZone)].filter(Boolean).join(' · ')}</small>
      </button>
    </li>
  );
});
