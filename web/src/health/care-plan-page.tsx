import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sendForm } from '../api/send-form';
import { useKey } from '../api/use-key';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { SelectField } from '../design/forms/select-field';
import { useSubmit } from '../design/forms/use-submit';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { PickFiles } from '../files/pick-files';
import { Sending } from '../files/sending';
import type { CarePlan } from './queries';

/** Sends the papers of a PAI. */
export function CarePlanPage() {
  const { familyId, children } = useFamily();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [childId, setChildId] = useState(children.length === 1 ? String(children[0]!.childId) : '');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const key = useKey(childId, files);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const path = `/api/v1/families/${familyId}/children/${childId}/care-plans`;
    const sent = await sendForm<CarePlan[]>({ path, form, key, onProgress: setShare }).finally(() => setShare(null));
    client.setQueryData(['family', familyId, 'care-plans'], sent);
    await navigate({ to: '/familles/$familyId/foyer', params: { familyId: String(familyId) }, search: { pai: true } });
  });
  useTitle('Envoyer un PAI', error !== null);
  return (
    <div className="stack reading">
      <h1>Envoyer un PAI</h1>
      <p>
        Le projet d’accueil individualisé est signé avec l’école et le médecin. Il est conservé chiffré ; seuls le
        lisent les agents et les animateurs qui accueillent votre enfant, chaque lecture est tracée, et il est effacé
        quand il se termine.
      </p>
      <Form submit={submit} error={error} fields={fields}>
        <SelectField
          label="Enfant"
          name="childId"
          value={childId}
          onChange={setChildId}
          choices={Object.fromEntries(children.map((child) => [String(child.childId), child.firstName]))}
        />
        <PickFiles label="Le PAI, toutes ses pages" files={files} onChange={setFiles} most={5} errors={fields} />
        <Sending share={share} />
        <p className="soft" role="status">
          {childId === '' || files.length === 0 ? 'Choisissez l’enfant et ajoutez le document.' : ''}
        </p>
        <Button type="submit" pending={pending} disabled={childId === '' || files.length === 0}>
          Envoyer à la mairie
        </Button>
      </Form>
    </div>
  );
}
