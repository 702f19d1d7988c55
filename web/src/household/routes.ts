import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { family } from '../family/routes';
import { carePlans } from '../health/queries';
import { enrolments, household, persons, proposals, swaps } from './queries';

/** What was just done, for the page to say it. */
interface Done {
  readonly demandee?: true;
  readonly personne?: true;
  readonly pai?: true;
}

const householdPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer',
  validateSearch: ({ demandee, personne, pai }: Record<string, unknown>): Done => ({
    ...(demandee ? { demandee: true } : {}),
    ...(personne ? { personne: true } : {}),
    ...(pai ? { pai: true } : {}),
  }),
  loader: ({ context: { own } }) => {
    const { familyId, children } = own;
    void queryClient.prefetchQuery(household(familyId));
    void queryClient.prefetchQuery(enrolments(familyId));
    void queryClient.prefetchInfiniteQuery(proposals(familyId));
    if (children.length === 0) return;
    void queryClient.prefetchQuery(persons(familyId));
    void queryClient.prefetchQuery(carePlans(familyId));
  },
  component: lazyRouteComponent(() => import('./household-page'), 'HouseholdPage'),
});

/** About whom: `family:12`, `guardian:31`, `child:7`. */
const correctionPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer/corrections/$subject',
  loader: ({ context: { own } }) => {
    void queryClient.prefetchQuery(household(own.familyId));
    void queryClient.prefetchInfiniteQuery(proposals(own.familyId));
  },
  component: lazyRouteComponent(() => import('./correction-page'), 'CorrectionPage'),
});

const custodyPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer/garde',
  loader: ({ context: { own } }) => {
    void queryClient.prefetchQuery(household(own.familyId));
    void queryClient.prefetchQuery(swaps(own.familyId));
  },
  component: lazyRouteComponent(() => import('./custody/custody-page'), 'CustodyPage'),
});

const personPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer/personnes',
  component: lazyRouteComponent(() => import('./person-page'), 'PersonPage'),
});

export const householdRoutes = [householdPage, correctionPage, custodyPage, personPage] as const;
