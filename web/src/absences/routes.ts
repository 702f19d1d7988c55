import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { family } from '../family/routes';
import { allAbsences } from './queries';

const absencesPage = createRoute({
  getParentRoute: () => family,
  path: '/absences',
  loader: ({ context: { own } }) => void queryClient.prefetchInfiniteQuery(allAbsences(own.familyId)),
  component: lazyRouteComponent(() => import('./absences-page'), 'AbsencesPage'),
});

export const absencesRoutes = [absencesPage] as const;
