import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const planningPage = createRoute({
  getParentRoute: () => family,
  path: '/reservations',
  validateSearch: ({ du }: Record<string, unknown>): { du?: string } =>
    typeof du === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(du) ? { du } : {},
  component: lazyRouteComponent(() => import('./planning-page'), 'PlanningPage'),
});

const basketPage = createRoute({
  getParentRoute: () => family,
  path: '/panier',
  component: lazyRouteComponent(() => import('./basket-page'), 'BasketPage'),
});

const validationPage = createRoute({
  getParentRoute: () => family,
  path: '/panier/paiements/$validationId',
  component: lazyRouteComponent(() => import('./validation-page'), 'ValidationPage'),
});

export const reservationsRoutes = [planningPage, basketPage, validationPage] as const;
