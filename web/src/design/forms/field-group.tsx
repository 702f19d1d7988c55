import type { ReactNode } from 'react';
import { fieldId } from './field-id';
import styles from './field.module.css';

interface FieldGroupProps {
  readonly label: string;
  readonly name: string;
  readonly error?: string | undefined;
  /** The controls, each with words of its own. */
  readonly children: ReactNode;
}

/** What stands around several controls that answer one question: what is asked, and what is wrong. */
export function FieldGroup({ label, name, error, children }: FieldGroupProps) {
  const id = fieldId(name);
  const errorId = `${id}-erreur`;
  return (
    <fieldset className={styles.group} id={id} tabIndex={-1} aria-describedby={error && errorId}>
      <legend className={styles.label}>{label}</legend>
      {children}
      {error ? (
        <span id={errorId} className={styles.error}>
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}
