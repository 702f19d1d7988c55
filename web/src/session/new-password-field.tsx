import { TextField } from '../design/forms/text-field';
import { adviceOn } from './new-password-rules';

interface NewPasswordFieldProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly error: string | undefined;
  /** How many characters the service takes at most, where it says so. */
  readonly maxLength?: number;
}

/** A password that one chooses anew, with what it still needs as one types. */
export function NewPasswordField({ value, ...rest }: NewPasswordFieldProps) {
  return (
    <TextField
      label="Nouveau mot de passe"
      type="password"
      autoComplete="new-password"
      hint={adviceOn(value).sentence}
      value={value}
      required
      {...rest}
    />
  );
}
