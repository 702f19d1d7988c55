import { Field } from './field';
import { tooLong } from './too-long';

interface TextAreaProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly required?: boolean;
  /** In characters: what goes beyond is said, never cut. */
  readonly maxLength?: number;
  readonly rows?: number;
  readonly error?: string | undefined;
}

/** A text of several lines. */
export function TextArea({ label, hint, error, onChange, maxLength, rows = 6, ...rest }: TextAreaProps) {
  return (
    <Field label={label} name={rest.name} hint={hint} error={tooLong(rest.value, maxLength) ?? error}>
      {(worn) => <textarea {...rest} {...worn} rows={rows} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
