import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type ReglementLine = Schemas['ReglementLineDto'];

/** The règlement in force today. */
export const reglement = (collectiviteId: number) =>
  queryOptions({
    queryKey: ['reglement', collectiviteId],
    queryFn: () =>
      answered(api.GET('/api/v1/collectivites/{collectiviteId}/reglement', { params: { path: { collectiviteId } } })),
    staleTime: 5 * 60_000,
  });
