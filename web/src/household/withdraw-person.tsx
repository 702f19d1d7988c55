import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { answered, api } from '../api/client';
import { said } from '../api/problem';
import { Button } from '../design/button';
import type { Person } from './queries';

interface WithdrawPersonProps {
  readonly familyId: number;
  readonly person: Person;
  /** Once they are withdrawn, and what was pressed is gone with them. */
  readonly onDone: () => void;
}

/** Asked twice: once withdrawn, only the mairie lets them come again. */
export function WithdrawPerson({ familyId, person, onDone }: WithdrawPersonProps) {
  const { personId, firstName, childName } = person;
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const acts = useRef<HTMLSpanElement>(null);
  // What was pressed is gone: the focus goes on to what stands in its place.
  const ask = (again: boolean) => {
    flushSync(() => setAsked(again));
    acts.current?.querySelector('button')?.focus();
  };
  const withdraw = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/families/{familyId}/authorised-persons/{personId}', {
          params: { path: { familyId, personId } },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['family', familyId, 'authorised-persons'] });
      onDone();
    },
  });
  return (
    <span ref={acts} role="group" aria-label={`Retirer ${firstName} pour ${childName}`}>
      {asked ? (
        <>
          <Button
            label={`Oui, retirer ${firstName} pour ${childName}`}
            pending={withdraw.isPending}
            onPress={() => withdraw.mutate()}
          >
            Oui, retirer
          </Button>{' '}
          <Button kind="quiet" label={`Garder ${firstName} pour ${childName}`} onPress={() => ask(false)}>
            Garder
          </Button>
          {withdraw.error ? <span role="alert">{said(withdraw.error)}</span> : null}
        </>
      ) : (
        <Button kind="quiet" label={`Retirer ${firstName} pour ${childName}`} onPress={() => ask(true)}>
          Retirer
        </Button>
      )}
    </span>
  );
}
