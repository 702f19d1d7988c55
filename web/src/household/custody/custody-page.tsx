import { useSuspenseQuery } from '@tanstack/react-query';
import { useNow } from '../../design/use-now';
import { useTitle } from '../../design/use-title';
import { contacts, useFamily } from '../../family/my-families';
import { dayIn } from '../../words/dates';
import { CustodyCalendar } from './custody-calendar';
import { notEveryWeek, spanInWords, WEEKS } from '../household-words';
import { household, swaps } from '../queries';
import { SwapCard } from './swap-card';
import { SwapForm } from './swap-form';

/** When the children who have two foyers are here, and the days exchanged with the other one. */
export function CustodyPage() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data: foyer } = useSuspenseQuery(household(familyId));
  const { data } = useSuspenseQuery(swaps(familyId));
  const today = dayIn(mairie.timeZone, useNow());
  const shared = foyer.children.filter(({ otherFoyerWeeks }) => otherFoyerWeeks !== null);
  const inTurn = foyer.children.filter(notEveryWeek);
  useTitle('Garde et échanges de jours');
  return (
    <div className="stack reading">
      <h1>Garde et échanges de jours</h1>
      {inTurn.length === 0 ? <p>Vos enfants sont chez vous toutes les semaines, à ce que sait la mairie.</p> : null}
      {inTurn.map(({ childId, firstName, custodies, otherFoyerWeeks }) => (
        <section key={childId} aria-labelledby={`garde-${childId}`}>
          <h2 id={`garde-${childId}`}>{firstName}</h2>
          <ul>
            {custodies.map((custody) => (
              <li key={custody.from}>
                Chez vous {WEEKS[custody.weeks]}, {spanInWords(custody)}
              </li>
            ))}
            {otherFoyerWeeks ? <li>Dans son autre foyer {WEEKS[otherFoyerWeeks]}</li> : null}
          </ul>
        </section>
      ))}
      {inTurn.length > 0 ? <CustodyCalendar familyId={familyId} shared={inTurn} today={today} /> : null}
      <section aria-labelledby="echanges">
        <h2 id="echanges">Échanges</h2>
        {data.length === 0 ? <p>Aucun échange demandé pour l’instant.</p> : null}
        <ul className="list">
          {data.map((swap) => (
            <SwapCard key={swap.id} swap={swap} familyId={familyId} />
          ))}
        </ul>
      </section>
      {shared.length > 0 ? <SwapForm familyId={familyId} shared={shared} /> : null}
    </div>
  );
}
