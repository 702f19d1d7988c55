import { Checkbox } from './checkbox';
import styles from './field.module.css';
import { fieldId } from './field-id';

interface ChoicesProps<Value extends number | string> {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly (readonly [Value, string])[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly error?: string | undefined;
}

/** Any of a few. */
export function Choices<Value extends number | string>(props: ChoicesProps<Value>) {
  const { label, name, choices, chosen, onChange, error } = props;
  const errorId = `${fieldId(name)}-erreur`;
  return (
    <fieldset className={styles.group} id={fieldId(name)} tabIndex={-1} aria-describedby={error && errorId}>
      <legend className={styles.label}>{label}</legend>
      {choices.map(([value, word]) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(selected) => onChange(selected ? [...chosen, value] : chosen.filter((other) => other !== value))}
        >
          {word}
        </Checkbox>
      ))}
      {error ? (
        <span id={errorId} className={styles.error}>
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}
