import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { said } from '../api/problem';
import { Button } from '../design/button';
import { ErrorSummary } from '../design/forms/error-summary';
import { Notice } from '../design/notice';
import { useSubmit } from '../design/forms/use-submit';
import { registration } from './queries';
import { STEPS } from './steps';
import { forgetUnsaved, unsavedName } from './use-unsaved';
import { useRegistration } from './use-registration';

interface CancelRegistrationProps {
  readonly code: string;
  readonly email: string;
  readonly onCancelled: () => void;
}

/** Asked twice: what was typed is forgotten. */
export function CancelRegistration({ code, email, onCancelled }: CancelRegistrationProps) {
  const [asked, setAsked] = useState(false);
  const { within } = useRegistration(code, email);
  const client = useQueryClient();
  const { pending, error, submit } = useSubmit(async () => {
    await within((header) => answered(api.DELETE('/api/v1/registrations/current', { params: { header } })));
    STEPS.forEach(({ step }) => forgetUnsaved(unsavedName(step, code)));
    onCancelled();
    client.removeQueries({ queryKey: registration(code, email).queryKey });
  });
  if (!asked)
    return (
      <div>
        <Button kind="danger" onPress={() => setAsked(true)}>
          Annuler la création de compte
        </Button>
      </div>
    );
  return (
    <form onSubmit={submit}>
      {error ? <ErrorSummary title={said(error)} /> : null}
      <Notice tone="warn" title="Annuler la création de compte ?">
        <p>Ce que vous avez saisi sera oublié. Le lien reçu pourra être ouvert de nouveau.</p>
        <div className="acts">
          <Button kind="danger" type="submit" pending={pending}>
            Oui, annuler
          </Button>
          <Button kind="quiet" onPress={() => setAsked(false)}>
            Continuer la création
          </Button>
        </div>
      </Notice>
    </form>
  );
}
