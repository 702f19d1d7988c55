import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { collectiviteOfLink, resetLinkState } from './reset-link.js';

const at = (text: string) => Temporal.Instant.from(`2026-09-01T${text}Z`);

describe('the link by which a password is chosen', () => {
  it.each([
    ['serves until its last millisecond', null, '08:59:59.999', 'USABLE'],
    ['has expired at its instant', null, '09:00', 'EXPIRED'],
    ['was used', '08:10', '08:20', 'USED'],
    ['was used, however old', '08:10', '23:00', 'USED'],
  ])('%s', (_, usedAt, now, state) => {
    expect(resetLinkState({ usedAt: usedAt === null ? null : at(usedAt), expiresAt: at('09:00') }, at(now))).toBe(
      state,
    );
  });

  it.each([
    ['the one where it was asked for', [3, 5], 5, 5],
    ['the only one of the account, wherever it was asked for', [3], 5, 3],
    ['the only one, of which the account has two roles', [3, 3], null, 3],
    ['none where there are several and nobody said which', [3, 5], null, null],
    ['none where there are several and it is of another', [3, 5], 7, null],
    ['none where the account is of none', [], 5, null],
  ])('speaks in the name of %s', (_, memberships, asked, named) => {
    expect(collectiviteOfLink(memberships, asked)).toBe(named);
  });
});
