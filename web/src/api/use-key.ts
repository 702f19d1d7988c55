import { useMemo } from 'react';

/**
 * One key as long as what is sent is the same: the service does once what is tried again after an answer lost on the way.
 * Another draft, or another file, has another key. `sent`: always as many values.
 */
export function useKey(...sent: readonly unknown[]): string {
  // eslint-disable-next-line react-hooks/exhaustive-deps, react-hooks/use-memo -- what is sent is all that the key depends on
  return useMemo(() => crypto.randomUUID(), sent);
}
