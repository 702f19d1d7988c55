import type { ReactNode } from 'react';
import { said } from '../../api/problem';
import { ErrorSummary } from './error-summary';
import type { Submission } from './use-submit';

interface FormProps extends Pick<Submission, 'submit' | 'error'>, Partial<Pick<Submission, 'fields'>> {
  readonly children: ReactNode;
}

/** What is sent together; what is wrong stands at its top, in words of ours and not of the browser. */
export function Form({ submit, error, fields, children }: FormProps) {
  return (
    <form className="form" noValidate onSubmit={submit}>
      {error ? <ErrorSummary title={said(error)} fields={fields} /> : null}
      {children}
    </form>
  );
}
