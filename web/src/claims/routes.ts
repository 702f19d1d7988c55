import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const claimsPage = createRoute({
  getParentRoute: () => family,
  path: '/tresorerie',
  component: lazyRouteComponent(() => import('./claims-page'), 'ClaimsPage'),
});

export const claimsRoutes = [claimsPage] as const;
