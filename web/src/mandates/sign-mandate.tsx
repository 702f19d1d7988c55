import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Schemas } from '../api/client';
import { AccountFields, accountToSend, NO_ACCOUNT } from '../design/forms/account-fields';
import { Button } from '../design/button';
import { Checkbox } from '../design/forms/checkbox';
import { ErrorSummary } from '../design/forms/error-summary';
import { Form } from '../design/forms/form';
import { fieldId } from '../design/forms/field-id';
import { useSubmit } from '../design/forms/use-submit';
import { directDebit } from './queries';

interface SignMandateProps {
  readonly familyId: number;
  readonly text: Schemas['MandateTextDto'];
  /** The one in force, which the new one replaces. */
  readonly mandate: Schemas['MyMandateDto'] | null;
}

const NOT_READ = new Map([['accepted', 'Lisez le texte du mandat, puis cochez que vous l’acceptez.']]);

/** The text is read, the account is typed, the box is ticked: that is the signature. */
export function SignMandate({ familyId, text, mandate }: SignMandateProps) {
  const client = useQueryClient();
  const [account, setAccount] = useState(NO_ACCOUNT);
  const [accepted, setAccepted] = useState(false);
  const [unread, setUnread] = useState(false);
  const { pending, error, fields, submit } = useSubmit(async () => {
    setUnread(!accepted);
    if (!accepted) return;
    const body = {
      ...accountToSend(account),
      ...{ textVersion: text.version, accepted: true as const },
      ...(mandate ? { replaces: mandate.id } : {}),
    };
    await answered(api.POST('/api/v1/families/{familyId}/mandates', { params: { path: { familyId } }, body }));
    setAccount(NO_ACCOUNT);
    setAccepted(false);
    await client.invalidateQueries(directDebit(familyId));
  });
  return (
    <details open={mandate === null}>
      <summary>{mandate ? 'Changer de compte : signer un nouveau mandat' : 'Signer un mandat'}</summary>
      <Form submit={submit} error={error} fields={fields}>
        {unread && !accepted ? <ErrorSummary title="Le mandat n’est pas signé" fields={NOT_READ} /> : null}
        <section className="card form" aria-label="Texte du mandat">
          {text.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className="soft">
            Créancier : {text.creditorName}, ICS {text.ics}
          </p>
        </section>
        <AccountFields value={account} onChange={setAccount} errors={fields} />
        <div id={fieldId('accepted')}>
          <Checkbox isSelected={accepted} onChange={setAccepted}>
            J’ai lu le texte du mandat et je le signe
          </Checkbox>
        </div>
        <p className="acts">
          <Button type="submit" pending={pending}>
            Signer le mandat
          </Button>
        </p>
      </Form>
    </details>
  );
}
