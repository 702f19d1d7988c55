import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../api/client';

export type MyFamily = Schemas['MyFamilyListDto'];

export const myFamilies = queryOptions({
  queryKey: ['families'],
  queryFn: () => answered(api.GET('/api/v1/me/families')),
  staleTime: 5 * 60_000,
});

export const myAccount = queryOptions({
  queryKey: ['account'],
  queryFn: () => answered(api.GET('/api/v1/me')),
  staleTime: 5 * 60_000,
});

/** The family of the address of the page; one that is not one's own is not known here. */
export function useFamily(): MyFamily {
  const { familyId } = useParams({ from: '/signed-in/familles/$familyId' });
  const { data } = useSuspenseQuery(myFamilies);
  return data.find((family) => String(family.familyId) === familyId)!;
}

export const contacts = (collectiviteId: number) =>
  queryOptions({
    queryKey: ['contacts', collectiviteId],
    queryFn: () =>
      answered(api.GET('/api/v1/collectivites/{collectiviteId}', { params: { path: { collectiviteId } } })),
    staleTime: 60 * 60_000,
  });
