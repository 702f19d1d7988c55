import { answered, api } from '../../api/client';
import { whatItMeans } from '../cancellation/cancel-words';
import { ActButton } from './act-button';
import type { Reservation } from '../queries';
import { useAct } from './use-act';

interface CancelActProps {
  readonly familyId: number;
  readonly reservation: Reservation;
  readonly onDone: (told: string) => void;
}

/** Gives a day up; what it costs or gives back is said before. */
export function CancelAct({ familyId, reservation, onDone }: CancelActProps) {
  const reservationId = reservation.id;
  const cancel = useAct(
    familyId,
    (key) =>
      answered(
        api.POST('/api/v1/families/{familyId}/reservations/{reservationId}/cancellations', {
          params: { path: { familyId, reservationId }, header: { 'Idempotency-Key': key } },
          // What is told before is what is done, were the deadline to pass meanwhile.
          body: { terms: reservation.cancelTerms },
        }),
      ),
    () => onDone('La réservation est annulée.'),
  );
  return <ActButton label="Annuler cette réservation" kind="danger" act={cancel} before={whatItMeans(reservation)} />;
}
