import { useId } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as Field } from 'react-aria-components/TextField';
import styles from './field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'tel';
  readonly hint?: string;
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  /** What is wrong, in the words of the service or of the form; said beside the field and in the summary. */
  readonly error?: string | undefined;
  readonly readOnly?: boolean;
}

export function TextField({ label, hint, error, required, readOnly, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <Field
      {...rest}
      id={fieldId(rest.name)}
      className={styles.field}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      isReadOnly={readOnly ?? false}
      validationBehavior="aria"
    >
      <Label className={styles.label}>{label}</Label>
      {hint ? (
        <Text slot="description" id={id} className={styles.hint}>
          {hint}
        </Text>
      ) : null}
      <Input className={styles.input} />
      {error ? <FieldError className={styles.error}>{error}</FieldError> : null}
    </Field>
  );
}

/** Of the input of a field, where the summary of errors leads. */
export function fieldId(name: string): string {
  return `champ-${name}`;
}
