import { createHash } from 'node:crypto';

/** Chance without chance: the same words give the same number in [0, 100), so that the year is the same each time. */
export function percent(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join('/')).digest().readUInt32BE(0) % 100;
}

/** One of a list, always the same for the same words. */
export function oneOf<Item>(items: readonly Item[], ...words: (string | number)[]): Item {
  return items[createHash('sha256').update(words.join('/')).digest().readUInt32BE(4) % items.length]!;
}
