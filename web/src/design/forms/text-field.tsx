import { Field } from './field';
import { tooLong } from './too-long';

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'tel';
  readonly hint?: string;
  readonly autoComplete?: string;
  readonly required?: boolean;
  /** In characters: what goes beyond is said, never cut. */
  readonly maxLength?: number;
  readonly error?: string | undefined;
  readonly readOnly?: boolean;
}

export function TextField({ label, hint, error, onChange, maxLength, ...rest }: TextFieldProps) {
  return (
    <Field label={label} name={rest.name} hint={hint} error={tooLong(rest.value, maxLength) ?? error}>
      {(worn) => <input {...rest} {...worn} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
