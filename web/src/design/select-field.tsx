import styles from './field.module.css';
import { fieldId } from './text-field';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  readonly choices: Readonly<Record<Value, string>>;
  readonly error?: string | undefined;
}

/** One of a few: the list of the phone itself, which everyone knows how to use. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, name, value, onChange, choices, error } = props;
  const id = fieldId(name);
  const invalid = error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-erreur` };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        {...invalid}
        className={styles.input}
        id={id}
        value={value}
        required
        data-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        <option value="" disabled>
          Choisissez
        </option>
        {Object.entries<string>(choices).map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </select>
      {error === undefined ? null : (
        <span id={`${id}-erreur`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
