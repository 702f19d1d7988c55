import { Field } from './field';

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
  return (
    <Field label={label} name={name} error={error}>
      {(worn) => (
        <select {...worn} value={value} required onChange={(event) => onChange(event.target.value as Value)}>
          <option value="" disabled>
            Choisissez
          </option>
          {Object.entries<string>(choices).map(([choice, word]) => (
            <option key={choice} value={choice}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
