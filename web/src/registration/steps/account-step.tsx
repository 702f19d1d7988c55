import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api } from '../../api/client';
import { Notice } from '../../design/notice';
import { TextField } from '../../design/forms/text-field';
import { useSubmit } from '../../design/forms/use-submit';
import { useTitle } from '../../design/use-title';
import { adviceOn } from '../../session/new-password-rules';
import { StepForm } from './step-form';
import { forgetUnsaved, unsavedName, useUnsaved } from '../use-unsaved';
import { useRegistration } from '../use-registration';
import { heldHint } from './held-hint';
import type { StepProps } from './step-props';

const LABELS = new Map([
  ['familyName', 'Nom de la famille'],
  ['email', 'Adresse électronique'],
  ['password', 'Mot de passe'],
  ['passwordConfirmation', 'Confirmation'],
]);

/** « Compte famille »: the name of the family, the login, and the password that is chosen, or that of the account. */
export function AccountStep({ code, email, registration, onPrevious, onNext }: StepProps) {
  const { held, account, accountExists, collectivite } = registration;
  const [familyName, setFamilyName] = useUnsaved(unsavedName('compte', code), account?.familyName ?? held.familyName);
  const [password, setPassword] = useState('');
  const [passwordConfirmation, setConfirmation] = useState('');
  const { within, show } = useRegistration(code, email);
  // The service has the password already, and gives it to no one.
  const settled = account !== null && password === '' && familyName.trim() === account.familyName;
  const submission = useSubmit(async () => {
    if (!settled) {
      const body = {
        familyName,
        email: registration.email,
        password,
        ...(accountExists ? {} : { passwordConfirmation }),
      };
      const url = '/api/v1/registrations/current/account';
      show(await within((header) => answered(api.PUT(url, { params: { header }, body }))));
    }
    forgetUnsaved(unsavedName('compte', code));
    onNext();
  });
  const { fields } = submission;
  useTitle('Créer mon compte, étape 1 sur 3', submission.error !== null);
  return (
    <StepForm submission={submission} labels={LABELS} onPrevious={onPrevious}>
      <TextField
        label="Nom de la famille"
        name="familyName"
        hint={heldHint(held.familyName, familyName) ?? 'Comme dans votre adresse postale.'}
        autoComplete="family-name"
        value={familyName}
        onChange={setFamilyName}
        error={fields.get('familyName')}
        required
      />
      <TextField
        label="Adresse électronique"
        name="email"
        type="email"
        hint="C’est votre identifiant de connexion : gardez-la."
        autoComplete="username"
        value={registration.email}
        onChange={() => undefined}
        error={fields.get('email')}
        readOnly
      />
      {accountExists ? (
        <Notice title="Vous avez déjà un compte à cette adresse">
          <p>
            Donnez son mot de passe : le même compte servira pour ce foyer.{' '}
            <Link to="/mot-de-passe-oublie" search={{ mairie: collectivite.id }}>
              J’ai oublié mon mot de passe
            </Link>
          </p>
        </Notice>
      ) : null}
      {account ? <p>Votre mot de passe est enregistré. Saisissez-en un seulement pour changer cette étape.</p> : null}
      <TextField
        label={accountExists ? 'Mot de passe de votre compte' : 'Mot de passe'}
        name="password"
        type="password"
        autoComplete={accountExists ? 'current-password' : 'new-password'}
        {...(accountExists ? {} : { hint: adviceOn(password).sentence })}
        value={password}
        onChange={setPassword}
        error={fields.get('password')}
        required={!settled}
      />
      {accountExists ? null : (
        <TextField
          label="Le même mot de passe, encore une fois"
          name="passwordConfirmation"
          type="password"
          autoComplete="new-password"
          value={passwordConfirmation}
          onChange={setConfirmation}
          error={fields.get('passwordConfirmation')}
          required={!settled}
        />
      )}
    </StepForm>
  );
}
