import type { ErrorComponentProps } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Refused, said } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { NotFound } from './not-found';
import { useTitle } from '../design/use-title';

/** A page that could not be shown: what happened, and another try. What is not one's own is like what does not exist. */
export function Failure({ error, reset }: ErrorComponentProps) {
  const { reset: forgetFailures } = useQueryErrorResetBoundary();
  if (error instanceof Refused && error.status === 404) return <NotFound />;
  return <Shown error={error} again={() => (forgetFailures(), reset())} />;
}

function Shown({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  useTitle('Page indisponible', true);
  return (
    <Notice title="Cette page n’a pas pu s’afficher" tone="bad">
      <p>{said(error)}</p>
      <p>
        <Button kind="quiet" onPress={again}>
          Réessayer
        </Button>
      </p>
    </Notice>
  );
}
