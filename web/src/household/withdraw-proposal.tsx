import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { said, Unreachable } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { type Proposal, proposals } from './queries';

interface WithdrawProposalProps {
  readonly familyId: number;
  readonly proposal: Proposal;
  /** Once it is taken back, or was refused to be, and the page shows how it stands. */
  readonly onDone: (error: Error | null) => void;
}

/** Takes a correction back; the mairie may have answered meanwhile, which is told and then shown. */
export function WithdrawProposal({ familyId, proposal, onDone }: WithdrawProposalProps) {
  const { proposalId, subjectName, fieldLabel, withdrawable } = proposal;
  const client = useQueryClient();
  const isWithdrawn = () =>
    client
      .getQueryData(proposals(familyId).queryKey)
      ?.pages.some(({ items }) => items.some((one) => one.proposalId === proposalId && one.state === 'WITHDRAWN'));
  const withdraw = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/families/{familyId}/change-proposals/{proposalId}', {
          params: { path: { familyId, proposalId } },
        }),
      ),
    onSettled: async (_answer, error) => {
      // What the mairie accepted meanwhile changed the foyer.
      await client.invalidateQueries({ queryKey: ['family', familyId] });
      if (!(error instanceof Unreachable)) onDone(error);
      else if (isWithdrawn()) onDone(null);
    },
  });
  // It was done, and only its answer was lost: there is nothing to try again.
  const wasDone = withdraw.error instanceof Unreachable && !withdrawable;
  return (
    <>
      {withdraw.error && !wasDone ? <Notice tone="bad" title={said(withdraw.error)} /> : null}
      {withdrawable ? (
        <Button
          kind="quiet"
          label={`Retirer la correction demandée : ${subjectName}, ${fieldLabel.toLowerCase()}`}
          pending={withdraw.isPending}
          onPress={() => withdraw.mutate()}
        >
          Retirer
        </Button>
      ) : null}
    </>
  );
}
