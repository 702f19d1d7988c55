import { useNavigate } from '@tanstack/react-router';
import { answered, api } from '../../api/client';
import type { DayOfPlanning } from './day-of-planning';
import { ActButton } from './act-button';
import styles from './day.module.css';
import { useAct } from './use-act';

interface WaitingActsProps {
  readonly familyId: number;
  readonly day: DayOfPlanning;
}

/** A full session: one waits for a place, leaves the line, takes the place that is offered. */
export function WaitingActs({ familyId, day: { cell, childId } }: WaitingActsProps) {
  const entryId = cell.waitingEntryId ?? 0;
  const accept = useAccept(familyId, entryId);
  const join = useAct(familyId, (key) =>
    answered(
      api.POST('/api/v1/families/{familyId}/waiting-entries', {
        params: { path: { familyId }, header: { 'Idempotency-Key': key } },
        body: { sessionId: cell.sessionId!, childId },
      }),
    ),
  );
  const leave = useAct(familyId, () =>
    answered(
      api.DELETE('/api/v1/families/{familyId}/waiting-entries/{entryId}', { params: { path: { familyId, entryId } } }),
    ),
  );
  if (cell.state === 'FULL' && !cell.waitingListOpen) return <p>La liste d’attente de ce jour n’est pas ouverte.</p>;
  return (
    <div className={styles.acts}>
      {cell.state === 'FULL' ? (
        <ActButton
          label="Rejoindre la liste d’attente"
          act={join}
          before="Si une place se libère, elle vous est proposée par courriel, dans l’ordre de la liste. Attendre ne coûte rien."
        />
      ) : null}
      {cell.state === 'OFFERED' ? <ActButton label="Accepter la place" act={accept} before={cell.price} /> : null}
      {cell.state === 'WAITING' || cell.state === 'OFFERED' ? (
        <ActButton
          label={cell.state === 'WAITING' ? 'Quitter la liste d’attente' : 'Laisser la place'}
          kind="quiet"
          act={leave}
        />
      ) : null}
    </div>
  );
}

function useAccept(familyId: number, entryId: number) {
  const navigate = useNavigate();
  return useAct(familyId, async (key) => {
    const { toPay } = await answered(
      api.POST('/api/v1/families/{familyId}/waiting-entries/{entryId}/acceptances', {
        params: { path: { familyId, entryId }, header: { 'Idempotency-Key': key } },
      }),
    );
    if (!toPay) return;
    await navigate({
      to: '/familles/$familyId/panier/paiements/$validationId',
      params: { familyId: String(familyId), validationId: String(toPay.id) },
    });
  });
}
