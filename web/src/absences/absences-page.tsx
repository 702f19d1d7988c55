import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { ReadOn } from '../design/read-on';
import { useNow } from '../design/use-now';
import { useTitle } from '../design/use-title';
import { contacts, useFamily } from '../family/my-families';
import { NoChild } from '../family/no-child';
import { dayIn } from '../words/dates';
import { AbsenceCard } from './absence-card';
import { allAbsences } from './queries';
import { DeclareAbsence } from './declare-absence';

/** The absences of the children, the last declared first, what each costs, and the papers that justify them. */
export function AbsencesPage() {
  const { familyId, collectiviteId, children } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const day = dayIn(mairie.timeZone, useNow());
  const list = useSuspenseInfiniteQuery(allAbsences(familyId));
  const declared = list.data.pages.flatMap(({ items }) => items);
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
        {declared.length === 0 && !list.hasNextPage ? <p>Aucune pour l’instant.</p> : null}
        <ul className="list">
          {declared.map((absence) => (
            <AbsenceCard key={absence.id} absence={absence} familyId={familyId} timeZone={mairie.timeZone} />
          ))}
        </ul>
        <ReadOn list={list}>Voir les plus anciennes</ReadOn>
      </section>
    </div>
  );
}
