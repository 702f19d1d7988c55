import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../family/routes';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/connexion',
  validateSearch: ({ retour }: Record<string, unknown>): { retour?: string } => ({ retour: text(retour) }),
  component: lazyRouteComponent(() => import('../session/sign-in-page'), 'SignInPage'),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe-oublie',
  component: lazyRouteComponent(() => import('../session/forgotten-password-page'), 'ForgottenPasswordPage'),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe',
  validateSearch: ({ code }: Record<string, unknown>): { code?: string } => ({ code: text(code) }),
  component: lazyRouteComponent(() => import('../session/new-password-page'), 'NewPasswordPage'),
});

export const sessionRoutes = [signIn, forgottenPassword, newPassword] as const;
