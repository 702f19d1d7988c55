import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { sendForm } from '../api/send-form';
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
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another text or another file makes another message
  const key = useMemo(() => crypto.randomUUID(), [text, files]);

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
