import type { World } from './world.js';

/** One thing that happens in a history: what chance decides of it, and the real action that does it. */
export interface Step {
  readonly name: string;
  /** How often beside the others. */
  readonly weight: number;
  readonly run: (world: World, chance: Chance) => Promise<unknown>;
}

/** Five numbers below CHANCE, which decide: which family, which day, how much. */
export type Chance = readonly [number, number, number, number, number];
export const CHANCE = 1000;

/** One of a list; undefined where it is empty. */
export function pick<Item>(items: readonly Item[], chance: number): Item | undefined {
  return items[chance % items.length];
}
