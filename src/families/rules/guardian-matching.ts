import { foldedText } from './child-identity.js';
import type { ImportedGuardian } from './import-shape.js';
import type { KnownGuardian } from './known-register.js';

/** An adult of the file and who it is among the known ones; `known` null: a new adult at `position`. */
export interface MatchedGuardian {
  readonly wanted: ImportedGuardian;
  readonly known: KnownGuardian | null;
  readonly position: number;
  /** The known adult has an account and is someone else: nobody inherits an account by an import. */
  readonly conflict: boolean;
}

/**
 * Who the adults of a household in a file are: the known adult of the same name, wherever the file puts them, else the
 * one at the same place. A household has two adults at most.
 */
export function matchGuardians(
  wanted: readonly ImportedGuardian[],
  known: readonly KnownGuardian[],
): readonly MatchedGuardian[] {
  const byName = wanted.map((adult) => known.find((other) => personKey(other) === personKey(adult)) ?? null);
  const taken = new Set(byName.filter((match) => match !== null));
  const positions = new Set(known.map(({ position }) => position));
  return wanted.map((adult, index) => {
    const free = known.filter((other) => !taken.has(other));
    const match = byName[index] ?? free.find(({ position }) => position === index + 1);
    if (match) {
      taken.add(match);
      return { wanted: adult, known: match, position: match.position, conflict: isSomeoneElse(adult, match) };
    }
    const position = [index + 1, 1, 2].find((place) => !positions.has(place));
    if (position !== undefined) {
      positions.add(position);
      return { wanted: adult, known: null, position, conflict: false };
    }
    const replaced = free[0]!;
    taken.add(replaced);
    const conflict = isSomeoneElse(adult, replaced);
    return { wanted: adult, known: replaced, position: replaced.position, conflict };
  });
}

function isSomeoneElse(wanted: ImportedGuardian, known: KnownGuardian): boolean {
  return (
    known.accountId !== null &&
    foldedText(wanted.firstName) !== foldedText(known.firstName) &&
    (wanted.email === null || wanted.email !== known.email)
  );
}

function personKey({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${foldedText(firstName)}|${foldedText(lastName)}`;
}
