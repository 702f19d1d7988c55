import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';

export const news = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'articles'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/articles', { params: { path: { familyId } } })),
  });
