import { Fragment, type ReactNode, useState } from 'react';
import { countedDays } from '../../words/counted';
import styles from './basket.module.css';
import { groupsOf, type OneDay, periodOf } from './groups';

/** What is read at a glance, one under the other. */
const FEW = 12;

interface DaysByGroupProps<Day extends OneDay> {
  readonly days: readonly Day[];
  /** A list item. */
  readonly children: (day: Day) => ReactNode;
}

/** A few days as a list; a whole year by child and prestation, each of which opens on its days. */
export function DaysByGroup<Day extends OneDay>({ days, children }: DaysByGroupProps<Day>) {
  if (days.length <= FEW) return <List days={days}>{children}</List>;
  return groupsOf(days).map((group) => (
    <Group
      key={`${group.childId}:${group.prestationName}`}
      title={`${group.childName}, ${group.prestationName}`}
      {...group}
    >
      {children}
    </Group>
  ));
}

function List<Day extends OneDay>({ days, children }: DaysByGroupProps<Day>) {
  return (
    <ul className={styles.lines}>
      {days.map((day) => (
        <Fragment key={`${day.childId}:${day.prestationName}:${day.date}`}>{children(day)}</Fragment>
      ))}
    </ul>
  );
}

function Group<Day extends OneDay>({ title, days, children }: DaysByGroupProps<Day> & { readonly title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.group} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{title}</strong> : {countedDays(days.length)}, {periodOf(days)}
      </summary>
      {open ? <List days={days}>{children}</List> : null}
    </details>
  );
}
