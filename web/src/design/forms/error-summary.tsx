import { useEffect, useRef, useState } from 'react';
import { fieldId } from './field-id';
import styles from '../notice.module.css';

interface ErrorSummaryProps {
  /** What went wrong as a whole. */
  readonly title: string;
  /** By field: what is wrong, in the words that stand beside it too. */
  readonly fields?: ReadonlyMap<string, string>;
  /** How a field is called where its own label does not tell it from others. */
  readonly labels?: ReadonlyMap<string, string>;
}

/** All that is wrong in a form, at its top, with a link to each field, by its name; it takes the focus when it appears. */
export function ErrorSummary({ title, fields, labels }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const [names] = useState(
    () => new Map([...(fields?.keys() ?? [])].map((name) => [name, labels?.get(name) ?? labelOf(name)])),
  );
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
                {[names.get(name), error].filter(Boolean).join(' : ')}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What is written above a field of the page; nothing where it has no label. */
function labelOf(name: string): string | undefined {
  const id = fieldId(name);
  const label = document.querySelector(`label[for="${id}"]`) ?? document.getElementById(id)?.querySelector('legend');
  return label?.textContent.replace(' (facultatif)', '');
}

function goTo(event: React.MouseEvent, name: string): void {
  event.preventDefault();
  const field = document.getElementById(fieldId(name));
  (field?.querySelector<HTMLElement>('input, select, textarea') ?? field)?.focus();
}
