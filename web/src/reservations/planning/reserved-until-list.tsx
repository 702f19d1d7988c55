import { useQuery } from '@tanstack/react-query';
import { addDays, longDay } from '../../words/dates';
import { listed } from '../../words/listed';
import type { Planning } from '../queries';
import { reservations } from '../queries';
import { reservedUntil } from './reserved-until';

/** A school year and the one that is being prepared. */
const DAYS_AHEAD = 399;

interface ReservedUntilListProps {
  readonly familyId: number;
  readonly today: string;
  readonly planning: Planning;
}

/** « Réservé jusqu’au … », child by child. */
export function ReservedUntilList({ familyId, today, planning }: ReservedUntilListProps) {
  const { data } = useQuery(reservations(familyId, today, addDays(today, DAYS_AHEAD)));
  if (!data) return null;
  const until = reservedUntil(data);
  return (
    <section aria-labelledby="jusqu-a-quand">
      <h2 id="jusqu-a-quand">Réservé jusqu’à quand</h2>
      <ul>
        {planning.children.map(({ childId, firstName }) => {
          const own = until.get(childId) ?? [];
          return (
            <li key={childId}>
              <strong>{firstName}</strong> :{' '}
              {own.length === 0
                ? 'rien de réservé à venir'
                : own.map(({ date, prestations }) => `${listed(prestations)} jusqu’au ${longDay(date)}`).join(' ; ')}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
