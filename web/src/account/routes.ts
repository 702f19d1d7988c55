import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const accountPage = createRoute({
  getParentRoute: () => family,
  path: '/compte',
  component: lazyRouteComponent(() => import('./account-page'), 'AccountPage'),
});

export const accountRoutes = [accountPage] as const;
