import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { said } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { contacts, useFamily } from '../family/my-families';
import { moment } from '../words/dates';
import { acceptances } from './queries';

/** Says when this version was accepted, or lets it be. */
export function Accept({ version }: { readonly version: string }) {
  const { familyId, collectiviteId } = useFamily();
  const client = useQueryClient();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data } = useSuspenseQuery(acceptances(familyId));
  const accept = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/families/{familyId}/reglement-acceptances', {
          params: { path: { familyId } },
          body: { version },
        }),
      ),
    onSuccess: (accepted) => client.setQueryData(['family', familyId, 'reglement-acceptances'], accepted),
    onError: () => client.invalidateQueries({ queryKey: ['reglement', collectiviteId] }),
  });
  const known = data.find((one) => one.version === version);
  if (known)
    return (
      <Notice tone="good" title="Vous avez accepté cette version">
        <p>C’était le {moment(known.acceptedAt, mairie.timeZone)}.</p>
      </Notice>
    );
  return (
    <Notice title={data.length > 0 ? 'Le règlement a changé depuis que vous l’avez accepté' : 'À lire et à accepter'}>
      {accept.error ? <p role="alert">{said(accept.error)}</p> : null}
      <p className="acts">
        <Button pending={accept.isPending} onPress={() => accept.mutate()}>
          J’ai lu ce règlement et je l’accepte
        </Button>
      </p>
    </Notice>
  );
}
