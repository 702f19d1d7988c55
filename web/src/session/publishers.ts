import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type Publisher, publisherOf } from './whose';

/** Who publishes these pages: open to all, as the law wants it. */
export const publishers = queryOptions({
  queryKey: ['legal-notices'],
  queryFn: () => answered(api.GET('/api/v1/legal-notices')),
  staleTime: 60 * 60_000,
});

/** Whose a page is, where an address names a collectivité or there is only one; undefined until it is known. */
export function usePublisher(collectiviteId: number | undefined): Publisher | null | undefined {
  const { data, isError } = useQuery(publishers);
  return isError ? null : data && publisherOf(data, collectiviteId);
}
