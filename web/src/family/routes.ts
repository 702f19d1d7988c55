import { createRootRoute, createRoute, notFound, redirect } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { session } from '../session/session';
import { contacts, myAccount, myFamilies } from './my-families';

export const root = createRootRoute();

/** What only who is signed in sees; others sign in first, and come back. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    if (await session.token()) return;
    throw redirect({ to: '/connexion', search: { retour: location.href } });
  },
});

/** The pages of one family. One that is not one's own is not told from one that does not exist. */
export const family = createRoute({
  getParentRoute: () => signedIn,
  path: '/familles/$familyId',
  beforeLoad: async ({ params }) => {
    const families = await queryClient.ensureQueryData(myFamilies);
    const own = families.find(({ familyId }) => String(familyId) === params.familyId);
    if (!own) throw notFound();
    return { own };
  },
  // Asked for while the files of the page arrive, as each page asks for its own: one wait instead of several.
  loader: ({ context: { own } }) => {
    void queryClient.prefetchQuery(myAccount);
    void queryClient.prefetchQuery(contacts(own.collectiviteId));
  },
});
