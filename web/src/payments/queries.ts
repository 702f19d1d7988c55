import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';
import { isDecided, waitBeforeAsking } from './online-words';

export type OnlinePayment = Schemas['FamilyOnlinePaymentDto'];

/** What became of an online payment; asked again, less and less often, until it is decided. */
export const onlinePayment = (familyId: number, onlinePaymentId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'online-payments', onlinePaymentId],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/online-payments/{onlinePaymentId}', {
          params: { path: { familyId, onlinePaymentId } },
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data && isDecided(state.data.state) ? false : waitBeforeAsking(state.dataUpdateCount),
  });
