import type { Temporal } from '../../kernel/civil-time.js';

/** What an agent sees of an invitation, in the order in which one hides the next. */
export const INVITATION_STATES = ['USED', 'REPLACED', 'EXPIRED', 'OPENED', 'FAILED', 'SENT', 'WAITING'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface InvitationDates {
  readonly usedAt: Temporal.Instant | null;
  readonly replacedAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
  readonly sentAt: Temporal.Instant | null;
}

/** Valid while `now < expiresAt`. A mail that failed for good and one that was opened all the same is OPENED. */
export function invitationState(invitation: InvitationDates, now: Temporal.Instant): InvitationState {
  if (invitation.usedAt) return 'USED';
  if (invitation.replacedAt) return 'REPLACED';
  if (now.epochMilliseconds >= invitation.expiresAt.epochMilliseconds) return 'EXPIRED';
  if (invitation.openedAt) return 'OPENED';
  if (invitation.failedAt) return 'FAILED';
  return invitation.sentAt ? 'SENT' : 'WAITING';
}
