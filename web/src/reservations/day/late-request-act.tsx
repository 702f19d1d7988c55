import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api/client';
import { useFamily } from '../../family/my-families';
import { dayIn, plainDay } from '../../words/dates';
import { lateRequests } from '../queries';
import { ActButton } from './act-button';
import { useAct } from './use-act';

interface LateRequestActProps {
  readonly familyId: number;
  readonly wanted: Schemas['NewLateRequestDto'];
  readonly label: string;
}

/** Past the deadline, where the règlement leaves it to the mairie: one asks, reads the answer, or thinks better of it. */
export function LateRequestAct({ familyId, wanted, label }: LateRequestActProps) {
  const { timeZone } = useFamily();
  const { data } = useQuery(lateRequests(familyId));
  const last = data?.findLast(
    ({ sessionId, childId, operation }) =>
      sessionId === wanted.sessionId && childId === wanted.childId && operation === wanted.operation,
  );
  const ask = useAct(familyId, (key) =>
    answered(
      api.POST('/api/v1/families/{familyId}/late-requests', {
        params: { path: { familyId }, header: { 'Idempotency-Key': key } },
        body: wanted,
      }),
    ),
  );
  const withdraw = useAct(familyId, () =>
    answered(
      api.DELETE('/api/v1/families/{familyId}/late-requests/{requestId}', {
        params: { path: { familyId, requestId: last?.id ?? 0 } },
      }),
    ),
  );
  if (last?.state === 'PENDING')
    return (
      <ActButton
        label="Retirer ma demande"
        kind="quiet"
        act={withdraw}
        before={`Votre demande est envoyée depuis le ${plainDay(dayIn(timeZone, last.askedAt))} : la mairie vous répondra par courriel. Rien n’est changé d’ici là.`}
      />
    );
  // That a place was refused, and in which words, is the state of the day.
  const answer = last?.answer && wanted.operation !== 'ADD' ? `La mairie a répondu : « ${last.answer} »` : null;
  return <ActButton label={label} kind="quiet" act={ask} before={answer} />;
}
