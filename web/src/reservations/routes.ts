import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { family } from '../family/routes';
import { swaps } from '../household/queries';
import { isDay, todayIn } from '../words/dates';
import { basket, planning } from './queries';
import { spanOf } from './span';

const planningPage = createRoute({
  getParentRoute: () => family,
  path: '/reservations',
  validateSearch: searched,
  loaderDeps: ({ search: { du, vue } }) => ({ du, vue }),
  loader: ({ context: { own }, deps: { du, vue } }) => {
    void queryClient.prefetchQuery(basket(own.familyId));
    if (vue === 'agenda') return;
    const { from, to } = spanOf(du ?? todayIn(own.timeZone), vue === 'mois');
    void queryClient.prefetchQuery(planning(own.familyId, from, to));
  },
  component: lazyRouteComponent(loadPage, 'ReservationsPage'),
});

const basketPage = createRoute({
  getParentRoute: () => family,
  path: '/panier',
  loader: ({ context: { own } }) => void queryClient.prefetchQuery(basket(own.familyId)),
  component: lazyRouteComponent(() => import('./basket/basket-page'), 'BasketPage'),
});

const validationPage = createRoute({
  getParentRoute: () => family,
  path: '/panier/paiements/$validationId',
  component: lazyRouteComponent(() => import('./basket/validation-page'), 'ValidationPage'),
});

const feedsPage = createRoute({
  getParentRoute: () => family,
  path: '/reservations/calendrier',
  component: lazyRouteComponent(() => import('./feeds/feeds-page'), 'FeedsPage'),
});

const givenDaysPage = createRoute({
  getParentRoute: () => family,
  path: '/reservations/donnes/$swapId',
  loader: ({ context: { own } }) => void queryClient.prefetchQuery(swaps(own.familyId)),
  component: lazyRouteComponent(() => import('./cancellation/given-days-page'), 'GivenDaysPage'),
});

/** The days come with their page, at once; who opens the agenda does without them. */
function loadPage() {
  if (!/[?&]vue=agenda/.test(location.search)) void import('./planning/planning-page');
  return import('./reservations-page');
}

export const reservationsRoutes = [planningPage, basketPage, validationPage, feedsPage, givenDaysPage] as const;

interface Searched {
  /** A day of the week or month that is shown. */
  readonly du?: string;
  readonly vue?: 'mois' | 'agenda';
  /** One child only. */
  readonly enfant?: number;
  /** A day of the week that the agenda begins with. */
  readonly semaine?: string;
  /** A prestation that the agenda begins with, on all its days, for all the children who have one of its name. */
  readonly chaque?: number;
}

function searched({ du, vue, enfant, semaine, chaque }: Record<string, unknown>): Searched {
  return {
    ...(typeof du === 'string' && isDay(du) ? { du } : {}),
    ...(vue === 'mois' || vue === 'agenda' ? { vue } : {}),
    ...(Number.isInteger(enfant) ? { enfant: Number(enfant) } : {}),
    ...(Number.isInteger(chaque) ? { chaque: Number(chaque) } : {}),
    ...(typeof semaine === 'string' && isDay(semaine) ? { semaine } : {}),
  };
}
