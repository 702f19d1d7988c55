import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { Refused } from '../api/problem';
import { myFamilies } from '../family/my-families';
import { family, signedIn } from '../family/routes';
import { claims } from '../claims/queries';
import { plans } from '../instalments/queries';
import { directDebit } from '../mandates/queries';
import { credit, debits } from '../payments/queries';
import { reminders } from '../reminders/queries';
import { invoice, paymentOptions, settledInvoices, waitingInvoices } from './queries';

const invoicesPage = createRoute({
  getParentRoute: () => family,
  path: '/factures',
  loader: ({ context: { own } }) => {
    void queryClient.prefetchQuery(waitingInvoices(own.familyId));
    void queryClient.prefetchInfiniteQuery(settledInvoices(own.familyId));
    void queryClient.prefetchQuery(paymentOptions(own.familyId));
    void queryClient.prefetchQuery(debits(own.familyId));
    void queryClient.prefetchQuery(credit(own.familyId));
    void queryClient.prefetchQuery(directDebit(own.familyId));
    void queryClient.prefetchQuery(plans(own.familyId));
    void queryClient.prefetchQuery(claims(own.familyId));
    void queryClient.prefetchQuery(reminders(own.familyId));
  },
  component: lazyRouteComponent(() => import('./invoices-page'), 'InvoicesPage'),
});

const invoicePage = createRoute({
  getParentRoute: () => family,
  path: '/factures/$invoiceId',
  loader: ({ context: { own }, params }) => {
    void queryClient.prefetchQuery(invoice(own.familyId, Number(params.invoiceId)));
    void queryClient.prefetchQuery(paymentOptions(own.familyId));
    void queryClient.prefetchQuery(debits(own.familyId));
    void queryClient.prefetchQuery(reminders(own.familyId));
  },
  component: lazyRouteComponent(() => import('./invoice-page'), 'InvoicePage'),
});

export const invoicesRoutes = [invoicesPage, invoicePage] as const;

/** Mails and printed invoices lead here, without a family: to the one that has something to pay, else to the first. */
const anyInvoices = createRoute({
  getParentRoute: () => signedIn,
  path: '/factures',
  beforeLoad: async () => {
    const families = await queryClient.ensureQueryData(myFamilies);
    for (const { familyId } of families) {
      const waiting = await queryClient.fetchQuery(waitingInvoices(familyId));
      if (waiting.length > 0) throw toInvoices(familyId);
    }
    throw families[0] ? toInvoices(families[0].familyId) : redirect({ to: '/' });
  },
});

const anyInvoice = createRoute({
  getParentRoute: () => signedIn,
  path: '/factures/$invoiceId',
  beforeLoad: async ({ params }) => {
    for (const { familyId } of await queryClient.ensureQueryData(myFamilies)) {
      if (!(await isOf(familyId, params.invoiceId))) continue;
      throw redirect({
        to: '/familles/$familyId/factures/$invoiceId',
        params: { familyId: String(familyId), invoiceId: params.invoiceId },
        replace: true,
      });
    }
    throw notFound();
  },
});

export const invoicesDoors = [anyInvoices, anyInvoice] as const;

function toInvoices(familyId: number) {
  return redirect({ to: '/familles/$familyId/factures', params: { familyId: String(familyId) }, replace: true });
}

async function isOf(familyId: number, invoiceId: string): Promise<boolean> {
  try {
    await queryClient.fetchQuery(invoice(familyId, Number(invoiceId)));
    return true;
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 400)) return false;
    throw error;
  }
}
