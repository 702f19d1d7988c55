import { useState } from 'react';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Checkbox } from '../design/forms/checkbox';
import { Form } from '../design/forms/form';
import { TextField } from '../design/forms/text-field';
import { useSubmit } from '../design/forms/use-submit';
import { session } from './session';

interface SignInFormProps {
  /** The address of who signs in again; it is not asked anew. */
  readonly email?: string;
  readonly onSignedIn?: () => void;
}

export function SignInForm({ email: known, onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [staySignedIn, setStay] = useState(true);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const body = { email: email.trim(), password, staySignedIn };
    session.begin(await answered(api.POST('/api/v1/auth/browser-sessions', { body })));
    onSignedIn?.();
  });
  return (
    <Form submit={submit} error={error} fields={fields}>
      <TextField
        label="Adresse électronique"
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={fields.get('email')}
        required
        maxLength={254}
        readOnly={known !== undefined}
      />
      <TextField
        label="Mot de passe"
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={fields.get('password')}
        required
        maxLength={1000}
      />
      <Checkbox isSelected={staySignedIn} onChange={setStay}>
        Rester connecté sur cet appareil
      </Checkbox>
      <Button type="submit" pending={pending}>
        Se connecter
      </Button>
    </Form>
  );
}
