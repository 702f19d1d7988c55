import { Field } from './field';

interface TextAreaProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly error?: string | undefined;
}

/** A text of several lines. */
export function TextArea({ label, hint, error, onChange, rows = 6, ...rest }: TextAreaProps) {
  return (
    <Field label={label} name={rest.name} hint={hint} error={error}>
      {(worn) => <textarea {...rest} {...worn} rows={rows} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
