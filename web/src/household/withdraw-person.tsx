import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { said } from '../api/problem';
import { Button } from '../design/button';
import type { Person } from './queries';

/** Asked twice: once withdrawn, only the mairie lets them come again. */
export function WithdrawPerson({ familyId, person }: { readonly familyId: number; readonly person: Person }) {
  const { personId, firstName, childName } = person;
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const withdraw = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/families/{familyId}/authorised-persons/{personId}', {
          params: { path: { familyId, personId } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['family', familyId, 'authorised-persons'] }),
  });
  if (!asked)
    return (
      <Button kind="quiet" label={`Retirer ${firstName} pour ${childName}`} onPress={() => setAsked(true)}>
        Retirer
      </Button>
    );
  return (
    <span role="group" aria-label={`Retirer ${firstName} pour ${childName}`}>
      <Button
        label={`Oui, retirer ${firstName} pour ${childName}`}
        pending={withdraw.isPending}
        onPress={() => withdraw.mutate()}
      >
        Oui, retirer
      </Button>{' '}
      <Button kind="quiet" label={`Garder ${firstName} pour ${childName}`} onPress={() => setAsked(false)}>
        Garder
      </Button>
      {withdraw.error ? <span role="alert">{said(withdraw.error)}</span> : null}
    </span>
  );
}
