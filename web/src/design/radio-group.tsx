import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup as Group } from 'react-aria-components/RadioGroup';
import { fieldId } from './text-field';
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
    <Group
      id={fieldId(name)}
      name={name}
      className={styles.field}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      isRequired={required ?? false}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.choices}>
        {options.map(([one, said]) => (
          <Radio key={one} value={one} className={styles.check}>
            <span className={`${styles.box} ${styles.round}`} aria-hidden="true" />
            {said}
          </Radio>
        ))}
      </div>
      {error ? <FieldError className={styles.error}>{error}</FieldError> : null}
    </Group>
  );
}
