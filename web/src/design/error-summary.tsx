import { useEffect, useRef } from 'react';
import { fieldId } from './field-id';
import styles from './notice.module.css';

interface ErrorSummaryProps {
  /** What went wrong as a whole. */
  readonly title: string;
  /** By field: what is wrong, in the words that stand beside it too. */
  readonly fields?: ReadonlyMap<string, string>;
}

/** All that is wrong in a form, at its top, with a link to each field; it takes the focus when it appears. */
export function ErrorSummary({ title, fields }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  // As it appears, and not as one types: each try shows it anew.
  useEffect(() => summary.current?.focus(), [title]);
  return (
    <div ref={summary} tabIndex={-1} role="alert" className={`${styles.notice} ${styles.bad}`}>
      <p>{title}</p>
      {fields && fields.size > 0 ? (
        <ul>
          {[...fields].map(([name, error]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} onClick={(event) => goTo(event, name)}>
                {error}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function goTo(event: React.MouseEvent, name: string): void {
  event.preventDefault();
  const field = document.getElementById(fieldId(name));
  (field?.querySelector<HTMLElement>('input, select, textarea') ?? field)?.focus();
}
