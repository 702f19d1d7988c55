import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { router } from './app/router';
import './design/base.css';
import './design/layout.css';
import { session } from './session/session';

// Whoever signed out, here or in another tab, leaves nothing behind on the screen.
session.subscribe(() => {
  if (session.state() !== 'out') return;
  queryClient.clear();
  void router.navigate({ to: '/connexion' });
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
