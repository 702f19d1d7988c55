import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { BY_PAGES, pageFrom } from '../api/pages';

/** The latest. */
export const news = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'articles'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/articles', { params: { path: { familyId } } })),
  });

/** All of them by pages, the latest first. */
export const allNews = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'articles', 'pages'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/articles', {
          params: { path: { familyId }, query: pageFrom(after) },
        }),
      ),
    ...BY_PAGES,
  });
