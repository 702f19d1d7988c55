import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { absences } from '../absences/queries';
import { queryClient } from '../api/query-client';
import { answeredDemandes } from '../demandes/queries';
import { family } from '../family/routes';
import { swaps } from '../household/queries';
import { waitingInvoices } from '../invoices/queries';
import { news } from '../news/queries';
import { basket, lateRequests, planning, publishedMenus, waitingEntries } from '../reservations/queries';
import { addDays, todayIn } from '../words/dates';
import { DAYS_AHEAD } from './coming-days';

const homePage = createRoute({
  getParentRoute: () => family,
  path: '/',
  loader: ({ context: { own } }) => {
    const { familyId } = own;
    const today = todayIn(own.timeZone);
    void queryClient.prefetchQuery(planning(familyId, today, addDays(today, DAYS_AHEAD)));
    void queryClient.prefetchQuery(absences(familyId, today, addDays(today, 1)));
    void queryClient.prefetchQuery(publishedMenus(familyId, today, addDays(today, 1)));
    void queryClient.prefetchQuery(basket(familyId));
    void queryClient.prefetchQuery(waitingInvoices(familyId));
    void queryClient.prefetchQuery(waitingEntries(familyId));
    void queryClient.prefetchQuery(answeredDemandes(familyId));
    void queryClient.prefetchQuery(swaps(familyId));
    void queryClient.prefetchQuery(lateRequests(familyId));
    void queryClient.prefetchQuery(news(familyId));
  },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

export const homeRoutes = [homePage] as const;
