import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const absencesPage = createRoute({
  getParentRoute: () => family,
  path: '/absences',
  component: lazyRouteComponent(() => import('./absences-page'), 'AbsencesPage'),
});

export const absencesRoutes = [absencesPage] as const;
