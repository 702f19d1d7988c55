import { useState } from 'react';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { Notice } from '../design/notice';
import { TextArea } from '../design/forms/text-area';
import { useDraft } from '../design/forms/use-draft';
import { useSubmit } from '../design/forms/use-submit';
import { PickFiles } from '../files/pick-files';
import { Sending } from '../files/sending';
import { useWrite } from './use-write';

export function Reply({ familyId, demandeId }: { readonly familyId: number; readonly demandeId: number }) {
  const { draft, change, forget } = useDraft(`reponse:${familyId}:${demandeId}`, { message: '' });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sent, setSent] = useState(false);
  const path = `/api/v1/families/${familyId}/demandes/${demandeId}/messages`;
  const { share, write } = useWrite(familyId, path, draft, files);
  const { pending, error, fields, submit } = useSubmit(async () => {
    setSent(false);
    await write();
    forget();
    setFiles([]);
    setSent(true);
  });
  return (
    <section aria-labelledby="repondre">
      <h2 id="repondre">Écrire de nouveau</h2>
      <Form submit={submit} error={error} fields={fields}>
        {sent ? <Notice tone="good" title="Votre message est envoyé" /> : null}
        <TextArea
          label="Votre message"
          name="message"
          value={draft.message}
          onChange={(message) => change({ message })}
          error={fields.get('message')}
          required
          maxLength={20_000}
          rows={4}
        />
        <PickFiles label="Pièces jointes" files={files} onChange={setFiles} most={5} errors={fields} />
        <Sending share={share} />
        <Button type="submit" pending={pending}>
          Envoyer
        </Button>
      </Form>
    </section>
  );
}
