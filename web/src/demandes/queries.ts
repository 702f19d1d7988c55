import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';
import { BY_PAGES, PAGE_SIZE, pageFrom } from '../api/pages';

export type Demande = Schemas['OwnDemandeDto'];
export type Thread = Schemas['ThreadDto'];
export type FamilyDocument = Schemas['DocumentDto'];

/** By pages, the last sent first. */
export const demandes = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'demandes', 'pages'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/demandes', {
          params: { path: { familyId }, query: pageFrom(after) },
        }),
      ),
    ...BY_PAGES,
  });

/** The last ones that the mairie has answered, and to which nobody has written since; it may close one as it answers. */
export const answeredDemandes = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'demandes', 'answered'],
    queryFn: async () => {
      const [open, closed] = await Promise.all([inState(familyId, 'ANSWERED'), inState(familyId, 'CLOSED')]);
      return [...open.items, ...closed.items];
    },
  });

function inState(familyId: number, state: Demande['state']) {
  return answered(
    api.GET('/api/v1/families/{familyId}/demandes', {
      params: { path: { familyId }, query: { state, limit: PAGE_SIZE } },
    }),
  );
}

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
          params: { path: { familyId }, query: pageFrom(after) },
        }),
      ),
    ...BY_PAGES,
  });

/** The last message has been read, here as on the other devices. */
export async function markRead(familyId: number, { id, messages }: Thread): Promise<void> {
  const messageId = messages.at(-1)?.id;
  if (!messageId) return;
  await answered(
    api.PUT('/api/v1/families/{familyId}/demandes/{demandeId}/reading', {
      params: { path: { familyId, demandeId: id } },
      body: { messageId },
    }),
  );
}
