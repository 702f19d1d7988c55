import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFamily } from '../family/my-families';
import { carePlans } from '../health/queries';
import { plainDay } from '../words/dates';
import { knownPlan } from './care-plan-words';
import { Correct } from './correct';
import { notEveryWeek, spanInWords, WEEKS } from './household-words';
import styles from './household.module.css';
import type { Child, Household } from './queries';

export function Children({ foyer }: { readonly foyer: Household }) {
  const { timeZone } = useFamily();
  const { data: plans } = useSuspenseQuery(carePlans(foyer.familyId));
  const params = { familyId: String(foyer.familyId) };
  return (
    <section className={styles.cards} aria-labelledby="enfants">
      <h2 id="enfants" className={styles.whole}>
        Enfants
      </h2>
      {foyer.children.length === 0 ? <p>La mairie ne connaît aucun enfant dans ce foyer.</p> : null}
      {foyer.children.map((child) => (
        <div key={child.childId} className="card">
          <h3>
            {child.firstName} {child.lastName}
          </h3>
          <dl className="facts">
            <dt>Date de naissance</dt>
            <dd>{plainDay(child.birthDate)}</dd>
            <dt>École</dt>
            <dd>{[child.siteName, child.className].filter(Boolean).join(', ') || 'inconnue'}</dd>
            <dt>Menu</dt>
            <dd>{child.menuLabel}</dd>
            <dt>PAI</dt>
            <dd>{knownPlan(child, plans, timeZone)}</dd>
            <dt>Avec vous</dt>
            <dd>{presence(child)}</dd>
          </dl>
          <Correct familyId={foyer.familyId} subject={`child:${child.childId}`} label={child.firstName} />
          {notEveryWeek(child) ? (
            <p>
              <Link to="/familles/$familyId/foyer/garde" params={params}>
                Calendrier de garde et échanges de jours
              </Link>
            </p>
          ) : null}
        </div>
      ))}
      <p className={styles.whole}>
        Changer de menu :{' '}
        <Link
          to="/familles/$familyId/demandes/nouvelle"
          params={params}
          search={{ categorie: 'DOCUMENT', objet: 'Dossier de mon enfant' }}
        >
          écrivez à la mairie
        </Link>
        , en joignant les justificatifs s’il en faut.
      </p>
    </section>
  );
}

function presence({ custodies, otherFoyerWeeks }: Child): string {
  const only = custodies.length === 1 ? custodies[0] : undefined;
  if (only?.weeks === 'ALL' && !otherFoyerWeeks) return 'toujours';
  return custodies.map((custody) => `${WEEKS[custody.weeks]}, ${spanInWords(custody)}`).join(' ; ');
}
