import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { carriesOver } from './carries-over.js';

it.each([
  ['no threshold', 1, 0, '2026-09-30', false, false],
  ['below it', 1499, 1500, '2026-09-30', false, true],
  ['at it', 1500, 1500, '2026-09-30', false, false],
  ['below it, everything being issued', 1499, 1500, '2026-09-30', true, false],
  ['below it, at the end of the school year', 1499, 1500, '2027-07-05', false, false],
])('%s', (_, total, threshold, to, issuesEverything, expected) => {
  expect(carriesOver(total, threshold, { toDate: Temporal.PlainDate.from(to), issuesEverything })).toBe(expected);
});
