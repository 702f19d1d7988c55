import type { ReactNode } from 'react';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { ErrorSummary } from '../../design/forms/error-summary';
import type { Submission } from '../../design/forms/use-submit';

interface StepFormProps {
  readonly submission: Submission;
  /** How each field is called where it stands among others: its error at the top says whose it is. */
  readonly labels: ReadonlyMap<string, string>;
  readonly onPrevious: (() => void) | undefined;
  readonly submitLabel?: string;
  readonly children: ReactNode;
}

/** A step: its errors summed on top, its fields, and where one goes from it. */
export function StepForm({ submission, labels, onPrevious, submitLabel = 'Suivant', children }: StepFormProps) {
  const { pending, error, fields, submit } = submission;
  return (
    <form className="form" noValidate onSubmit={submit}>
      {error ? (
        <ErrorSummary
          title={fields.size > 0 ? 'Corrigez ce qui suit, puis continuez.' : said(error)}
          fields={fields}
          labels={labels}
        />
      ) : null}
      {children}
      <div className="acts">
        {onPrevious ? (
          <Button kind="quiet" onPress={onPrevious}>
            Précédent
          </Button>
        ) : null}
        <Button type="submit" pending={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
