import { Link } from '@tanstack/react-router';
import { everyDayWords } from '../agenda/every-day';
import { everyDaysOf, offersOf } from '../agenda/offers';
import { classOf } from '../../design/button';
import type { Planning } from '../queries';

interface WholeYearProps {
  readonly familyId: number;
  readonly planning: Planning;
}

/**
 * Where nothing is reserved on days that could be: the shortest way to a whole year, when there is no week to copy. It
 * stays while one fills the basket: nothing moves under the finger.
 */
export function WholeYear({ familyId, planning }: WholeYearProps) {
  const states = new Set(
    planning.children.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).map(({ state }) => state),
  );
  if (states.has('RESERVED') || states.has('AWAITING_PAYMENT')) return null;
  if (!states.has('BOOKABLE') && !states.has('IN_BASKET')) return null;
  return (
    <nav aria-labelledby="toute-l-annee">
      <h3 id="toute-l-annee">Réserver toute l’année</h3>
      <ul className="acts">
        {everyDaysOf(offersOf([planning])).map(({ prestationName, prestationIds, firstNames }) => (
          <li key={prestationName}>
            <Link
              className={classOf('quiet')}
              to="/familles/$familyId/reservations"
              params={{ familyId: String(familyId) }}
              search={{ vue: 'agenda', chaque: prestationIds[0] }}
            >
              {everyDayWords({ prestationName, firstNames })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
