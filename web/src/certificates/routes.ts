import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { family } from '../family/routes';

const certificatesPage = createRoute({
  getParentRoute: () => family,
  path: '/attestations',
  component: lazyRouteComponent(() => import('./certificates-page'), 'CertificatesPage'),
});

export const certificatesRoutes = [certificatesPage] as const;
