import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type Invoice = Schemas['InvoiceDto'];
export type InvoiceDetails = Schemas['InvoiceDetailsDto'];

export const invoices = (familyId: number, state: 'waiting' | 'settled') =>
  queryOptions({
    queryKey: ['family', familyId, 'invoices', state],
    queryFn: () =>
      answered(api.GET('/api/v1/families/{familyId}/invoices', { params: { path: { familyId }, query: { state } } })),
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

export const creditNotes = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'credit-notes'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/credit-notes', { params: { path: { familyId } } })),
  });
