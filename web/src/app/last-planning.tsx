import { useQuery } from '@tanstack/react-query';
import { useNow } from '../design/use-now';
import { awaited } from '../family/awaited';
import { addDays, dayIn, dayOfYear, moment } from '../words/dates';
import { lastPlanning, type LastPlanning } from './kept-planning';

/** Without a network: what was reserved when it was last read, said to be of then. */
export function LastPlanning() {
  const { data } = useQuery({ queryKey: ['last-planning'], queryFn: lastPlanning, staleTime: 0 });
  if (!data) return null;
  return <Shown {...data} />;
}

function Shown({ readAt, planning }: LastPlanning) {
  const day = dayIn(planning.timeZone, useNow());
  // What was read stops somewhere: nothing is said of the days beyond.
  const days = [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(day, after)).filter((date) => date <= planning.to);
  return (
    <section aria-labelledby="dernier-planning">
      <h2 id="dernier-planning">Votre planning, tel qu’il était</h2>
      <p className="soft">
        Lu le {moment(readAt, planning.timeZone)}. Il a pu changer depuis, et rien ne peut être réservé ni annulé sans
        connexion.
      </p>
      <ul className="list">
        {days.map((date) => (
          <li key={date} className="row">
            <strong>{dayOfYear(date)}</strong>
            <span>{reservedOn(date, planning).join(' ; ') || 'rien de réservé'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** « Clara : Cantine, Garderie du soir », for each child who has something. */
function reservedOn(date: string, { children }: LastPlanning['planning']): string[] {
  return children
    .map(({ firstName, rows }) => ({
      firstName,
      places: rows.map((row) => awaited(row, date)).filter((place) => place !== null),
    }))
    .filter(({ places }) => places.length > 0)
    .map(({ firstName, places }) => `${firstName} : ${places.join(', ')}`);
}
