import { useState } from 'react';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { TextField } from '../design/forms/text-field';
import { useSubmit } from '../design/forms/use-submit';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';

interface AskResetLinkProps {
  /** The code of a link that is over: the service knows whose it is, and nothing is typed. Null: by one's address. */
  readonly code: string | null;
  readonly mairie: number | undefined;
  readonly label: string;
  /** Of the page; it says too when something went wrong. */
  readonly title: string;
  readonly failed?: boolean;
}

/** The way to a new password: a link, by mail. */
export function AskResetLink({ code, mairie, label, title, failed = false }: AskResetLinkProps) {
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState<string | null>(null);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const page = mairie === undefined ? {} : { collectiviteId: mairie };
    const notice = await answered(
      code === null
        ? api.POST('/api/v1/auth/password-resets', { body: { email: email.trim(), ...page } })
        : api.POST('/api/v1/auth/password-resets/renewals', { body: { code, ...page } }),
    );
    setMessage(notice.message);
  });
  useTitle(title, error !== null || (failed && message === null));
  if (message)
    return (
      <Notice tone="good" title="C’est envoyé">
        <p>{message}</p>
      </Notice>
    );
  return (
    <Form submit={submit} error={error} fields={fields}>
      {code === null ? (
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
      ) : null}
      <Button type="submit" pending={pending}>
        {label}
      </Button>
    </Form>
  );
}
