import { useEffect, useState } from 'react';

const MARK = 'brouillon:';

/**
 * What one is writing, kept in this tab until it is sent: a page reloaded by mistake, a link followed too soon lose
 * nothing. `forget` once it has left.
 */
export function useDraft<Draft extends object>(name: string, empty: Draft) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...kept(name) }));
  useEffect(() => sessionStorage.setItem(MARK + name, JSON.stringify(draft)), [name, draft]);
  return {
    draft,
    change: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    forget: () => {
      setDraft(empty);
      sessionStorage.removeItem(MARK + name);
    },
  };
}

/** Whoever signed out leaves nothing in the tab of the next one. */
export function forgetDrafts(): void {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(MARK)) sessionStorage.removeItem(name);
}

function kept(name: string): object {
  const value: unknown = JSON.parse(sessionStorage.getItem(MARK + name) ?? '{}');
  return typeof value === 'object' && value !== null ? value : {};
}
