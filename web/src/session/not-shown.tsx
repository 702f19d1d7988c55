import { said } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';

interface NotShownProps {
  /** Of the page that could not be shown. */
  readonly title: string;
  readonly error: unknown;
  readonly again: () => void;
}

/** Instead of what the link of a mail opens, where the service could not say: why, and another try. */
export function NotShown({ title, error, again }: NotShownProps) {
  useTitle(title, true);
  return (
    <Notice tone="bad" title="Cette page n’a pas pu s’afficher">
      <p>{said(error)}</p>
      <p>
        <Button kind="quiet" onPress={again}>
          Réessayer
        </Button>
      </p>
    </Notice>
  );
}
