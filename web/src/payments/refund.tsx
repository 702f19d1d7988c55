import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Schemas } from '../api/client';
import { said } from '../api/problem';
import { AccountFields, accountToSend, NO_ACCOUNT } from '../design/forms/account-fields';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { Notice } from '../design/notice';
import { useSubmit } from '../design/forms/use-submit';
import { euros } from '../words/money';
import { credit } from './queries';

interface RefundProps {
  readonly familyId: number;
  readonly freeCents: number;
  readonly request: Schemas['RefundRequestDto'] | null;
}

/** Asks for the credit to be paid back, or takes the request back. */
export function Refund({ familyId, freeCents, request }: RefundProps) {
  if (request) return <Asked familyId={familyId} account={request.account} />;
  return freeCents > 0 ? <Ask familyId={familyId} freeCents={freeCents} /> : null;
}

function Ask({ familyId, freeCents }: { readonly familyId: number; readonly freeCents: number }) {
  const client = useQueryClient();
  const [account, setAccount] = useState(NO_ACCOUNT);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const body = accountToSend(account);
    await answered(
      api.POST('/api/v1/families/{familyId}/credit/refund-request', { params: { path: { familyId } }, body }),
    );
    await client.invalidateQueries(credit(familyId));
  });
  return (
    <details>
      <summary>Demander le remboursement de {euros(freeCents)}</summary>
      <Form submit={submit} error={error} fields={fields}>
        <p>La mairie vire l’avoir sur ce compte, avec son prochain envoi de remboursements.</p>
        <AccountFields value={account} onChange={setAccount} errors={fields} />
        <p className="acts">
          <Button type="submit" pending={pending}>
            Demander le remboursement
          </Button>
        </p>
      </Form>
    </details>
  );
}

function Asked({ familyId, account }: { readonly familyId: number; readonly account: string }) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      answered(api.DELETE('/api/v1/families/{familyId}/credit/refund-request', { params: { path: { familyId } } })),
    onSettled: () => client.invalidateQueries(credit(familyId)),
  });
  return (
    <Notice tone="good" title="Votre demande de remboursement est enregistrée">
      <p>La mairie virera votre avoir sur le compte {account}.</p>
      {withdraw.error ? <p role="alert">{said(withdraw.error)}</p> : null}
      <p>
        <Button kind="quiet" pending={withdraw.isPending} onPress={() => withdraw.mutate()}>
          Retirer ma demande et garder l’avoir
        </Button>
      </p>
    </Notice>
  );
}
