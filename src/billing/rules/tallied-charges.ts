import { groupedBy } from '../../kernel/lists.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { ChargeEvent } from '../../reglement/rules/index.js';

/** Charges that are alike: of one child in the sessions of a group, at one price. */
export interface TalliedCharges {
  readonly group: number;
  readonly childId: number;
  readonly familyId: number;
  readonly event: ChargeEvent;
  /** Of each session, less what credit notes took back. */
  readonly cents: Cents;
  /** Sum of the bits of the sessions. */
  readonly sessions: number;
}

/**
 * A session that was charged again for a difference is in several rows: it becomes one, of the sum, said as the row that
 * costs the most. Nearly all children have no such session, and their rows stay as they are.
 */
export function onceEach(rows: readonly TalliedCharges[]): TalliedCharges[] {
  const ofChildren = groupedBy(rows, ({ group, childId }) => `${group}/${childId}`);
  return [...ofChildren.values()].flatMap((ofChild) => (overlap(ofChild) ? merged(ofChild) : ofChild));
}

function overlap(rows: readonly TalliedCharges[]): boolean {
  if (rows.length === 1) return false;
  const bits = rows.flatMap(({ sessions }) => bitsOf(sessions));
  return new Set(bits).size !== bits.length;
}

function merged(rows: readonly TalliedCharges[]): TalliedCharges[] {
  const single = rows.flatMap((row) => bitsOf(row.sessions).map((bit) => ({ ...row, sessions: bit })));
  return [...groupedBy(single, ({ sessions }) => sessions).values()].map((parts) => ({
    ...parts.reduce((most, part) => (part.cents > most.cents ? part : most)),
    cents: sumCents(parts.map(({ cents }) => cents)),
  }));
}

function bitsOf(sessions: number): number[] {
  const bits: number[] = [];
  for (let bit = 1; bit <= sessions; bit *= 2) if (Math.floor(sessions / bit) % 2 === 1) bits.push(bit);
  return bits;
}
