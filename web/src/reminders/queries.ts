import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';

export const reminders = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'reminders'],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/reminders', { params: { path: { familyId }, query: { limit: 200 } } }),
      ),
  });
