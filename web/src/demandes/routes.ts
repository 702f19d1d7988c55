import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { family } from '../family/routes';
import { isDay } from '../words/dates';
import { type Demande, demande, demandes, documents } from './queries';

const CATEGORIES: readonly Demande['category'][] = ['RESERVATION', 'BILLING', 'ABSENCE', 'DOCUMENT', 'OTHER'];

const demandesPage = createRoute({
  getParentRoute: () => family,
  path: '/demandes',
  loader: ({ context: { own } }) => void queryClient.prefetchInfiniteQuery(demandes(own.familyId)),
  component: lazyRouteComponent(() => import('./demandes-page'), 'DemandesPage'),
});

interface About {
  readonly categorie?: Demande['category'];
  readonly objet?: string;
  /** A child that it concerns. */
  readonly enfant?: number;
  /** The day that it concerns. */
  readonly le?: string;
}

/** Other rooms lead here with what it is about already said. */
const newDemandePage = createRoute({
  getParentRoute: () => family,
  path: '/demandes/nouvelle',
  validateSearch: ({ categorie, objet, enfant, le }: Record<string, unknown>): About => {
    const category = CATEGORIES.find((one) => one === categorie);
    return {
      ...(category && { categorie: category }),
      ...(typeof objet === 'string' && { objet: objet.slice(0, 160) }),
      ...(Number.isInteger(enfant) && { enfant: Number(enfant) }),
      ...(typeof le === 'string' && isDay(le) && { le }),
    };
  },
  component: lazyRouteComponent(() => import('./new-demande-page'), 'NewDemandePage'),
});

const demandePage = createRoute({
  getParentRoute: () => family,
  path: '/demandes/$demandeId',
  loader: ({ context: { own }, params }) =>
    void queryClient.prefetchQuery(demande(own.familyId, Number(params.demandeId))),
  validateSearch: ({ envoyee }: Record<string, unknown>): { envoyee?: true } => (envoyee ? { envoyee: true } : {}),
  component: lazyRouteComponent(() => import('./demande-page'), 'DemandePage'),
});

const documentsPage = createRoute({
  getParentRoute: () => family,
  path: '/documents',
  loader: ({ context: { own } }) => void queryClient.prefetchInfiniteQuery(documents(own.familyId)),
  component: lazyRouteComponent(() => import('./documents-page'), 'DocumentsPage'),
});

export const demandesRoutes = [demandesPage, newDemandePage, demandePage, documentsPage] as const;
