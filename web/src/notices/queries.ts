import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type ReglementLine = Schemas['ReglementLineDto'];

/** The règlement in force today, or on a day. */
export const reglement = (collectiviteId: number, date?: string) =>
  queryOptions({
    queryKey: ['reglement', collectiviteId, date ?? 'today'],
    queryFn: () =>
      answered(
        api.GET('/api/v1/collectivites/{collectiviteId}/reglement', {
          params: { path: { collectiviteId }, query: { ...(date && { date }) } },
        }),
      ),
    staleTime: 5 * 60_000,
  });

/** The versions that who is signed in accepted, the latest first. */
export const acceptances = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'reglement-acceptances'],
    queryFn: () =>
      answered(api.GET('/api/v1/families/{familyId}/reglement-acceptances', { params: { path: { familyId } } })),
  });

/** How many copies of one's data may still be asked for today. */
export const copiesLeft = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'personal-data', 'allowance'],
    queryFn: () =>
      answered(api.GET('/api/v1/families/{familyId}/personal-data/allowance', { params: { path: { familyId } } })),
  });
