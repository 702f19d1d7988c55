import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { ReadOn } from '../design/read-on';
import { Sent } from '../design/sent';
import { useFamily } from '../family/my-families';
import { correctedValue, PROPOSAL_STATES } from './household-words';
import styles from './household.module.css';
import { type Proposal, proposals } from './queries';
import { WithdrawProposal } from './withdraw-proposal';

export function Proposals({ familyId }: { readonly familyId: number }) {
  const list = useSuspenseInfiniteQuery(proposals(familyId));
  const asked = list.data.pages.flatMap(({ items }) => items);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections demandées</h2>
      <ul className={`list ${styles.after}`}>
        {asked.map((proposal) => (
          <AskedCorrection key={proposal.proposalId} familyId={familyId} proposal={proposal} />
        ))}
      </ul>
      <ReadOn list={list}>Voir les corrections plus anciennes</ReadOn>
    </section>
  );
}

interface AskedCorrectionProps {
  readonly familyId: number;
  readonly proposal: Proposal;
}

function AskedCorrection({ familyId, proposal }: AskedCorrectionProps) {
  const { timeZone } = useFamily();
  const { subjectName, field, fieldLabel, oldValue, newValue, state, proposedAt, decidedAt, refusalReason } = proposal;
  // What was pressed is gone once it is answered: what became of it is read next.
  const outcome = useRef<HTMLElement>(null);
  return (
    <li className="row">
      <span className={styles.anywhere}>
        <strong>
          {subjectName} – {fieldLabel}
        </strong>
        <br />
        {oldValue ? <span className="soft">{correctedValue(field, oldValue)} → </span> : null}
        {correctedValue(field, newValue)}
        {refusalReason ? (
          <>
            <br />
            La mairie a répondu : « {refusalReason} »
          </>
        ) : null}
      </span>
      <Sent
        state={PROPOSAL_STATES[state]}
        sentAt={proposedAt}
        last={decidedAt ? [state === 'WITHDRAWN' ? 'retrait' : 'réponse', decidedAt] : null}
        timeZone={timeZone}
        word={outcome}
      />
      <WithdrawProposal familyId={familyId} proposal={proposal} onDone={() => outcome.current?.focus()} />
    </li>
  );
}
