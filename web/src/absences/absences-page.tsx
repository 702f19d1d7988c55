import { useSuspenseQuery } from '@tanstack/react-query';
import { NoChild } from '../family/no-child';
import { useNow } from '../design/use-now';
import { useTitle } from '../design/use-title';
import { contacts, useFamily } from '../family/my-families';
import { addDays, dayIn } from '../words/dates';
import { AbsenceCard } from './absence-card';
import { absences } from './queries';
import { DeclareAbsence } from './declare-absence';

const DAYS_BACK = 90;
const DAYS_AHEAD = 90;

/** The absences of the children around today, what each costs, and the papers that justify them. */
export function AbsencesPage() {
  const { familyId, collectiviteId, children } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const day = dayIn(mairie.timeZone, useNow());
  const { data } = useSuspenseQuery(absences(familyId, addDays(day, -DAYS_BACK), addDays(day, DAYS_AHEAD)));
  useTitle('Absences');
  return (
    <div className="stack reading">
      <h1>Absences</h1>
      <p>
        Un enfant malade ne viendra pas, ou n’est pas venu ? Déclarez-le ici, puis envoyez le justificatif. Ce que
        chaque jour coûtera vous est dit avant.
      </p>
      {children.length === 0 ? <NoChild /> : <DeclareAbsence day={day} timeZone={mairie.timeZone} />}
      <section aria-labelledby="declarees">
        <h2 id="declarees">Absences déclarées</h2>
        {data.length === 0 ? <p>Aucune ces trois derniers mois.</p> : null}
        <ul className="list">
          {data.map((absence) => (
            <AbsenceCard key={absence.id} absence={absence} familyId={familyId} timeZone={mairie.timeZone} />
          ))}
        </ul>
      </section>
    </div>
  );
}
