import { Cell as TableCell } from 'react-aria-components/Table';
import { Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { dayOfYear, shortDay } from '../words/dates';
import { sentenceOf, wordsOf } from './cell-words';
import styles from './planning.module.css';
import type { Cell, Planning } from './queries';
import type { Place } from './use-toggle-cells';

interface PlanningGridProps {
  readonly planning: Planning;
  readonly onPress: (place: Place) => void;
  /** The day that the pointer or the keyboard is on, to be told in full. */
  readonly onReach: (sentence: string) => void;
}

/** Prestations of each child × days; arrows move between days, the space bar presses one. */
export default function PlanningGrid({ planning, onPress, onReach }: PlanningGridProps) {
  const dates = planning.children[0]?.rows[0]?.cells.map(({ date }) => date) ?? [];
  const rows = planning.children.flatMap(({ childId, firstName, rows: own }) =>
    own.map((row) => ({ ...row, childId, firstName, id: `${childId}:${row.prestationId}` })),
  );
  return (
    <div className={styles.scroll}>
      <Table className={styles.grid} aria-label="Réservations, par enfant et par jour">
        <TableHeader>
          <Column isRowHeader>Prestation</Column>
          {dates.map((date) => (
            <Column key={date} id={date} textValue={dayOfYear(date)}>
              {shortDay(date)}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {rows.map(({ id, childId, firstName, prestationId, prestationName, cells }) => (
            <Row key={id} id={id} textValue={`${firstName}, ${prestationName}`}>
              <TableCell>
                <span className={styles.rowHead}>
                  <strong>{firstName}</strong> {prestationName}
                </span>
              </TableCell>
              {cells.map((cell) => (
                <TableCell key={cell.date}>
                  <Day
                    cell={cell}
                    sentence={sentenceOf(firstName, prestationName, cell, planning.timeZone)}
                    onPress={() => onPress({ childId, prestationId, cell })}
                    onReach={onReach}
                  />
                </TableCell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

interface DayProps {
  readonly cell: Cell;
  readonly sentence: string;
  readonly onPress: () => void;
  readonly onReach: (sentence: string) => void;
}

function Day({ cell, sentence, onPress, onReach }: DayProps) {
  const { word, sign, tone, act } = wordsOf(cell);
  if (act === 'none') {
    return (
      <span className={`${styles.cell} ${styles.none}`}>
        <span aria-hidden="true">–</span>
        <span className="for-ears">{sentence}</span>
      </span>
    );
  }
  return (
    <ToggleButton
      className={`${styles.cell} ${styles[tone]}`}
      aria-label={sentence}
      isSelected={act === 'take-back'}
      onChange={onPress}
      onFocus={() => onReach(sentence)}
      onHoverStart={() => onReach(sentence)}
    >
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>
      <span aria-hidden="true">{word}</span>
    </ToggleButton>
  );
}
