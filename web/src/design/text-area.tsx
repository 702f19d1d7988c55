import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as Area } from 'react-aria-components/TextArea';
import { TextField as Field } from 'react-aria-components/TextField';
import styles from './field.module.css';
import { fieldId } from './text-field';

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
export function TextArea({ label, hint, error, required, rows = 6, ...rest }: TextAreaProps) {
  return (
    <Field
      {...rest}
      id={fieldId(rest.name)}
      className={styles.field}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
    >
      <Label className={styles.label}>{label}</Label>
      {hint ? (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      ) : null}
      <Area className={styles.input} rows={rows} />
      {error ? <FieldError className={styles.error}>{error}</FieldError> : null}
    </Field>
  );
}
