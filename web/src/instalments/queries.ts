import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';

export const plans = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'payment-plans'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/payment-plans', { params: { path: { familyId } } })),
  });
