import { useState } from 'react';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { Notice } from '../design/notice';
import { TextField } from '../design/forms/text-field';
import { useSubmit } from '../design/forms/use-submit';
import { proofOfWork } from './proof-of-work';

/** Another link, in one click where the address is known; the answer is the same whatever the address. */
export function RenewInvitation({ email: known }: { readonly email: string }) {
  const [email, setEmail] = useState(known);
  const [asksEmail, setAsks] = useState(!known.includes('@'));
  const [message, setMessage] = useState<string | null>(null);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const altcha = await proofOfWork();
    const notice = await answered(api.POST('/api/v1/invitations/renewals', { body: { email: email.trim(), altcha } }));
    setMessage(notice.message);
  });
  if (message)
    return (
      <Notice tone="good" title="C’est demandé">
        <p>{message}</p>
        <p>Rien n’arrive ? Appelez la mairie : elle connaît peut-être de vous une autre adresse.</p>
      </Notice>
    );
  return (
    <Form submit={submit} error={error} fields={fields}>
      {asksEmail || fields.has('email') ? (
        <TextField
          label="Adresse électronique donnée à la mairie"
          name="email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={(typed) => (setAsks(true), setEmail(typed))}
          error={fields.get('email')}
          required
        />
      ) : (
        <p>
          Nous l’enverrons à <strong>{email}</strong>.
        </p>
      )}
      <Button type="submit" pending={pending}>
        Recevoir un nouveau lien
      </Button>
    </Form>
  );
}
