import { useSyncExternalStore } from 'react';

const queries = new Map<string, MediaQueryList>();

/** Whether the window is at least so wide, in rem; it follows as one turns the phone, or enlarges the letters. */
export function useRoom(rem: number): boolean {
  const query = `(min-width: ${rem}rem)`;
  const media = queries.get(query) ?? window.matchMedia(query);
  queries.set(query, media);
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => media.matches,
  );
}
