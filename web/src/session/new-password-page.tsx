import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { Notice } from '../design/notice';
import { useSubmit } from '../design/forms/use-submit';
import { useTitle } from '../design/use-title';
import { NewPasswordField } from './new-password-field';
import { Commune } from './commune';
import styles from './sign-in.module.css';

/** Where the mailed link leads. The code is read of the address, and never shown. */
export function NewPasswordPage() {
  const { code } = useSearch({ from: '/mot-de-passe' });
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { pending, error, fields, submit } = useSubmit(async () => {
    await answered(api.POST('/api/v1/auth/password-resets/completions', { body: { code: code ?? '', password } }));
    setDone(true);
  });
  useTitle('Choisir un mot de passe', error !== null);
  return (
    <main className={styles.page} id="contenu">
      <Commune />
      <h1>Choisir un mot de passe</h1>
      {done ? (
        <Notice tone="good" title="Votre mot de passe est changé">
          <p>
            <Link to="/connexion">Se connecter</Link>
          </p>
        </Notice>
      ) : (
        <>
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
          <p>
            <Link to="/mot-de-passe-oublie">Demander un nouveau lien</Link>
          </p>
        </>
      )}
    </main>
  );
}
