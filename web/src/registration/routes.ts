import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../family/routes';
import { mairieIn } from '../session/whose';
import { isStep, type Step } from './steps';

interface InvitationLink {
  readonly code?: string;
  readonly email?: string;
  readonly mairie?: number;
  /** The step that is looked at, so that « back » in the browser goes to the one before. */
  readonly etape?: Step;
}

/** Where the link of an invitation leads. */
const activation = createRoute({
  getParentRoute: () => root,
  path: '/activation',
  validateSearch: ({ code, email, etape, mairie }: Record<string, unknown>): InvitationLink => ({
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof email === 'string' ? { email } : {}),
    ...mairieIn({ mairie }),
    ...(isStep(etape) ? { etape } : {}),
  }),
  component: lazyRouteComponent(() => import('./activation-page'), 'ActivationPage'),
});

export const registrationRoutes = [activation] as const;
