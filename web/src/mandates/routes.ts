import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const mandatePage = createRoute({
  getParentRoute: () => family,
  path: '/prelevement',
  component: lazyRouteComponent(() => import('./mandate-page'), 'MandatePage'),
});

export const mandatesRoutes = [mandatePage] as const;
