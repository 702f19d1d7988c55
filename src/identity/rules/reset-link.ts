import type { Temporal } from '../../kernel/civil-time.js';

export type ResetLinkState = 'USABLE' | 'USED' | 'EXPIRED';

export interface ResetLinkDates {
  /** When it served, or when a newer link of the same account did. */
  readonly usedAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant;
}

/** Usable while `now < expiresAt`, and once. */
export function resetLinkState({ usedAt, expiresAt }: ResetLinkDates, now: Temporal.Instant): ResetLinkState {
  if (usedAt) return 'USED';
  return now.epochMilliseconds >= expiresAt.epochMilliseconds ? 'EXPIRED' : 'USABLE';
}

/**
 * In whose name the page of a link speaks: the collectivité where the link was asked for, if the account belongs to it,
 * else its only one. Null where the account is of several, or of none.
 */
export function collectiviteOfLink(memberships: readonly number[], asked: number | null): number | null {
  if (asked !== null && memberships.includes(asked)) return asked;
  const [only, ...others] = new Set(memberships);
  return only === undefined || others.length > 0 ? null : only;
}
