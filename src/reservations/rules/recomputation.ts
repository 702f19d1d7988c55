import type { Temporal } from '../../kernel/civil-time.js';
import { closedAtOnce, keptRulesJson, type SessionChange } from '../../prestations/rules/index.js';

/** What rules some sessions from now on, as families read it. */
export interface Ruling {
  readonly policyId: number;
  readonly exceptionId: number | null;
  /** Why the mairie makes an exception. */
  readonly reason: string | null;
  readonly sentences: readonly string[];
  /** Whether some of them are for a public or for waived families only; absent from those of before there were any. */
  readonly apart?: boolean;
}

/** What a family has in the sessions that change. */
export interface FamilyConcern {
  readonly familyId: number;
  readonly sessions: number;
  readonly reservations: number;
  readonly basketLines: number;
}

interface Concern {
  readonly sessionId: number;
  readonly familyId: number;
  readonly reservations: number;
  readonly basketLines: number;
}

/** By family, in the order in which they are met. */
export function familyConcerns(concerns: readonly Concern[]): FamilyConcern[] {
  const byFamily = new Map<number, FamilyConcern>();
  for (const { familyId, reservations, basketLines } of concerns) {
    const so = byFamily.get(familyId) ?? { familyId, sessions: 0, reservations: 0, basketLines: 0 };
    byFamily.set(familyId, {
      familyId,
      sessions: so.sessions + 1,
      reservations: so.reservations + reservations,
      basketLines: so.basketLines + basketLines,
    });
  }
  return [...byFamily.values()];
}

/**
 * All that a recomputation would do, as one text: the prestation, its sessions with each instant before and after, what closes at
 * once, who has what in them, who is written to. It changes when any of these does, and with nothing else.
 */
export function recomputationText(
  {
    prestationId,
    changes,
    concerns,
    rulings,
    addresses,
  }: {
    readonly prestationId: number;
    readonly changes: readonly SessionChange[];
    readonly concerns: readonly Concern[];
    readonly rulings: readonly Ruling[];
    readonly addresses: readonly string[];
  },
  now: Temporal.Instant,
): string {
  const sessions = [...changes]
    .sort((a, b) => a.sessionId - b.sessionId)
    .map((change) => [
      change.sessionId,
      keptRulesJson(change.before),
      keptRulesJson(change.after),
      closedAtOnce(change, now),
    ]);
  const had = [...concerns]
    .sort((a, b) => a.sessionId - b.sessionId || a.familyId - b.familyId)
    .map(({ sessionId, familyId, reservations, basketLines }) => [sessionId, familyId, reservations, basketLines]);
  return JSON.stringify([prestationId, sessions, had, rulings, [...addresses].sort()]);
}
