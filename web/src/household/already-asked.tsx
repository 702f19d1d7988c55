import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Notice } from '../design/notice';
import { proposals } from './queries';

interface AlreadyAskedProps {
  readonly familyId: number;
  readonly subject: string;
}

/** What waits at the mairie about the same person: of two parents who correct at once, each knows what the other asked. */
export function AlreadyAsked({ familyId, subject }: AlreadyAskedProps) {
  const { data } = useSuspenseInfiniteQuery(proposals(familyId));
  const waiting = data.pages
    .flatMap(({ items }) => items)
    .filter((asked) => asked.subject === subject && asked.state === 'PENDING');
  if (waiting.length === 0) return null;
  return (
    <Notice title="Déjà demandé, la mairie n’a pas encore répondu">
      <ul>
        {waiting.map(({ proposalId, fieldLabel, newValue }) => (
          <li key={proposalId}>
            {fieldLabel} : {newValue || 'à retirer'}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
