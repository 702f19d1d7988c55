import { memo } from 'react';
import { sentenceOf, wordsOf } from '../cell-words';
import styles from './planning.module.css';
import { freeOf } from './planning-rows';
import type { PlanningRow } from '../queries';
import type { Place } from './use-toggle-cells';

interface GridLineProps {
  readonly line: PlanningRow;
  readonly childId: number;
  readonly firstName: string;
  readonly index: number;
  /** The columns that are chosen, both included; −1: none. */
  readonly first: number;
  readonly last: number;
  readonly scope: string;
  readonly timeZone: string;
  readonly onMany: (places: readonly Place[]) => void;
}

/** A child in a prestation: its days, and what adds all those that are free. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { line, childId, firstName, index, first, last, scope, timeZone, onMany } = props;
  const { prestationName, cells } = line;
  const free = freeOf({ id: '', childId, firstName, row: line });
  return (
    <tr>
      <th scope="row">
        <span className={styles.rowHead}>
          <strong>{firstName}</strong> {prestationName}
        </span>
        {free.length > 1 ? (
          <button
            type="button"
            className={styles.bulk}
            aria-label={`${firstName}, ${prestationName} : ajouter les ${free.length} jours libres ${scope}`}
            onClick={() => onMany(free)}
          >
            Ajouter les {free.length} jours libres
          </button>
        ) : null}
      </th>
      {cells.map((cell, column) => {
        const { word, sign, tone, act } = wordsOf(cell);
        const inside = first <= column && column <= last;
        const sentence = sentenceOf(firstName, prestationName, cell, timeZone);
        return (
          <td key={cell.date} role="gridcell" aria-selected={inside || undefined}>
            <button
              type="button"
              tabIndex={index === 0 && column === 0 ? 0 : -1}
              data-spot={`${index}:${column}`}
              className={`${styles.cell} ${styles[tone]} ${inside ? styles.inside : ''}`}
              aria-label={sentence}
              aria-pressed={act === 'add' ? false : act === 'take-back' ? true : undefined}
              aria-disabled={act === 'none' || undefined}
            >
              <span className={styles.sign} aria-hidden="true">
                {sign}
              </span>
              <span className={styles.word} aria-hidden="true">
                {word}
              </span>
            </button>
          </td>
        );
      })}
    </tr>
  );
});
