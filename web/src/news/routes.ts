import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { family } from '../family/routes';
import { allNews } from './queries';

const newsPage = createRoute({
  getParentRoute: () => family,
  path: '/actualites',
  loader: ({ context: { own } }) => void queryClient.prefetchInfiniteQuery(allNews(own.familyId)),
  component: lazyRouteComponent(() => import('./news-page'), 'NewsPage'),
});

export const newsRoutes = [newsPage] as const;
