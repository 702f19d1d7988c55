import { useSuspenseQuery } from '@tanstack/react-query';
import { PROPOSAL_STATES } from './household-words';
import styles from './household.module.css';
import { proposals } from './queries';

export function Proposals({ familyId }: { readonly familyId: number }) {
  const { data } = useSuspenseQuery(proposals(familyId));
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections demandées</h2>
      <ul className={`list ${styles.after}`}>
        {data.map(({ proposalId, subjectName, fieldLabel, oldValue, newValue, state }) => (
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
    </section>
  );
}
