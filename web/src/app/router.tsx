import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { accountRoutes } from '../account/routes';
import { absencesRoutes } from '../absences/routes';
import { queryClient } from '../api/query-client';
import { certificatesRoutes } from '../certificates/routes';
import { claimsRoutes } from '../claims/routes';
import { contactsRoutes } from '../contacts/routes';
import { demandesRoutes } from '../demandes/routes';
import { myFamilies } from '../family/my-families';
import { family, root, signedIn } from '../family/routes';
import { healthRoutes } from '../health/routes';
import { homeRoutes } from '../home/routes';
import { householdRoutes } from '../household/routes';
import { instalmentsRoutes } from '../instalments/routes';
import { invoicesDoors, invoicesRoutes } from '../invoices/routes';
import { mandatesRoutes } from '../mandates/routes';
import { newsRoutes } from '../news/routes';
import { registrationRoutes } from '../registration/routes';
import { paymentsRoutes } from '../payments/routes';
import { remindersRoutes } from '../reminders/routes';
import { familyNotices, publicNotices } from '../notices/routes';
import { reservationsRoutes } from '../reservations/routes';
import { sessionRoutes } from './session-routes';
import { Failure, FailurePage } from './failure';
import { NotFound, NotFoundPage } from './not-found';

/** One goes to one's family; who has several goes to the first, and finds the others at the top of the page. */
const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async () => {
    const [first] = await queryClient.ensureQueryData(myFamilies);
    if (first) throw redirect({ to: '/familles/$familyId', params: { familyId: String(first.familyId) } });
  },
  component: lazyRouteComponent(() => import('./no-family'), 'NoFamily'),
});

const more = createRoute({
  getParentRoute: () => family,
  path: '/plus',
  component: lazyRouteComponent(() => import('./more-page'), 'MorePage'),
});

/** An address that leads nowhere, within what surrounds the pages of the family. */
const nowhere = createRoute({ getParentRoute: () => family, path: '$', component: NotFound });

const apart = { notFoundComponent: NotFoundPage, errorComponent: FailurePage };
root.update(apart);
signedIn.update(apart);
family.update({ ...apart, component: lazyRouteComponent(() => import('./shell'), 'Shell') });

export const router = createRouter({
  routeTree: root.addChildren([
    ...sessionRoutes,
    ...registrationRoutes,
    ...publicNotices,
    signedIn.addChildren([
      start,
      ...invoicesDoors,
      family.addChildren([
        ...homeRoutes,
        ...reservationsRoutes,
        ...invoicesRoutes,
        ...paymentsRoutes,
        ...mandatesRoutes,
        ...instalmentsRoutes,
        ...claimsRoutes,
        ...remindersRoutes,
        ...certificatesRoutes,
        ...newsRoutes,
        ...demandesRoutes,
        ...absencesRoutes,
        ...householdRoutes,
        ...healthRoutes,
        ...familyNotices,
        ...contactsRoutes,
        ...accountRoutes,
        more,
        nowhere,
      ]),
    ]),
  ]),
  defaultErrorComponent: Failure,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
