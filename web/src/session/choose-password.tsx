import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { useSubmit } from '../design/forms/use-submit';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { NewPasswordField } from './new-password-field';
import { faultOfLink } from './reset-link';
import { ResetLinkNotGood } from './reset-link-not-good';
import { mairieIn } from './whose';

/** The password, once the link is known to be good; it may be over by the time one sends. */
export function ChoosePassword({ code, mairie }: { readonly code: string; readonly mairie: number | undefined }) {
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { pending, error, fields, submit } = useSubmit(async () => {
    await answered(api.POST('/api/v1/auth/password-resets/completions', { body: { code, password } }));
    setDone(true);
  });
  useTitle('Choisir un mot de passe', error !== null);
  const fault = fields.has('password') ? null : faultOfLink(error);
  if (fault) return <ResetLinkNotGood error={fault} code={code} mairie={mairie} />;
  if (done)
    return (
      <Notice tone="good" title="Votre mot de passe est changé">
        <p>
          <Link to="/connexion" search={mairieIn({ mairie })}>
            Se connecter
          </Link>
        </p>
      </Notice>
    );
  return (
    <Form submit={submit} error={error} fields={fields}>
      <NewPasswordField
        name="password"
        value={password}
        onChange={setPassword}
        error={fields.get('password')}
        maxLength={1000}
      />
      <Button type="submit" pending={pending}>
        Enregistrer
      </Button>
    </Form>
  );
}
