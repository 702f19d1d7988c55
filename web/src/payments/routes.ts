import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const onlinePaymentPage = createRoute({
  getParentRoute: () => family,
  path: '/paiements/en-ligne/$onlinePaymentId',
  component: lazyRouteComponent(() => import('./online-payment-page'), 'OnlinePaymentPage'),
});

export const paymentsRoutes = [onlinePaymentPage] as const;
