import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api/client';
import { Refused } from '../../api/problem';
import { useNow } from '../../design/use-now';
import { deadline, until } from '../../words/dates';
import { menusOfDay, type Reservation } from '../queries';
import { ActButton } from './act-button';
import styles from './day.module.css';
import { useAct } from './use-act';

interface MenuActProps {
  readonly familyId: number;
  readonly reservation: Reservation;
  readonly timeZone: string;
}

/** Another menu for that day, its price said beside it, until the deadline of the menus. */
export function MenuAct({ familyId, reservation, timeZone }: MenuActProps) {
  const reservationId = reservation.id;
  const open = until(reservation.dietClosesAt, useNow()) > 0;
  const { data: menus, refetch } = useQuery({ ...menusOfDay(familyId, reservationId), enabled: open });
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = useAct(familyId, async () => {
    const body = { menuTypeId: chosen, replaces: menus?.find((menu) => menu.chosen)?.menuTypeId ?? null };
    const params = { path: { familyId, reservationId } };
    try {
      return await answered(api.PUT('/api/v1/families/{familyId}/reservations/{reservationId}/menu', { params, body }));
    } catch (error) {
      // The other parent chose meanwhile: one is told which, and may take one's own all the same.
      if (error instanceof Refused && error.code === 'MENU_CHANGED') await refetch();
      throw error;
    }
  });
  if (!open || !menus || menus.length < 2) return null;
  return (
    <details className={styles.more}>
      <summary>Changer le menu de ce jour</summary>
      <p className="soft">Jusqu’au {deadline(reservation.dietClosesAt, timeZone)}.</p>
      <fieldset className={styles.choices}>
        <legend className="for-ears">Menu de ce jour</legend>
        {menus.map(({ menuTypeId, label, price, chosen: current }) => (
          <label key={menuTypeId}>
            <input
              type="radio"
              name={`menu-${reservationId}`}
              checked={chosen === null ? current : chosen === menuTypeId}
              onChange={() => setChosen(menuTypeId)}
            />
            {label}, {price}
          </label>
        ))}
      </fieldset>
      {chosen === null ? null : <ActButton label="Prendre ce menu" act={choose} />}
      {choose.isSuccess ? <p role="status">Le menu est noté.</p> : null}
    </details>
  );
}
