import { fieldId } from './field-id';
import styles from './field.module.css';

interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  /** Each value, and how it is said. */
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, name, options, value, onChange, required, error } = props;
  const errorId = `${fieldId(name)}-erreur`;
  return (
    <fieldset className={styles.group} id={fieldId(name)} tabIndex={-1} aria-describedby={error && errorId}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.choices}>
        {options.map(([one, word]) => (
          <label key={one} className={styles.check}>
            <input
              type="radio"
              name={name}
              checked={value === one}
              required={required}
              onChange={() => onChange(one)}
            />
            {word}
          </label>
        ))}
      </div>
      {error ? (
        <span id={errorId} className={styles.error}>
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}
