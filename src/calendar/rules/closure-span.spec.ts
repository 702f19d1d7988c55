import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { isSpanOf, mayTouchClosure } from './closure-span.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the dates of a closure', () => {
  it.each([
    ['2026-11-26', '2026-11-26', true, 'one day'],
    ['2026-11-27', '2026-11-26', false, 'the wrong way round'],
    ['2026-09-01', '2027-08-31', true, '365 days'],
    ['2026-09-01', '2027-09-01', false, '366 days'],
  ])('from %s to %s: %s (%s)', (from, to, expected) => {
    expect(isSpanOf({ from: day(from), to: day(to) }, 365)).toBe(expected);
  });

  it.each([
    ['2026-11-26', false, true, 'today'],
    ['2026-11-27', false, true, 'tomorrow'],
    ['2026-11-25', false, false, 'yesterday, by an agent'],
    ['2026-11-25', true, true, 'yesterday, by an administrator'],
  ])('starting on %s (administrator: %s): %s (%s)', (from, administrator, expected) => {
    expect(mayTouchClosure(day(from), day('2026-11-26'), administrator)).toBe(expected);
  });
});
