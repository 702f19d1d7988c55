import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { classOf } from '../design/button';
import { ReadOn } from '../design/read-on';
import { Sent } from '../design/sent';
import { useTitle } from '../design/use-title';
import { contacts, useFamily } from '../family/my-families';
import { CATEGORIES, concernedInWords, STATES } from './demande-words';
import styles from './demandes.module.css';
import { type Demande, demandes } from './queries';

export function DemandesPage() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const list = useSuspenseInfiniteQuery(demandes(familyId));
  const params = { familyId: String(familyId) };
  const all = list.data.pages.flatMap(({ items }) => items);
  useTitle('Mes demandes');
  return (
    <div className="stack">
      <h1>Mes demandes</h1>
      <p className="acts">
        <Link className={classOf()} to="/familles/$familyId/demandes/nouvelle" params={params}>
          Écrire à la mairie
        </Link>
        <Link className={classOf('quiet')} to="/familles/$familyId/documents" params={params}>
          Mes documents
        </Link>
      </p>
      {all.length === 0 ? (
        <p>Aucune demande pour l’instant. La mairie répond ici et vous prévient par courriel.</p>
      ) : null}
      <ul className="list" aria-label="Demandes envoyées">
        {all.map((demande) => (
          <DemandeLine key={demande.id} demande={demande} familyId={familyId} timeZone={mairie.timeZone} />
        ))}
      </ul>
      <ReadOn list={list}>Voir les plus anciennes</ReadOn>
    </div>
  );
}

interface DemandeLineProps {
  readonly demande: Demande;
  readonly familyId: number;
  readonly timeZone: string;
}

function DemandeLine({ demande, ...rest }: DemandeLineProps) {
  const { id, reference, category, subject, state, unread, receivedAt, updatedAt } = demande;
  const about = concernedInWords(demande);
  return (
    <li>
      <Link
        className="row"
        to="/familles/$familyId/demandes/$demandeId"
        params={{ familyId: String(rest.familyId), demandeId: String(id) }}
      >
        <span>
          <strong>{subject}</strong>
          {unread ? <span className={styles.fresh}>Nouvelle réponse</span> : null}
          <br />
          <span className="soft">{CATEGORIES[category]}</span>
          {about ? <br /> : null}
          {about ? <span className="soft">{about}</span> : null}
        </span>
        <Sent
          state={STATES[state]}
          sentAt={receivedAt}
          last={updatedAt === receivedAt ? null : ['dernière nouvelle', updatedAt]}
          reference={reference}
          timeZone={rest.timeZone}
        />
      </Link>
    </li>
  );
}
