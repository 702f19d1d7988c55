import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { said } from '../api/problem';
import { Notice } from '../design/notice';
import { correctedValue } from './household-words';
import { type Proposal, proposals } from './queries';
import { WithdrawProposal } from './withdraw-proposal';

interface AlreadyAskedProps {
  readonly familyId: number;
  readonly subject: string;
}

/** What waits at the mairie about the same person: of two parents who correct at once, each knows what the other asked. */
export function AlreadyAsked({ familyId, subject }: AlreadyAskedProps) {
  const { data } = useSuspenseInfiniteQuery(proposals(familyId));
  const waiting = data.pages
    .flatMap(({ items }) => items)
    .filter((asked) => asked.subject === subject && asked.state === 'PENDING');
  const [told, setTold] = useState<{ readonly outcome: string } | null>(null);
  // What was pressed is gone once it is taken back, and what it stood in may be: what came of it is read next.
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (told !== null) outcome.current?.focus();
  }, [told]);
  const done = (error: Error | null) => setTold({ outcome: error ? said(error) : 'La correction est retirée.' });
  return (
    <>
      <p ref={outcome} tabIndex={-1} role="status">
        {told?.outcome}
      </p>
      {waiting.length > 0 ? <Waiting familyId={familyId} waiting={waiting} onDone={done} /> : null}
    </>
  );
}

interface WaitingProps {
  readonly familyId: number;
  readonly waiting: readonly Proposal[];
  readonly onDone: (error: Error | null) => void;
}

function Waiting({ familyId, waiting, onDone }: WaitingProps) {
  return (
    <Notice title="Déjà demandé, la mairie n’a pas encore répondu">
      <ul>
        {waiting.map((proposal) => (
          <li key={proposal.proposalId}>
            <p>
              {proposal.fieldLabel} : {correctedValue(proposal.field, proposal.newValue)}
            </p>
            <WithdrawProposal familyId={familyId} proposal={proposal} onDone={onDone} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
