import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { Sent } from '../design/sent';
import { useFamily } from '../family/my-families';
import { groupedByChild, PERSON_STATES } from './household-words';
import styles from './household.module.css';
import { persons } from './queries';
import { WithdrawPerson } from './withdraw-person';

/** Who may fetch the children besides their guardians, as this foyer names them. */
export function Persons({ familyId }: { readonly familyId: number }) {
  const { data } = useSuspenseQuery(persons(familyId));
  const { timeZone } = useFamily();
  const heading = useRef<HTMLHeadingElement>(null);
  const params = { familyId: String(familyId) };
  return (
    <section aria-labelledby="personnes">
      <h2 id="personnes" ref={heading} tabIndex={-1}>
        Personnes autorisées à venir chercher les enfants
      </h2>
      <p>
        Les responsables du foyer le sont toujours. Pour les autres, la mairie donne son accord ; une pièce d’identité
        est demandée à qui vient pour la première fois.
      </p>
      {groupedByChild(data).map(([childName, named]) => (
        <div key={named[0]!.childId} className={styles.after}>
          <h3>{childName}</h3>
          <ul className="list">
            {named.map((person) => (
              <li key={person.personId} className="row">
                <span className={styles.anywhere}>
                  <strong>
                    {person.firstName} {person.lastName}
                  </strong>
                  <br />
                  <span className="soft">
                    {person.relation}, {person.phone}
                  </span>
                </span>
                <Sent
                  state={PERSON_STATES[person.state]}
                  sentAt={person.proposedAt}
                  last={person.decidedAt ? ['réponse', person.decidedAt] : null}
                  timeZone={timeZone}
                />
                <WithdrawPerson familyId={familyId} person={person} onDone={() => heading.current?.focus()} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={styles.after}>
        <Link to="/familles/$familyId/foyer/personnes" params={params}>
          Ajouter une personne, ou changer son téléphone
        </Link>
      </p>
    </section>
  );
}
