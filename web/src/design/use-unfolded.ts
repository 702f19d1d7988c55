import type { SyntheticEvent } from 'react';
import { useDraft } from './forms/use-draft';

/** A folded part, for `<details>`, kept in this tab as one left it: whoever comes back to a page finds it open. */
export function useUnfolded(name: string) {
  const { draft, change } = useDraft(`deplie:${name}`, { open: false });
  return {
    open: draft.open,
    onToggle: ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => change({ open: currentTarget.open }),
  };
}
