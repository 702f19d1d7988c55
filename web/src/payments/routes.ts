import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const onlinePaymentPage = createRoute({
  getParentRoute: () => family,
  path: '/paiements/en-ligne/$onlinePaymentId',
  component: lazyRouteComponent(() => import('./online-payment-page'), 'OnlinePaymentPage'),
});

const paymentsPage = createRoute({
  getParentRoute: () => family,
  path: '/paiements',
  component: lazyRouteComponent(() => import('./payments-page'), 'PaymentsPage'),
});

const creditPage = createRoute({
  getParentRoute: () => family,
  path: '/avoir',
  component: lazyRouteComponent(() => import('./credit-page'), 'CreditPage'),
});

export const paymentsRoutes = [paymentsPage, creditPage, onlinePaymentPage] as const;
