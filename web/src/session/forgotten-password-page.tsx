import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { Notice } from '../design/notice';
import { TextField } from '../design/forms/text-field';
import { useSubmit } from '../design/forms/use-submit';
import { useTitle } from '../design/use-title';
import { Commune } from './commune';
import styles from './sign-in.module.css';
import { mairieIn } from './whose';

export function ForgottenPasswordPage() {
  const { mairie } = useSearch({ from: '/mot-de-passe-oublie' });
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState<string | null>(null);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const body = { email: email.trim() };
    const notice = await answered(api.POST('/api/v1/auth/password-resets', { body }));
    setMessage(notice.message);
  });
  useTitle('Mot de passe oublié', error !== null);
  return (
    <main className={styles.page} id="contenu">
      <Commune collectiviteId={mairie} />
      <h1>Mot de passe oublié</h1>
      {message ? (
        <Notice tone="good" title="C’est envoyé">
          <p>{message}</p>
        </Notice>
      ) : (
        <Form submit={submit} error={error} fields={fields}>
          <TextField
            label="Adresse électronique de votre compte"
            name="email"
            type="email"
            autoComplete="username"
            hint="Vous y recevrez un lien pour choisir un nouveau mot de passe."
            value={email}
            onChange={setEmail}
            error={fields.get('email')}
            required
            maxLength={254}
          />
          <Button type="submit" pending={pending}>
            Recevoir le lien
          </Button>
        </Form>
      )}
      <p>
        <Link to="/connexion" search={mairieIn({ mairie })}>
          Revenir à la connexion
        </Link>
      </p>
    </main>
  );
}
