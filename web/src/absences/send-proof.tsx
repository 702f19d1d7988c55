import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendForm } from '../api/send-form';
import { useKey } from '../api/use-key';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { useSubmit } from '../design/forms/use-submit';
import { PickFiles } from '../files/pick-files';
import { Sending } from '../files/sending';
import type { Absence } from './queries';

export function SendProof({ absenceId, familyId }: { readonly absenceId: number; readonly familyId: number }) {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const key = useKey(files);
  const { pending, error, fields, submit } = useSubmit(async () => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const path = `/api/v1/families/${familyId}/absences/${absenceId}/proofs`;
    await sendForm<Absence>({ path, form, key, onProgress: setShare }).finally(() => setShare(null));
    setFiles([]);
    await client.invalidateQueries({ queryKey: ['family', familyId, 'absences'] });
  });
  return (
    <Form submit={submit} error={error} fields={fields}>
      <PickFiles label="Justificatif" files={files} onChange={setFiles} most={1} errors={fields} />
      <Sending share={share} />
      {files.length > 0 ? (
        <Button type="submit" pending={pending}>
          Envoyer le justificatif
        </Button>
      ) : null}
    </Form>
  );
}
