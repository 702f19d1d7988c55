import type { ReactNode } from 'react';
import { fieldId } from './field-id';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  /** What is wrong, in the words of the service or of the form; said beside the field and in the summary. */
  readonly error?: string | undefined;
  /** The control itself, which wears what ties it to its words. */
  readonly children: (worn: Worn) => ReactNode;
}

interface Worn {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** What stands around one control of the browser's own: its label, its hint, what is wrong, all read with it. */
export function Field({ label, name, hint, error, children }: FieldProps) {
  const id = fieldId(name);
  const described = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span id={`${id}-aide`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
      {children({
        id,
        className: styles.input,
        'aria-describedby': described || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error ? (
        <span id={`${id}-erreur`} className={styles.error}>
          {error}
        </span>
      ) : null}
    </div>
  );
}
