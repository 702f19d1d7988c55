import type { FamilyTotals } from './totals.js';

export interface Gains {
  /** Those who would pay less, who gain most first. */
  readonly gaining: readonly FamilyTotals[];
  /** Those who would pay more, who lose most first. */
  readonly losing: readonly FamilyTotals[];
  readonly counts: { readonly gaining: number; readonly losing: number; readonly unchanged: number };
}

/** Whom the draft changes most, `most` on each side; equal ones by their ids. */
export function gainsOf(families: Iterable<FamilyTotals>, most: number): Gains {
  const all = [...families];
  const gaining = all.filter((family) => lossOf(family) < 0);
  const losing = all.filter((family) => lossOf(family) > 0);
  const byId = (a: FamilyTotals, b: FamilyTotals) => a.familyId - b.familyId;
  return {
    gaining: gaining.sort((a, b) => lossOf(a) - lossOf(b) || byId(a, b)).slice(0, most),
    losing: losing.sort((a, b) => lossOf(b) - lossOf(a) || byId(a, b)).slice(0, most),
    counts: {
      gaining: gaining.length,
      losing: losing.length,
      unchanged: all.length - gaining.length - losing.length,
    },
  };
}

/** What a family would pay more, in cents. */
export function lossOf({ beforeCents, afterCents }: Pick<FamilyTotals, 'beforeCents' | 'afterCents'>): number {
  return afterCents - beforeCents;
}
