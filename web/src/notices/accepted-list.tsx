import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { contacts, useFamily } from '../family/my-families';
import { dayIn, longDay } from '../words/dates';
import { acceptances } from './queries';

/** The versions of the règlement that who is signed in accepted, each with its text. */
export function AcceptedList() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data } = useSuspenseQuery(acceptances(familyId));
  const params = { familyId: String(familyId) };
  if (data.length === 0) return <p>Vous n’avez pas encore accepté le règlement.</p>;
  return (
    <ul>
      {data.map(({ version, appliedOn, acceptedAt, current }) => (
        <li key={version}>
          <Link to="/familles/$familyId/reglement" params={params} search={{ date: appliedOn }}>
            Règlement accepté le {longDay(dayIn(mairie.timeZone, acceptedAt))}
          </Link>{' '}
          ({current ? 'en vigueur' : 'ancienne version'})
        </li>
      ))}
    </ul>
  );
}
