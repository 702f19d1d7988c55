import { FieldGroup } from './field-group';
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
  return (
    <FieldGroup label={label} name={name} error={error}>
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
    </FieldGroup>
  );
}
