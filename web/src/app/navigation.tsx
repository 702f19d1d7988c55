import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { basket } from '../reservations/queries';
import styles from './navigation.module.css';
import { PLACES } from './places';

/** On a phone, what is used often stays at the foot of the screen, under the thumb; else all of it is at the top. */
export function Navigation({ familyId }: { readonly familyId: number }) {
  const { data } = useQuery(basket(familyId));
  const params = { familyId: String(familyId) };
  const waiting = data?.lines.length ?? 0;
  return (
    <nav className={styles.nav} aria-label="Mon espace famille">
      <ul className={styles.places}>
        {PLACES.filter(({ use }) => use !== 'own').map(({ to, label, sign, use }) => (
          <li key={to} className={use === 'often' ? undefined : styles.seldom}>
            <Link
              to={to}
              params={params}
              activeOptions={{ exact: to === '/familles/$familyId' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <span className={styles.sign} aria-hidden="true">
                {sign}
              </span>
              {label}
              {label === 'Panier' && waiting > 0 ? (
                <span className={styles.count}>
                  {waiting} <span className="for-ears">{waiting > 1 ? 'jours' : 'jour'}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
        <li className={styles.more}>
          <Link to="/familles/$familyId/plus" params={params} activeProps={{ 'aria-current': 'page' }}>
            <span className={styles.sign} aria-hidden="true">
              ⋯
            </span>
            Plus
          </Link>
        </li>
      </ul>
    </nav>
  );
}
