import { type FocusEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { counted } from '../../words/counted';
import { dayOfYear, shortDay } from '../../words/dates';
import { wordsOf } from '../cell-words';
import { GridLine } from './grid-line';
import styles from './planning.module.css';
import { type GridRow, gridRows, NOTHING, placesIn, type Spot, togetherOn } from './planning-rows';
import type { Planning } from '../queries';
import type { Place } from './use-toggle-cells';
import { focusOn, keepStop, useRange } from './use-range';

interface PlanningGridProps {
  readonly planning: Planning;
  /** « de la semaine », « du mois »: the scope of what is added by row. */
  readonly scope: string;
  readonly onPress: (place: Place) => void;
  readonly onMany: (places: readonly Place[]) => void;
  /** The week, or the month, before or after. */
  readonly onTurn: (way: -1 | 1) => void;
}

/**
 * Prestations of each child × days. A native table with the keys of a grid: one stop for Tab, arrows between days. One
 * set of listeners for all the cells, and rows that are drawn again only where they changed: a month of a large family
 * stays light.
 */
export default function PlanningGrid({ planning, scope, onPress, onMany, onTurn }: PlanningGridProps) {
  const rows = useMemo(() => gridRows(planning), [planning]);
  const table = useRef<HTMLTableElement>(null);
  const left = useRef<Spot | null>(null);
  const { range, on } = useRange(rows, onPress, onMany, (way, spot) => {
    left.current = spot;
    onTurn(way);
  });
  const told = useRef<HTMLParagraphElement>(null);
  const dates = rows[0]?.row.cells.map(({ date }) => date) ?? [];
  const compact = dates.length > 7;
  const chosen = range ? placesIn(rows, range, { row: range.rows[0], column: range.columns[0] }).length : 0;

  // Whoever turned the page by the keyboard is on the same line and column of the other days.
  useEffect(() => {
    if (left.current && table.current) focusOn(table.current, left.current);
    left.current = null;
  }, [planning.from]);

  // Written straight into the line below: what the pointer passes over must not draw the grid again.
  function tell(event: FocusEvent | PointerEvent): void {
    const label =
      event.target instanceof Element ? event.target.closest('[data-spot]')?.getAttribute('aria-label') : null;
    if (label && told.current) told.current.textContent = label;
  }

  if (rows.length === 0) return <p>{NOTHING}</p>;
  return (
    <>
      <p className="for-ears" role="status">
        {range
          ? `${counted(chosen, 'jour choisi', 'jours choisis')} : espace pour les changer, Échap pour n’en rien faire`
          : ''}
      </p>
      <div className={styles.scroll}>
        <table
          {...on}
          ref={table}
          className={compact ? `${styles.grid} ${styles.month}` : styles.grid}
          role="grid"
          aria-label="Réservations, par enfant et par jour"
          onFocus={(event) => {
            keepStop(event);
            tell(event);
          }}
          onPointerMove={tell}
        >
          <thead>
            <tr>
              <th scope="col">Prestation</th>
              {dates.map((date, column) => (
                <th key={date} scope="col">
                  <abbr title={dayOfYear(date)}>{shortDay(date)}</abbr>
                  {compact ? null : <Together places={togetherOn(rows, column)} onMany={onMany} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((line, index) => {
              const inside = range && range.rows[0] <= index && index <= range.rows[1];
              return (
                <GridLine
                  key={line.id}
                  line={line.row}
                  childId={line.childId}
                  firstName={line.firstName}
                  index={index}
                  first={inside ? range.columns[0] : -1}
                  last={inside ? range.columns[1] : -1}
                  scope={scope}
                  timeZone={planning.timeZone}
                  onMany={onMany}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {compact ? <Legend rows={rows} /> : null}
      <p ref={told} className={`${styles.told} soft`}>
        Passez sur un jour pour voir son prix et son délai ; glissez, ou Majuscule et les flèches, pour en choisir
        plusieurs ; Page suivante et Page précédente pour aller à d’autres jours.
      </p>
    </>
  );
}

/** What the signs of a month say, those that it shows. */
function Legend({ rows }: { readonly rows: readonly GridRow[] }) {
  const words = rows.flatMap(({ row }) => row.cells.map(wordsOf));
  const shown = new Map(words.map(({ sign, word }) => [word, sign]));
  return <p className="soft">{[...shown].map(([word, sign]) => `${sign} ${word.toLowerCase()}`).join(' · ')}</p>;
}

interface TogetherProps {
  readonly places: readonly (readonly Place[])[];
  readonly onMany: (places: readonly Place[]) => void;
}

/** « tous mes enfants », for a day: one button for each prestation that several can be added to. */
function Together({ places, onMany }: TogetherProps) {
  return places.map((together) => {
    const [{ prestationName, cell }] = together as [Place];
    const names = together.map(({ firstName }) => firstName).join(', ');
    return (
      <button
        key={prestationName}
        type="button"
        className={styles.bulk}
        aria-label={`${prestationName} : les ${together.length}, ajouter ${names}, ${dayOfYear(cell.date)}`}
        onClick={() => onMany(together)}
      >
        {prestationName} : les {together.length}
      </button>
    );
  });
}
