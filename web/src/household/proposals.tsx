import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { ReadOn } from '../design/read-on';
import { PROPOSAL_STATES } from './household-words';
import styles from './household.module.css';
import { proposals } from './queries';

export function Proposals({ familyId }: { readonly familyId: number }) {
  const list = useSuspenseInfiniteQuery(proposals(familyId));
  const asked = list.data.pages.flatMap(({ items }) => items);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections demandées</h2>
      <ul className={`list ${styles.after}`}>
        {asked.map(({ proposalId, subjectName, fieldLabel, oldValue, newValue, state }) => (
          <li key={proposalId} className="row">
            <span>
              <strong>
                {subjectName} – {fieldLabel}
              </strong>
              <br />
              {oldValue ? <span className="soft">{oldValue} → </span> : null}
              {newValue || 'à retirer'}
            </span>
            <strong>
              <span aria-hidden="true">{PROPOSAL_STATES[state].sign} </span>
              {PROPOSAL_STATES[state].word}
            </strong>
          </li>
        ))}
      </ul>
      <ReadOn list={list}>Voir les corrections plus anciennes</ReadOn>
    </section>
  );
}
