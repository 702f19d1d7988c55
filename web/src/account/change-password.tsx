import { useState } from 'react';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { Notice } from '../design/notice';
import { TextField } from '../design/forms/text-field';
import { useSubmit } from '../design/forms/use-submit';
import { NewPasswordField } from '../session/new-password-field';

/** `email`: for who keeps one's passwords, who must know whose it is. */
export function ChangePassword({ email }: { readonly email: string }) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [changed, setChanged] = useState(false);
  const { pending, error, fields, submit } = useSubmit(async () => {
    setChanged(false);
    await answered(api.PUT('/api/v1/me/password', { body: { currentPassword, newPassword } }));
    setCurrent('');
    setNew('');
    setChanged(true);
  });
  return (
    <Form submit={submit} error={error} fields={fields}>
      {changed ? (
        <Notice tone="good" title="Votre mot de passe est changé">
          <p>Sur vos autres appareils, il faudra vous connecter de nouveau. Un message vous le confirme.</p>
        </Notice>
      ) : null}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Mot de passe actuel"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrent}
        error={fields.get('currentPassword')}
        required
      />
      <NewPasswordField name="newPassword" value={newPassword} onChange={setNew} error={fields.get('newPassword')} />
      <Button type="submit" pending={pending}>
        Changer le mot de passe
      </Button>
    </Form>
  );
}
