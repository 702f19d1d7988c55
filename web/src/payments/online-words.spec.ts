import { describe, expect, it } from '@jest/globals';
import { isDecided, mayTryAgain, waitBeforeAsking } from './online-words';

describe('an online payment that is followed', () => {
  it.each([
    ['PENDING', false, false],
    ['CREATED', false, false],
    ['PAID', true, false],
    ['REFUSED', true, true],
    ['CANCELLED', true, true],
    ['EXPIRED', true, true],
    ['ANOMALY', true, false],
  ] as const)('%s: decided %s, may be tried again %s', (state, decided, again) => {
    expect([isDecided(state), mayTryAgain(state)]).toEqual([decided, again]);
  });

  it.each([
    [0, 2000],
    [1, 2000],
    [2, 3000],
    [4, 6750],
    [50, 30_000],
  ])('is asked about again, after %i answers, in %i ms', (answers, wait) => {
    expect(waitBeforeAsking(answers)).toBe(wait);
  });
});
