import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { Refused, Unreachable } from './api/problem';
import { AtFirst } from './app/at-first';
import { forgetPlanning, keepPlannings } from './app/kept-planning';
import { stayWithoutNetwork } from './app/offline';
import { router } from './app/router';
import './design/base.css';
import './design/layout.css';
import { forgetDrafts } from './design/forms/use-draft';
import { session } from './session/session';

// Whoever signed out, here or in another tab, leaves nothing behind on the screen. A page that all may see stays: the
// link of a mail is also opened where someone was signed in. A session that ended while the browser was closed leaves no
// planning either: whoever opens it next may be somebody else.
let before = session.state();
session.subscribe(() => {
  const was = before;
  before = session.state();
  if (before !== 'out') return;
  void forgetPlanning();
  if (was === 'unknown') return;
  queryClient.clear();
  forgetDrafts();
  const { matches } = router.state;
  if (!matches.some(({ routeId }) => routeId === '/signed-in')) return;
  const mairie = matches.find((match) => match.routeId === '/signed-in/familles/$familyId')?.context.own.collectiviteId;
  void router.navigate({ to: '/connexion', search: { sortie: true, ...(mairie !== undefined && { mairie }) } });
});
session.onAnotherOwner(() => {
  queryClient.clear();
  forgetDrafts();
  void forgetPlanning();
});

queryClient.listenToOtherTabs();

// The files of the page are asked for at once, while the session is renewed.
const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
for (const route of routes) void router.loadRouteChunk(route);

createRoot(document.getElementById('root')!, {
  // What the service refused is told on the page; the rest is a fault of ours.
  onCaughtError: (error) => (error instanceof Refused || error instanceof Unreachable ? undefined : reportError(error)),
}).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} InnerWrap={AtFirst} />
    </QueryClientProvider>
  </StrictMode>,
);

keepPlannings(queryClient);
window.addEventListener('load', () => void stayWithoutNetwork());
