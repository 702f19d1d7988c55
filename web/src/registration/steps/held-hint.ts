/** What the mairie holds, said beside what is typed as soon as the two differ. */
export function heldHint(held: string, typed: string): string | undefined {
  return typed.trim() === held ? undefined : `La mairie connaît : ${held}`;
}
