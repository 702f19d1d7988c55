import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';
import { BY_PAGES, pageFrom, readAll } from '../api/pages';
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

/** By pages, the latest first. */
export const payments = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'payments'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/payments', { params: { path: { familyId }, query: pageFrom(after) } }),
      ),
    ...BY_PAGES,
  });

/** All of them, to know which invoices are about to be debited. */
export const debits = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'debits'],
    queryFn: () =>
      readAll((query) =>
        answered(api.GET('/api/v1/families/{familyId}/debits', { params: { path: { familyId }, query } })),
      ),
  });

/** By pages, the latest first. */
export const debitsByPages = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'debits', 'pages'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/debits', { params: { path: { familyId }, query: pageFrom(after) } }),
      ),
    ...BY_PAGES,
  });

export const credit = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'credit'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/credit', { params: { path: { familyId } } })),
  });

/** By pages, the latest first. */
export const creditMovements = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'credit', 'movements'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/credit/movements', {
          params: { path: { familyId }, query: pageFrom(after) },
        }),
      ),
    ...BY_PAGES,
  });
