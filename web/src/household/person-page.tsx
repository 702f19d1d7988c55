import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Choices } from '../design/forms/choices';
import { Form } from '../design/forms/form';
import { TextField } from '../design/forms/text-field';
import { useDraft } from '../design/forms/use-draft';
import { useSubmit } from '../design/forms/use-submit';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';

interface Draft {
  readonly childIds: readonly number[];
  readonly lastName: string;
  readonly firstName: string;
  readonly relation: string;
  readonly phone: string;
}

/** Names somebody who may fetch children. */
export function PersonPage() {
  const { familyId, children } = useFamily();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { draft, change, forget } = useDraft<Draft>(`personne:${familyId}`, {
    childIds: children.length === 1 ? [children[0]!.childId] : [],
    ...{ lastName: '', firstName: '', relation: '', phone: '' },
  });
  const { pending, error, fields, submit } = useSubmit(async () => {
    const named = await answered(
      api.POST('/api/v1/families/{familyId}/authorised-persons', {
        params: { path: { familyId } },
        body: { ...draft, childIds: [...draft.childIds] },
      }),
    );
    forget();
    client.setQueryData(['family', familyId, 'authorised-persons'], named);
    await navigate({
      to: '/familles/$familyId/foyer',
      params: { familyId: String(familyId) },
      search: { personne: true },
    });
  });
  const text = (name: 'lastName' | 'firstName' | 'relation' | 'phone') => ({
    name,
    value: draft[name],
    onChange: (typed: string) => change({ [name]: typed }),
    error: fields.get(name),
    required: true,
  });
  useTitle('Personne autorisée', error !== null);
  return (
    <div className="stack reading">
      <h1>Une personne autorisée à venir chercher un enfant</h1>
      <p>
        La mairie donne son accord avant qu’un enfant lui soit confié, et vous prévient par courriel. Pour changer le
        téléphone d’une personne que vous avez déjà nommée, écrivez son nom de nouveau : il change aussitôt.
      </p>
      <Form submit={submit} error={error} fields={fields}>
        <p className="soft">Tout est à remplir.</p>
        <Choices
          label="Enfants qu’elle peut venir chercher"
          name="childIds"
          choices={children.map(({ childId, firstName }) => [childId, firstName] as const)}
          chosen={draft.childIds}
          onChange={(chosen) => change({ childIds: chosen })}
          error={fields.get('childIds')}
        />
        <TextField label="Prénom" maxLength={60} {...text('firstName')} />
        <TextField label="Nom" maxLength={60} {...text('lastName')} />
        <TextField
          label="Ce qu’elle est pour l’enfant"
          maxLength={40}
          hint="Grand-père, voisine…"
          {...text('relation')}
        />
        <TextField label="Téléphone" type="tel" maxLength={30} {...text('phone')} />
        <Button type="submit" pending={pending}>
          Envoyer à la mairie
        </Button>
      </Form>
    </div>
  );
}
