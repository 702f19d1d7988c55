import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const remindersPage = createRoute({
  getParentRoute: () => family,
  path: '/relances',
  component: lazyRouteComponent(() => import('./reminders-page'), 'RemindersPage'),
});

export const remindersRoutes = [remindersPage] as const;
