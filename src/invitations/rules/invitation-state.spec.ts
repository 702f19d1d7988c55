import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type InvitationDates, invitationState } from './invitation-state.js';

const at = (text: string) => Temporal.Instant.from(`2026-09-${text}Z`);
const fresh: InvitationDates = {
  usedAt: null,
  replacedAt: null,
  expiresAt: at('15T08:00'),
  openedAt: null,
  failedAt: null,
  sentAt: null,
};

describe('the state of an invitation', () => {
  it.each<[string, Partial<InvitationDates>, string, string]>([
    ['waits for its mail to leave', {}, '01T08:00', 'WAITING'],
    ['is sent', { sentAt: at('01T08:01') }, '01T08:02', 'SENT'],
    ['failed', { failedAt: at('01T08:01') }, '01T08:02', 'FAILED'],
    [
      'was opened, though the mail server complained',
      { failedAt: at('01T08:01'), openedAt: at('02T08:00') },
      '02T09:00',
      'OPENED',
    ],
    ['was opened', { sentAt: at('01T08:01'), openedAt: at('02T08:00') }, '02T09:00', 'OPENED'],
    ['is valid until its last second', { sentAt: at('01T08:01') }, '15T07:59:59.999', 'SENT'],
    ['has expired at its instant', { sentAt: at('01T08:01') }, '15T08:00', 'EXPIRED'],
    ['gave way to a newer one', { sentAt: at('01T08:01'), replacedAt: at('03T08:00') }, '16T08:00', 'REPLACED'],
    ['was used, however old', { openedAt: at('02T08:00'), usedAt: at('02T08:05') }, '30T08:00', 'USED'],
  ])('%s', (_, dates, now, state) => {
    expect(invitationState({ ...fresh, ...dates }, at(now))).toBe(state);
  });
});
