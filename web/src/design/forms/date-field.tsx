import { Field } from './field';

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
export function DateField({ label, name, error, onChange, ...rest }: DateFieldProps) {
  return (
    <Field label={label} name={name} error={error}>
      {(worn) => <input {...rest} {...worn} type="date" onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
