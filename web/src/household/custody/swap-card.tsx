import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered, api } from '../../api/client';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { addDays, longDay, shortDay } from '../../words/dates';
import { reservedOnGiven, SWAP_STATES, swapInWords } from '../household-words';
import type { Swap } from '../queries';

type Answer = 'confirmations' | 'refusals' | 'withdrawals';

export function SwapCard({ swap, familyId }: { readonly swap: Swap; readonly familyId: number }) {
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: (answer: Answer) =>
      answered(
        api.POST(`/api/v1/families/{familyId}/custody-swaps/{swapId}/${answer}`, {
          params: { path: { familyId, swapId: swap.id } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
  const { word, sign } = SWAP_STATES[swap.state];
  const { taken, given } = swapInWords(swap);
  const reserved = reservedOnGiven(swap);
  const act = (kind: Answer, label: string, look: 'main' | 'quiet') => (
    <Button
      kind={look}
      label={`${label} l’échange pour ${swap.childName}`}
      pending={answer.isPending && answer.variables === kind}
      onPress={() => answer.mutate(kind)}
    >
      {label}
    </Button>
  );
  return (
    <li className="card stack">
      <p>
        <strong>{swap.childName}</strong> – <span aria-hidden="true">{sign} </span>
        {word}
        <br />
        <span className="soft">{swap.askedByYou ? 'Demandé par vous' : 'Demandé par l’autre foyer'}</span>
      </p>
      <ul>
        {taken ? <li>Chez vous : {taken}</li> : null}
        {given ? <li>Dans l’autre foyer : {given}</li> : null}
      </ul>
      {reserved ? (
        <p>
          {reserved}
          {swap.state === 'CONFIRMED' ? (
            <>
              {' '}
              <Link
                to="/familles/$familyId/reservations/donnes/$swapId"
                params={{ familyId: String(familyId), swapId: String(swap.id) }}
              >
                Voir et annuler<span className="for-ears"> ce qui reste réservé pour {swap.childName}</span>
              </Link>
            </>
          ) : null}
        </p>
      ) : null}
      {swap.reservedByOther.length > 0 ? (
        <p>
          L’autre foyer a encore des réservations, qu’il paie et que lui seul peut annuler :{' '}
          {swap.reservedByOther.map(shortDay).join(', ')}
        </p>
      ) : null}
      {answer.error ? <Notice tone="bad" title={said(answer.error)} /> : null}
      {swap.state === 'PENDING' ? (
        <>
          <p className="soft">Une réponse est possible jusqu’au {longDay(addDays(swap.firstDate, -1))}.</p>
          <p className="acts">
            {swap.askedByYou ? act('withdrawals', 'Retirer', 'quiet') : null}
            {swap.askedByYou ? null : act('confirmations', 'Confirmer', 'main')}
            {swap.askedByYou ? null : act('refusals', 'Refuser', 'quiet')}
          </p>
        </>
      ) : null}
    </li>
  );
}
