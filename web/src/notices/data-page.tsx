import { Link } from '@tanstack/react-router';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { AcceptedList } from './accepted-list';
import { DataCopy } from './data-copy';

/** Where one finds what is held of one, how to have it changed, and the texts that bind both sides. */
export function DataPage() {
  const { familyId, collectiviteId } = useFamily();
  const params = { familyId: String(familyId) };
  useTitle('Mes données');
  return (
    <div className="stack reading">
      <h1>Mes données</h1>
      <section className="stack" aria-labelledby="consulter">
        <h2 id="consulter">Les consulter, les corriger</h2>
        <p>
          Tout ce que la mairie sait de vous se lit dans vos pages :{' '}
          <Link to="/familles/$familyId/foyer" params={params}>
            le foyer
          </Link>
          ,{' '}
          <Link to="/familles/$familyId/reservations" params={params}>
            les réservations
          </Link>
          ,{' '}
          <Link to="/familles/$familyId/factures" params={params}>
            les factures
          </Link>
          ,{' '}
          <Link to="/familles/$familyId/demandes" params={params}>
            les demandes
          </Link>
          .
        </p>
        <DataCopy />
        <p>
          Pour les faire effacer,{' '}
          <Link
            to="/familles/$familyId/demandes/nouvelle"
            params={params}
            search={{ categorie: 'DOCUMENT', objet: 'Mes données personnelles' }}
          >
            écrivez à la mairie
          </Link>{' '}
          : elle vous répond en un mois au plus.
        </p>
      </section>
      <section aria-labelledby="acceptes">
        <h2 id="acceptes">Règlement accepté</h2>
        <AcceptedList />
      </section>
      <section aria-labelledby="textes">
        <h2 id="textes">Les textes</h2>
        <ul>
          <li>
            <Link to="/familles/$familyId/reglement" params={params}>
              Règlement : délais, prix et places
            </Link>
          </li>
          <li>
            <Link to="/mentions-legales" search={{ mairie: collectiviteId }}>
              Mentions légales et données personnelles
            </Link>
          </li>
          <li>
            <Link to="/accessibilite">Accessibilité : non conforme</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}
