import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Schemas } from '../api/client';
import { Download } from '../api/download';
import { said } from '../api/problem';
import { Button } from '../design/button';
import { longDay } from '../words/dates';
import { directDebit } from './queries';

type Mandate = Schemas['MyMandateDto'];

const STATES: Record<Mandate['state'], string> = {
  ACTIVE: 'En vigueur',
  SUSPENDED: 'Suspendu',
  LAPSED: 'Éteint : il n’a pas servi pendant 36 mois',
  REVOKED: 'Révoqué',
  REPLACED: 'Remplacé',
};

interface MyMandateProps {
  readonly familyId: number;
  readonly mandate: Mandate;
  readonly onRevoked: () => void;
}

/** What was signed. Who signed it has its paper, and may end it. */
export function MyMandate({ familyId, mandate, onRevoked }: MyMandateProps) {
  const { id, rum, state, account, signedOn, suspendedFor, own } = mandate;
  return (
    <section className="card stack" aria-labelledby="mandat">
      <h2 id="mandat">Mon mandat</h2>
      <p>
        <strong>{STATES[state]}</strong>
        {suspendedFor ? ` : ${suspendedFor}` : ''}. Compte {account}, signé le {longDay(signedOn)}. Référence {rum}.
      </p>
      {own ? (
        <>
          <Download path={`/api/v1/families/${familyId}/mandates/${id}/pdf`}>Télécharger le mandat (PDF)</Download>
          {state === 'ACTIVE' || state === 'SUSPENDED' ? (
            <Revoke familyId={familyId} mandateId={id} onRevoked={onRevoked} />
          ) : null}
        </>
      ) : (
        <p>Il a été signé par l’autre responsable, qui seul peut le révoquer.</p>
      )}
    </section>
  );
}

interface RevokeProps extends Pick<MyMandateProps, 'familyId' | 'onRevoked'> {
  readonly mandateId: number;
}

function Revoke({ familyId, mandateId, onRevoked }: RevokeProps) {
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const revoke = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/families/{familyId}/mandates/{mandateId}/revocations', {
          params: { path: { familyId, mandateId } },
        }),
      ),
    onSuccess: onRevoked,
    onSettled: () => client.invalidateQueries(directDebit(familyId)),
  });
  if (!sure) {
    return (
      <p className="acts">
        <Button kind="quiet" onPress={() => setSure(true)}>
          Révoquer mon mandat…
        </Button>
      </p>
    );
  }
  return (
    <div className="form">
      {revoke.error ? <p role="alert">{said(revoke.error)}</p> : null}
      <p role="status">
        Plus rien ne sera prélevé, hors ce qui est déjà parti à la banque ; vos factures seront à payer autrement.
      </p>
      <p className="acts">
        <Button kind="danger" pending={revoke.isPending} onPress={() => revoke.mutate()}>
          Révoquer maintenant
        </Button>
        <Button kind="quiet" onPress={() => setSure(false)}>
          Garder mon mandat
        </Button>
      </p>
    </div>
  );
}
