import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button';
import { addDays, dayOfYear, mondayOf } from '../../words/dates';
import { planning } from '../queries';
import styles from './agenda.module.css';
import { type TypicalWeek, weekOf } from './typical-week';

interface CopyWeekProps {
  readonly familyId: number;
  readonly today: string;
  readonly onCopy: (week: TypicalWeek) => void;
  /** The span is to be one week alone, from this Monday. */
  readonly onNext: (monday: string) => void;
}

/** The typical week, from one that was lived: this one, or the one of any day. */
export function CopyWeek({ familyId, today, onCopy, onNext }: CopyWeekProps) {
  const [date, setDate] = useState(today);
  const monday = mondayOf(date);
  const { data: lived } = useQuery(planning(familyId, monday, addDays(monday, 6)));
  return (
    <div className={styles.span}>
      <label>
        Reprendre la semaine du
        <input type="date" value={date} onChange={({ target }) => setDate(target.value || date)} />
      </label>
      <Button kind="quiet" disabled={!lived} onPress={() => (lived ? onCopy(weekOf(lived)) : undefined)}>
        Reprendre la semaine du {dayOfYear(monday)}
      </Button>
      <Button
        kind="quiet"
        disabled={!lived}
        onPress={() => {
          if (lived) onCopy(weekOf(lived));
          onNext(addDays(monday, 7));
        }}
      >
        La reprendre la semaine d’après seulement
      </Button>
    </div>
  );
}
