import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { isDay } from '../words/dates';
import { family, root } from '../family/routes';
import { mairieIn } from '../session/whose';

/** The law wants these two within reach of everyone, signed in or not. */
const accessibilityPage = createRoute({
  getParentRoute: () => root,
  path: '/accessibilite',
  component: lazyRouteComponent(() => import('./accessibility-page'), 'AccessibilityPage'),
});

const legalPage = createRoute({
  getParentRoute: () => root,
  path: '/mentions-legales',
  validateSearch: mairieIn,
  component: lazyRouteComponent(() => import('./legal-page'), 'LegalPage'),
});

const reglementPage = createRoute({
  getParentRoute: () => family,
  path: '/reglement',
  validateSearch: ({ date }: Record<string, unknown>): { date?: string } =>
    typeof date === 'string' && isDay(date) ? { date } : {},
  component: lazyRouteComponent(() => import('./reglement-page'), 'ReglementPage'),
});

const dataPage = createRoute({
  getParentRoute: () => family,
  path: '/donnees',
  component: lazyRouteComponent(() => import('./data-page'), 'DataPage'),
});

export const publicNotices = [accessibilityPage, legalPage] as const;
export const familyNotices = [reglementPage, dataPage] as const;
