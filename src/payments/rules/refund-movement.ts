import type { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { groupedBy } from '../../kernel/lists.js';

/** A refund that left the account of the transfers, or one that came back to it. */
export interface RefundMovement {
  readonly kind: 'LEFT' | 'CAME_BACK';
  /** Of its list, e.g. R-2026-000004. */
  readonly number: string;
  /** The day it counts for. */
  readonly accountedOn: Temporal.PlainDate;
  /** More than zero for one that left, less for one that came back. */
  readonly cents: Cents;
}

/** What papers say of refunds: a line for each list and day, what came back apart. */
export interface RefundsTold {
  readonly number: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly on: string;
  /** How many transfers. */
  readonly transfers: number;
  /** Taken off; less than zero for what came back. */
  readonly cents: Cents;
}

const REASONS = { LEFT: 'avoirs remboursés', CAME_BACK: 'remboursements annulés ou revenus' };

/** In the order in which the movements come. */
export function toldByList(movements: readonly RefundMovement[]): RefundsTold[] {
  const lines = groupedBy(movements, ({ number, kind, accountedOn }) => `${number} ${kind} ${accountedOn.toString()}`);
  return [...lines.values()].map((some) => ({
    number: some[0]!.number,
    reason: REASONS[some[0]!.kind],
    on: some[0]!.accountedOn.toString(),
    transfers: some.length,
    cents: sumCents(some.map(({ cents }) => cents)),
  }));
}
