import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const newsPage = createRoute({
  getParentRoute: () => family,
  path: '/actualites',
  component: lazyRouteComponent(() => import('./news-page'), 'NewsPage'),
});

export const newsRoutes = [newsPage] as const;
