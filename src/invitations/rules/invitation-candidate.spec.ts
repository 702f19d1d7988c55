import { describe, expect, it } from '@jest/globals';
import { type Candidate, skipReason } from './invitation-candidate.js';

const reachable: Candidate = {
  guardianId: 1,
  email: 'marc@example.org',
  accountId: null,
  hasLiveInvitation: false,
  sharesEmail: false,
};

describe('a guardian in a bulk invitation', () => {
  it.each<[string, Partial<Candidate>, string | null]>([
    ['is invited', {}, null],
    ['has no address', { email: null }, 'NO_EMAIL'],
    ['has an account', { accountId: 4, hasLiveInvitation: true }, 'HAS_ACCOUNT'],
    ['was invited lately', { hasLiveInvitation: true }, 'LIVE_INVITATION'],
    ['uses the address of the other guardian', { sharesEmail: true, hasLiveInvitation: true }, 'SHARED_EMAIL'],
  ])('%s', (_, change, reason) => {
    expect(skipReason({ ...reachable, ...change })).toBe(reason);
  });
});
