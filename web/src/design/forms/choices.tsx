import { Checkbox } from './checkbox';
import { FieldGroup } from './field-group';

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
  return (
    <FieldGroup label={label} name={name} error={error}>
      {choices.map(([value, word]) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(selected) => onChange(selected ? [...chosen, value] : chosen.filter((other) => other !== value))}
        >
          {word}
        </Checkbox>
      ))}
    </FieldGroup>
  );
}
