import { useEffect } from 'react';

/** The title of the page, told by a screen reader as one arrives; errors come first in it. */
export function useTitle(title: string, failed = false): void {
  useEffect(() => {
    document.title = `${failed ? 'Erreur : ' : ''}${title} – Espace Famille`;
  }, [title, failed]);
}
