import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Unreachable } from '../../api/problem';

/**
 * Something done to a day, and what follows once it is: under one key until an answer came, so that a second try of what got lost on the way does it
 * once. All that is shown of the family is read again, whatever came of it.
 */
export function useAct<Answer>(familyId: number, send: (key: string) => Promise<Answer>, onDone?: () => void) {
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: () => send((key.current ??= crypto.randomUUID())),
    onSuccess: onDone,
    onSettled: (_answer, error) => {
      if (!(error instanceof Unreachable)) key.current = null;
      // The service tells the menus of a living day only: they are read again when one looks at them.
      void client.invalidateQueries({ queryKey: ['family', familyId, 'menus'], refetchType: 'none' });
      return client.invalidateQueries({
        queryKey: ['family', familyId],
        predicate: ({ queryKey }) => queryKey[2] !== 'menus',
      });
    },
  });
}
