import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendForm } from '../api/send-form';
import { useKey } from '../api/use-key';
import type { Thread } from './queries';

/**
 * Writes to the mairie: the words, and the files whose leaving is told. The same words and files tried again, after an
 * answer lost on the way, are sent once.
 */
export function useWrite(
  familyId: number,
  path: string,
  words: Readonly<Record<string, string | readonly string[]>>,
  files: readonly File[],
) {
  const client = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const text = JSON.stringify(words);
  const key = useKey(text, files);

  async function write(): Promise<Thread> {
    const form = new FormData();
    for (const [name, value] of Object.entries(words)) for (const one of [value].flat()) form.append(name, one);
    for (const file of files) form.append('files', file, file.name);
    try {
      const thread = await sendForm<Thread>({
        path,
        form,
        key,
        onProgress: files.length > 0 ? setShare : () => undefined,
      });
      client.setQueryData(['family', familyId, 'demandes', thread.id], thread);
      await client.invalidateQueries({ queryKey: ['family', familyId, 'demandes'] });
      return thread;
    } finally {
      setShare(null);
    }
  }

  return { share, write };
}
