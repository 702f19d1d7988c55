import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';
import { BY_PAGES, pageFrom, readAll } from '../api/pages';

export type Invoice = Schemas['InvoiceDto'];
export type InvoiceDetails = Schemas['InvoiceDetailsDto'];

/** All those of which something is still due. */
export const waitingInvoices = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'invoices', 'waiting'],
    queryFn: () =>
      readAll((page) =>
        answered(
          api.GET('/api/v1/families/{familyId}/invoices', {
            params: { path: { familyId }, query: { state: 'waiting', ...page } },
          }),
        ),
      ),
  });

/** By pages, the latest first. */
export const settledInvoices = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'invoices', 'settled'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/invoices', {
          params: { path: { familyId }, query: { state: 'settled', ...pageFrom(after) } },
        }),
      ),
    ...BY_PAGES,
  });

export const invoice = (familyId: number, invoiceId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'invoices', invoiceId],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/invoices/{invoiceId}', { params: { path: { familyId, invoiceId } } }),
      ),
  });

export const paymentOptions = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'payment-options'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/payment-options', { params: { path: { familyId } } })),
  });

/** By pages, the latest first. */
export const creditNotes = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'credit-notes'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/credit-notes', { params: { path: { familyId }, query: pageFrom(after) } }),
      ),
    ...BY_PAGES,
  });
