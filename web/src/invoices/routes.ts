import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const invoicesPage = createRoute({
  getParentRoute: () => family,
  path: '/factures',
  component: lazyRouteComponent(() => import('./invoices-page'), 'InvoicesPage'),
});

const invoicePage = createRoute({
  getParentRoute: () => family,
  path: '/factures/$invoiceId',
  component: lazyRouteComponent(() => import('./invoice-page'), 'InvoicePage'),
});

export const invoicesRoutes = [invoicesPage, invoicePage] as const;
