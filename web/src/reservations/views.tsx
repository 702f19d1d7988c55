import { Link, useSearch } from '@tanstack/react-router';
import { useFamily } from '../family/my-families';
import styles from './views.module.css';

const VIEWS = [
  [undefined, 'Semaine'],
  ['mois', 'Mois'],
  ['agenda', 'Toute une période'],
] as const;

/** The ways to look at the same days. */
export function Views() {
  const { familyId } = useFamily();
  const search = useSearch({ from: '/signed-in/familles/$familyId/reservations' });
  return (
    <nav aria-label="Vues" className={styles.views}>
      {VIEWS.map(([view, label]) => (
        <Link
          key={label}
          to="/familles/$familyId/reservations"
          params={{ familyId: String(familyId) }}
          search={{ ...search, vue: view }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
