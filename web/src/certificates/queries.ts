import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';

export const taxCertificates = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'tax-certificates'],
    queryFn: () =>
      answered(api.GET('/api/v1/families/{familyId}/tax-certificates', { params: { path: { familyId } } })),
  });
