import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';

export const directDebit = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'direct-debit'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/direct-debit', { params: { path: { familyId } } })),
  });
