import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { BY_PAGES, pageFrom } from '../api/pages';

/** The last two hundred: those of the invoices that still wait. */
export const reminders = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'reminders'],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/reminders', { params: { path: { familyId }, query: { limit: 200 } } }),
      ),
  });

/** All of them by pages, the latest first. */
export const allReminders = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'reminders', 'pages'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/reminders', { params: { path: { familyId }, query: pageFrom(after) } }),
      ),
    ...BY_PAGES,
  });
