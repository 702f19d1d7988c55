import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { said } from '../../api/problem';
import { Notice } from '../../design/notice';
import { PhoneLink } from '../../design/phone-link';
import { Skeleton } from '../../design/skeleton';
import type { DayOfPlanning } from './day-of-planning';
import { reservations } from '../queries';
import { AbsenceAct } from './absence-act';
import { CancelAct } from './cancel-act';
import styles from './day.module.css';
import { ExchangeAct } from './exchange-act';
import { LateRequestAct } from './late-request-act';
import { MenuAct } from './menu-act';
import { SupplementsAct } from './supplements-act';

interface ReservedDayProps {
  readonly familyId: number;
  readonly day: DayOfPlanning;
  readonly phone: string;
  /** What was done, said once the day is no longer reserved. */
  readonly onDone: (told: string) => void;
  /** It was given up elsewhere meanwhile: on another device, or by the other parent. */
  readonly onGone: () => void;
}

/** A reserved day: given up, exchanged, told absent, its menu and supplements chosen. */
export function ReservedDay({ familyId, day, phone, onDone, onGone }: ReservedDayProps) {
  const { cell, childId } = day;
  const { data, error } = useQuery(reservations(familyId, cell.date, cell.date));
  const reservation = data?.find(({ id }) => id === cell.reservationId);
  const gone = reservation?.state === 'CANCELLED';
  useEffect(() => {
    if (gone) onGone();
  }, [gone, onGone]);
  if (error)
    return (
      <Notice tone="bad" title="Ce jour n’a pas pu être lu">
        <p>{said(error)}</p>
      </Notice>
    );
  if (!reservation || gone) return <Skeleton />;
  const wanted = { sessionId: reservation.sessionId, childId };
  return (
    <div className={styles.acts}>
      {cell.elsewhere ? <Elsewhere cancellable={reservation.cancellable} /> : null}
      {reservation.cancellable ? <CancelAct familyId={familyId} reservation={reservation} onDone={onDone} /> : null}
      {reservation.cancelAskable ? (
        <LateRequestAct
          familyId={familyId}
          wanted={{ ...wanted, operation: 'CANCEL' }}
          label="Demander à la mairie d’annuler ce jour"
        />
      ) : null}
      {reservation.cancellable || reservation.cancelAskable ? null : (
        <p>
          Ce jour ne s’annule plus ici. Pour toute question, appelez la mairie au <PhoneLink phone={phone} />.
        </p>
      )}
      <AbsenceAct familyId={familyId} reservation={reservation} timeZone={day.timeZone} />
      <MenuAct familyId={familyId} reservation={reservation} timeZone={day.timeZone} />
      {reservation.offeredSupplements.length > 0 ? (
        <SupplementsAct familyId={familyId} reservation={reservation} timeZone={day.timeZone} />
      ) : null}
      {reservation.moveRefused && !reservation.moveAskable ? null : (
        <ExchangeAct familyId={familyId} reservation={reservation} onDone={onDone} />
      )}
    </div>
  );
}

/** The day went to the other foyer since: the reservation did not. */
function Elsewhere({ cancellable }: { readonly cancellable: boolean }) {
  return (
    <Notice tone="warn" title="L’enfant n’est plus chez vous ce jour-là">
      <p>
        {cancellable
          ? 'La réservation reste à vous, et vous est facturée, tant que vous ne l’annulez pas.'
          : 'La réservation reste à vous, et vous est facturée.'}
      </p>
    </Notice>
  );
}
