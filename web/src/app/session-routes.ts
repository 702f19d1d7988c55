import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../family/routes';
import { mairieIn } from '../session/whose';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/connexion',
  validateSearch: (search: Record<string, unknown>): { retour?: string; mairie?: number; sortie?: true } => ({
    retour: text(search['retour']),
    ...mairieIn(search),
    ...(search['sortie'] === true && { sortie: true }),
  }),
  component: lazyRouteComponent(() => import('../session/sign-in-page'), 'SignInPage'),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe-oublie',
  validateSearch: mairieIn,
  component: lazyRouteComponent(() => import('../session/forgotten-password-page'), 'ForgottenPasswordPage'),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe',
  validateSearch: (search: Record<string, unknown>): { code?: string; mairie?: number } => ({
    code: text(search['code']),
    ...mairieIn(search),
  }),
  component: lazyRouteComponent(() => import('../session/new-password-page'), 'NewPasswordPage'),
});

export const sessionRoutes = [signIn, forgottenPassword, newPassword] as const;
