import { useState } from 'react';

/**
 * What was typed in a step and is not saved by the service yet: this tab keeps it through a reload. Unlike a draft, what
 * was only shown is not kept: what another device saved meanwhile stands. Never a password.
 */
export function useUnsaved<Typed>(name: string, saved: Typed): readonly [Typed, (typed: Typed) => void] {
  const [typed, setTyped] = useState(() => kept<Typed>(name) ?? saved);
  return [
    typed,
    (next) => {
      setTyped(next);
      sessionStorage.setItem(name, JSON.stringify(next));
    },
  ];
}

/** Once the service has saved it, or it is given up. */
export function forgetUnsaved(name: string): void {
  sessionStorage.removeItem(name);
}

/** Its name in the tab: drafts are forgotten by it when one signs out. */
export function unsavedName(step: string, code: string): string {
  return `brouillon:activation:${step}:${code}`;
}

function kept<Typed>(name: string): Typed | null {
  const text = sessionStorage.getItem(name);
  return text === null ? null : (JSON.parse(text) as Typed);
}
