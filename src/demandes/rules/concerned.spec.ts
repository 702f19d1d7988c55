import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { concernedFaults } from './concerned.js';

describe('what a demande is about', () => {
  const own = new Set([7, 8]);
  it.each([
    [[], null, null, []],
    [[7], null, null, []],
    [[7, 8], '2026-11-26', null, []],
    [[], '2026-11-26', '2026-11-26', []],
    [[], '2026-09-01', '2027-08-31', []],
    [[9], null, null, ['childIds']],
    [[7, 9], null, null, ['childIds']],
    [[], null, '2026-11-26', ['from']],
    [[], '2026-11-26', '2026-11-25', ['to']],
    [[], '2026-11-26', '2027-12-30', []],
    [[], '2026-11-26', '2027-12-31', ['to']],
    [[9], '2026-11-26', '2026-11-25', ['childIds', 'to']],
  ])('children %j from %s to %s: wrong in %j', (childIds, from, to, wrong) => {
    const asked = { childIds, from: from && Temporal.PlainDate.from(from), to: to && Temporal.PlainDate.from(to) };
    expect(concernedFaults(asked as Parameters<typeof concernedFaults>[0], own).map(({ field }) => field)).toEqual(
      wrong,
    );
  });
});
