import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type Demande = Schemas['DemandeDto'];
export type Thread = Schemas['ThreadDto'];
export type FamilyDocument = Schemas['DocumentDto'];

/** By pages, the last sent first. */
export const demandes = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'demandes', 'pages'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/demandes', {
          params: { path: { familyId }, query: { ...(after && { after }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

/** Those to which the mairie has answered, and to which nobody has written since. */
export const answeredDemandes = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'demandes', 'answered'],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/demandes', {
          params: { path: { familyId }, query: { state: 'ANSWERED', limit: 20 } },
        }),
      ),
  });

export const demande = (familyId: number, demandeId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'demandes', demandeId],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/demandes/{demandeId}', { params: { path: { familyId, demandeId } } }),
      ),
  });

export const documents = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'documents'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/documents', {
          params: { path: { familyId }, query: { ...(after && { after }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

const READ = 'espace-famille-reponses-lues';

/** True while the last answer has not been opened in this browser. */
export function isUnread({ id, updatedAt }: Demande): boolean {
  return readAnswers()[id] !== updatedAt;
}

/** The last answer has been opened here. */
export function markRead({ id, updatedAt }: Demande): void {
  localStorage.setItem(READ, JSON.stringify({ ...readAnswers(), [id]: updatedAt }));
}

function readAnswers(): Record<number, string> {
  return JSON.parse(localStorage.getItem(READ) ?? '{}') as Record<number, string>;
}
