import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type CarePlan = Schemas['CarePlanDto'];

/** What this foyer sent, and what the mairie takes into account. */
export const carePlans = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'care-plans'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/care-plans', { params: { path: { familyId } } })),
  });
