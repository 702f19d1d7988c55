import { memo, useMemo, useState } from 'react';
import { AddTogether, Whole } from './add-many';
import { dayOfYear } from '../../words/dates';
import { listed } from '../../words/listed';
import { sentenceOf, untilWhen, whyOf, wordsOf } from '../cell-words';
import styles from './planning.module.css';
import { awayOf, type GridRow, gridRows, isAway, NOTHING, togetherKept, togetherOn } from './planning-rows';
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
  // What was offered at first keeps its room while these lines are shown: nothing moves under the thumb.
  const lines = rows.map(({ id }) => id).join(' ');
  const draw = (day: ShownDay) => (
    <Day
      key={`${day.date} ${lines}`}
      day={day}
      rows={rows}
      timeZone={planning.timeZone}
      onPress={onPress}
      onMany={onMany}
    />
  );
  return (
    <div className={styles.days}>
      {away.map((told) => (
        <p key={told}>{told}</p>
      ))}
      <Whole
        key={`${dates[0]} ${lines}`}
        rows={rows}
        scope={scope}
        onMany={onMany}
        unfolded={unfolded}
        onFold={setUnfolded}
      />
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
  const [atFirst] = useState(() => togetherOn(rows, column).map(([place]) => place!.prestationName));
  return (
    <section className={styles.day} aria-labelledby={`jour-${date}`}>
      <h3 id={`jour-${date}`}>{dayOfYear(date)}</h3>
      {togetherKept(rows, column, atFirst).map(({ name, places }) => (
        <AddTogether key={name} className={styles.bulk} places={places} onMany={onMany}>
          {name} :{' '}
          {places.length > 0
            ? `ajouter ${listed(places.map(({ firstName }) => firstName))}`
            : 'plus personne à ajouter'}
        </AddTogether>
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
