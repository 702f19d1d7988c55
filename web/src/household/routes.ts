import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

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
  component: lazyRouteComponent(() => import('./household-page'), 'HouseholdPage'),
});

/** About whom: `family:12`, `guardian:31`, `child:7`. */
const correctionPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer/corrections/$subject',
  component: lazyRouteComponent(() => import('./correction-page'), 'CorrectionPage'),
});

const custodyPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer/garde',
  component: lazyRouteComponent(() => import('./custody-page'), 'CustodyPage'),
});

const personPage = createRoute({
  getParentRoute: () => family,
  path: '/foyer/personnes',
  component: lazyRouteComponent(() => import('./person-page'), 'PersonPage'),
});

export const householdRoutes = [householdPage, correctionPage, custodyPage, personPage] as const;
