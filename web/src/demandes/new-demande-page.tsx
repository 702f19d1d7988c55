import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/button';
import { Choices } from '../design/forms/choices';
import { DateField } from '../design/forms/date-field';
import { Form } from '../design/forms/form';
import { SelectField } from '../design/forms/select-field';
import { TextArea } from '../design/forms/text-area';
import { TextField } from '../design/forms/text-field';
import { useDraft } from '../design/forms/use-draft';
import { useSubmit } from '../design/forms/use-submit';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { PickFiles } from '../files/pick-files';
import { Sending } from '../files/sending';
import { CATEGORIES } from './demande-words';
import type { Demande } from './queries';
import { useWrite } from './use-write';

interface Draft {
  readonly category: Demande['category'] | '';
  readonly subject: string;
  readonly childIds: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

export function NewDemandePage() {
  const { familyId, children } = useFamily();
  const { categorie, objet, enfant, le } = useSearch({ from: '/signed-in/familles/$familyId/demandes/nouvelle' });
  const navigate = useNavigate();
  const { draft, change, forget } = useDraft<Draft>(`demande:${familyId}:${objet ?? ''}`, {
    category: categorie ?? '',
    subject: objet ?? '',
    childIds: children.map(({ childId }) => childId).filter((childId) => childId === enfant),
    from: le ?? '',
    to: '',
    message: '',
  });
  const [files, setFiles] = useState<readonly File[]>([]);
  const { category, subject, childIds, from, to, message } = draft;
  const words = {
    ...{ category, subject, message },
    childIds: childIds.map(String),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
  };
  const { share, write } = useWrite(familyId, `/api/v1/families/${familyId}/demandes`, words, files);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const { id } = await write();
    forget();
    await navigate({
      to: '/familles/$familyId/demandes/$demandeId',
      params: { familyId: String(familyId), demandeId: String(id) },
      search: { envoyee: true },
      replace: true,
    });
  });
  useTitle('Écrire à la mairie', error !== null);
  return (
    <div className="stack reading">
      <h1>Écrire à la mairie</h1>
      <Form submit={submit} error={error} fields={fields}>
        <p className="soft">Tout est à remplir, sauf ce qui est dit facultatif.</p>
        <SelectField
          label="De quoi s’agit-il ?"
          name="category"
          value={category}
          onChange={(chosen) => change({ category: chosen })}
          choices={CATEGORIES}
          error={fields.get('category')}
        />
        <TextField
          label="Objet"
          name="subject"
          value={subject}
          onChange={(typed) => change({ subject: typed })}
          error={fields.get('subject')}
          required
          maxLength={160}
        />
        {children.length > 0 ? (
          <Choices
            label="Enfants concernés (facultatif)"
            name="childIds"
            choices={children.map(({ childId, firstName }) => [childId, firstName] as const)}
            chosen={childIds}
            onChange={(chosen) => change({ childIds: chosen })}
            error={fields.get('childIds')}
          />
        ) : null}
        <div className="pair">
          <DateField
            label="Du (facultatif)"
            name="from"
            value={from}
            error={fields.get('from')}
            onChange={(day) => change({ from: day, ...(to !== '' && day > to && { to: day }) })}
          />
          <DateField
            label="Au (facultatif)"
            name="to"
            value={to}
            min={from}
            onChange={(day) => change({ to: day })}
            error={fields.get('to')}
          />
        </div>
        <TextArea
          label="Votre message"
          name="message"
          value={message}
          onChange={(typed) => change({ message: typed })}
          hint="Ce que vous écrivez reste ici jusqu’à l’envoi, même si vous quittez cette page."
          error={fields.get('message')}
          required
          maxLength={20_000}
        />
        <PickFiles label="Pièces jointes" files={files} onChange={setFiles} most={5} errors={fields} />
        <Sending share={share} />
        <Button type="submit" pending={pending}>
          Envoyer à la mairie
        </Button>
      </Form>
    </div>
  );
}
