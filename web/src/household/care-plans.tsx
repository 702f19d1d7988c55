import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from '../api/download';
import { contacts, useFamily } from '../family/my-families';
import { Sent } from '../design/sent';
import { useNow } from '../design/use-now';
import { dayIn } from '../words/dates';
import { standing } from './care-plan-words';
import { carePlans } from '../health/queries';

/** The PAI of the children: which one the mairie takes into account, until when, and those sent before. */
export function CarePlans() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data } = useSuspenseQuery(carePlans(familyId));
  const today = dayIn(mairie.timeZone, useNow());
  return (
    <section className="stack" aria-labelledby="pai">
      <h2 id="pai">Projets d’accueil individualisé (PAI)</h2>
      {data.length === 0 ? (
        <p>Aucun document envoyé. Un PAI dit comment accueillir un enfant qui a besoin de soins.</p>
      ) : null}
      <ul className="list">
        {data.map((plan) => {
          return (
            <li key={plan.carePlanId} className="row">
              <strong>{plan.childName}</strong>
              <Sent state={standing(plan, today)} sentAt={plan.sentAt} timeZone={mairie.timeZone} />
              <span>
                {plan.files.map(({ fileId, name }, index) => (
                  <Download
                    key={fileId}
                    path={`/api/v1/families/${familyId}/care-plans/${plan.carePlanId}/files/${fileId}`}
                    label={`Document ${index + 1}, PAI de ${plan.childName} : ${name}`}
                  >
                    Document {index + 1}
                  </Download>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        <Link to="/familles/$familyId/foyer/pai" params={{ familyId: String(familyId) }}>
          Envoyer un PAI
        </Link>
      </p>
    </section>
  );
}
