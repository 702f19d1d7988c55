import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const plansPage = createRoute({
  getParentRoute: () => family,
  path: '/echeanciers',
  component: lazyRouteComponent(() => import('./plans-page'), 'PlansPage'),
});

export const instalmentsRoutes = [plansPage] as const;
