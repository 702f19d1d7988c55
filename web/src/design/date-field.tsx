import styles from './field.module.css';
import { fieldId } from './text-field';

interface DateFieldProps {
  readonly label: string;
  readonly name: string;
  /** `2026-11-26`, or nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** A day: the calendar of the phone itself. */
export function DateField({ label, name, value, onChange, min, max, required, error }: DateFieldProps) {
  const id = fieldId(name);
  const invalid = error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-erreur` };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...invalid}
        type="date"
        className={styles.input}
        id={id}
        value={value}
        min={min}
        max={max}
        required={required}
        data-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      />
      {error === undefined ? null : (
        <span id={`${id}-erreur`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
