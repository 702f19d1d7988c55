import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api/client';
import { SelectField } from '../../design/forms/select-field';
import { addDays, longDay, mondayOf } from '../../words/dates';
import { planning, type Reservation } from '../queries';
import { ActButton } from './act-button';
import styles from './day.module.css';
import { LateRequestAct } from './late-request-act';
import { useAct } from './use-act';

/** How far around a day one may look for another: the week before, and those of the month after. */
const BEFORE = 7;
const AFTER = 34;

interface ExchangeActProps {
  readonly familyId: number;
  readonly reservation: Reservation;
  readonly onDone: (told: string) => void;
}

/** Another day of the same prestation instead of this one; past the deadline, asked of the mairie where it decides. */
export function ExchangeAct({ familyId, reservation, onDone }: ExchangeActProps) {
  const [asked, setAsked] = useState(false);
  return (
    <details className={styles.more} onToggle={() => setAsked(true)}>
      <summary>Échanger ce jour contre un autre</summary>
      {asked ? <OtherDays familyId={familyId} reservation={reservation} onDone={onDone} /> : null}
    </details>
  );
}

function OtherDays({ familyId, reservation, onDone }: ExchangeActProps) {
  const monday = mondayOf(reservation.date);
  const { data } = useQuery(planning(familyId, addDays(monday, -BEFORE), addDays(monday, AFTER)));
  const free = data?.children
    .find(({ childId }) => childId === reservation.childId)
    ?.rows.find(({ prestationId }) => prestationId === reservation.prestationId)
    ?.cells.filter(({ state }) => state === 'BOOKABLE');
  const [chosen, setChosen] = useState('');
  const other = free?.find(({ date }) => date === chosen) ?? free?.[0];
  const toSessionId = other?.sessionId ?? 0;
  const move = useAct(
    familyId,
    (key) =>
      answered(
        api.POST('/api/v1/families/{familyId}/reservations/{reservationId}/moves', {
          params: { path: { familyId, reservationId: reservation.id }, header: { 'Idempotency-Key': key } },
          body: { sessionId: toSessionId },
        }),
      ),
    () => onDone(`Ce jour est échangé contre le ${longDay(other?.date ?? reservation.date)}.`),
  );
  if (!free) return <p role="status">Un instant…</p>;
  if (free.length === 0) return <p>Aucun jour libre dans les semaines voisines.</p>;
  return (
    <>
      <SelectField
        label="Contre"
        name="echange"
        value={other?.date ?? ''}
        onChange={setChosen}
        choices={Object.fromEntries(
          free.map(({ date, price }) => [date, [longDay(date), price].filter(Boolean).join(', ')]),
        )}
      />
      {reservation.moveRefused ? (
        <LateRequestAct
          familyId={familyId}
          wanted={{ operation: 'MODIFY', sessionId: reservation.sessionId, childId: reservation.childId, toSessionId }}
          label="Demander l’échange à la mairie"
        />
      ) : (
        <ActButton label="Échanger" act={move} before={reservation.moveTerms} />
      )}
    </>
  );
}
