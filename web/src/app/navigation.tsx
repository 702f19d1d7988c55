import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { basket } from '../reservations/queries';
import styles from './navigation.module.css';
import { MORE_SIGN, PLACES } from './places';

/** On a phone, what is used often stays at the foot of the screen, under the thumb; else all of it is at the top. */
export function Navigation({ familyId }: { readonly familyId: number }) {
  const { data } = useQuery(basket(familyId));
  const params = { familyId: String(familyId) };
  const waiting = data?.lines.length ?? 0;
  return (
    <nav className={styles.nav} aria-label="Mon espace famille">
      <ul className={styles.places}>
        {PLACES.filter(({ use }) => use !== 'own').map((place) => (
          <li key={place.to} className={place.use === 'often' ? undefined : styles.seldom}>
            <Link
              to={place.to}
              params={params}
              activeOptions={{ exact: place.to === '/familles/$familyId' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {place.use === 'often' ? <Sign strokes={place.sign} /> : null}
              {place.label}
              {place.label === 'Panier' && waiting > 0 ? (
                <span className={styles.count}>
                  {waiting} <span className="for-ears">{waiting > 1 ? 'jours' : 'jour'}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
        <li className={styles.more}>
          <Link to="/familles/$familyId/plus" params={params} activeProps={{ 'aria-current': 'page' }}>
            <Sign strokes={MORE_SIGN} />
            Plus
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Sign({ strokes }: { readonly strokes: string }) {
  return (
    <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes} />
    </svg>
  );
}
