import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { addDays, endOfMonth, month } from '../../words/dates';
import { CustodyMonth, EXCHANGED, PLACES } from './custody-month';
import styles from './custody.module.css';
import { type Child, custodyDays } from '../queries';

interface CustodyCalendarProps {
  readonly familyId: number;
  /** Those who are not here every day. */
  readonly shared: readonly Child[];
  readonly today: string;
}

/** Month by month, the days on which each child is here. */
export function CustodyCalendar({ familyId, shared, today }: CustodyCalendarProps) {
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const { data, error, isPlaceholderData, refetch } = useQuery(custodyDays(familyId, from, endOfMonth(from)));
  const ids = new Set(shared.map(({ childId }) => childId));
  const children = data?.filter(({ childId }) => ids.has(childId)) ?? [];
  return (
    <section className="stack" aria-labelledby="mois-de-garde" aria-busy={isPlaceholderData}>
      <div className={styles.bar}>
        <h2 id="mois-de-garde" aria-live="polite">
          Calendrier de {month(from)}
        </h2>
        <Button kind="quiet" label="Mois d’avant" onPress={() => setFrom(`${addDays(from, -1).slice(0, 8)}01`)}>
          ← Avant
        </Button>
        <Button kind="quiet" label="Mois d’après" onPress={() => setFrom(addDays(endOfMonth(from), 1))}>
          Après →
        </Button>
      </div>
      {error ? (
        <Notice tone="bad" title={said(error)}>
          <Button kind="quiet" onPress={() => void refetch()}>
            Réessayer
          </Button>
        </Notice>
      ) : null}
      {children.map(({ childId, firstName, days }) => (
        <CustodyMonth key={childId} caption={`${firstName}, ${month(days[0]!.date)}`} days={days} today={today} />
      ))}
      {data && children.length === 0 ? <p>La garde de ce mois n’est pas connue de la mairie.</p> : null}
      <p className={styles.legend}>
        {[PLACES.HERE, PLACES.ELSEWHERE, EXCHANGED].map(({ word, sign }) => (
          <span key={word} className="soft">
            <span aria-hidden="true">{sign}</span> {word}
          </span>
        ))}
      </p>
    </section>
  );
}
