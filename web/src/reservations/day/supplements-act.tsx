import { useState } from 'react';
import { answered, api } from '../../api/client';
import { useNow } from '../../design/use-now';
import { deadline, until } from '../../words/dates';
import { euros } from '../../words/money';
import { ActButton } from './act-button';
import styles from './day.module.css';
import type { Reservation } from '../queries';
import { useAct } from './use-act';

interface SupplementsActProps {
  readonly familyId: number;
  readonly reservation: Reservation;
  readonly timeZone: string;
}

/** What is taken beside the service that day, each at its price, until the deadline of the menus. */
export function SupplementsAct({ familyId, reservation, timeZone }: SupplementsActProps) {
  // What is ticked or not here, over what is taken: what the other parent took meanwhile stays.
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isTaken = (label: string) => ticked.get(label) ?? reservation.supplements.includes(label);
  const open = until(reservation.dietClosesAt, useNow()) > 0;
  const save = useAct(familyId, () =>
    answered(
      api.PUT('/api/v1/families/{familyId}/reservations/{reservationId}/supplements', {
        params: { path: { familyId, reservationId: reservation.id } },
        body: {
          supplements: reservation.offeredSupplements.map(({ label }) => label).filter(isTaken),
          replaces: [...reservation.supplements],
        },
      }),
    ),
  );
  if (!open) return null;
  return (
    <details className={styles.more}>
      <summary>Suppléments de ce jour</summary>
      <p className="soft">Jusqu’au {deadline(reservation.dietClosesAt, timeZone)}.</p>
      <fieldset className={styles.choices}>
        <legend className="for-ears">Suppléments de ce jour</legend>
        {reservation.offeredSupplements.map(({ label, cents }) => (
          <label key={label}>
            <input
              type="checkbox"
              checked={isTaken(label)}
              onChange={({ target }) => setTicked(new Map(ticked).set(label, target.checked))}
            />
            {label}, {euros(cents)}
          </label>
        ))}
      </fieldset>
      <ActButton label="Enregistrer les suppléments" act={save} />
      {save.isSuccess ? <p role="status">Les suppléments sont notés.</p> : null}
    </details>
  );
}
