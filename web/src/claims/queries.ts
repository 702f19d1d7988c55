import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';

export const claims = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'claims'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/claims', { params: { path: { familyId } } })),
  });
