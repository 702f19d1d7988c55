import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { BY_PAGES, pageFrom, readAll } from '../api/pages';

/** All of them, to know what was said of an invoice. */
export const reminders = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'reminders'],
    queryFn: () =>
      readAll((query) =>
        answered(api.GET('/api/v1/families/{familyId}/reminders', { params: { path: { familyId }, query } })),
      ),
  });

/** By pages, the latest first. */
export const allReminders = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'reminders', 'pages'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/reminders', { params: { path: { familyId }, query: pageFrom(after) } }),
      ),
    ...BY_PAGES,
  });
