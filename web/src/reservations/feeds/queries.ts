import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api/client';

export type Feed = Schemas['CalendarFeedDto'];

/** The children that one follows in one's own calendar. */
export const feeds = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'calendar-feeds'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/calendar-feeds', { params: { path: { familyId } } })),
  });
