import { answered, api } from '../../api/client';
import { euros } from '../../words/money';
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
          body: {},
        }),
      ),
    () => onDone('La réservation est annulée.'),
  );
  return <ActButton label="Annuler cette réservation" kind="danger" act={cancel} before={whatItMeans(reservation)} />;
}

function whatItMeans({ cancelTerms, paidCents }: Reservation): string {
  if (cancelTerms) return `${cancelTerms[0]!.toUpperCase()}${cancelTerms.slice(1)}.`;
  if (paidCents) return `${euros(paidCents)}, déjà payés, vous seront crédités. La place sera rendue aussitôt.`;
  return 'Rien ne vous sera facturé pour ce jour. La place sera rendue aussitôt.';
}
