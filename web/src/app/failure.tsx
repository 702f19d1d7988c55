import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Refused, said, Unreachable } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { NotFound } from './not-found';
import { useTitle } from '../design/use-title';

const LastPlanning = lazy(async () => ({ default: (await import('./last-planning')).LastPlanning }));

/** A page that could not be shown: what happened, and another try. What is not one's own is like what does not exist. */
export function Failure({ error, reset }: ErrorComponentProps) {
  const { reset: forgetFailures } = useQueryErrorResetBoundary();
  const router = useRouter();
  if (error instanceof Refused && error.status === 404) return <NotFound />;
  function again(): void {
    // A file of the portal that did not come, or that a newer portal has not: the page as it is now has those it needs.
    if (!(error instanceof Refused || error instanceof Unreachable)) return location.reload();
    forgetFailures();
    reset();
    void router.invalidate();
  }
  return <Shown error={error} again={again} />;
}

/** The same where nothing surrounds it. */
export function FailurePage(props: ErrorComponentProps) {
  return (
    <main id="contenu" className="page">
      <Failure {...props} />
    </main>
  );
}

function Shown({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const alone = error instanceof Unreachable || !navigator.onLine;
  useTitle(alone ? 'Pas de connexion' : 'Page indisponible', true);
  return (
    <div className="stack reading">
      <h1>{alone ? 'Pas de connexion' : 'Cette page n’a pas pu s’afficher'}</h1>
      <Notice title={said(alone ? new Unreachable() : error)} tone="bad">
        <p>
          <Button kind="quiet" onPress={again}>
            Réessayer
          </Button>
        </p>
      </Notice>
      {alone ? (
        <Suspense>
          <LastPlanning />
        </Suspense>
      ) : null}
    </div>
  );
}
