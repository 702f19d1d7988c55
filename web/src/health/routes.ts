import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const carePlanPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer/pai',
  component: lazyRouteComponent(() => import('./care-plan-page'), 'CarePlanPage'),
});

export const healthRoutes = [carePlanPage] as const;
