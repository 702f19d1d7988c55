import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const contactsPage = createRoute({
  getParentRoute: () => family,
  path: '/contacts',
  component: lazyRouteComponent(() => import('./contacts-page'), 'ContactsPage'),
});

export const contactsRoutes = [contactsPage] as const;
