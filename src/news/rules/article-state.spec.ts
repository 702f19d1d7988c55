import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { isWindow, windowAtPublication } from './article-state.js';

const at = (hour: number | null) =>
  hour === null ? null : Temporal.Instant.from(`2026-11-26T${String(hour).padStart(2, '0')}:00:00Z`);
const now = at(10)!;

describe('the window of an article', () => {
  it.each([
    [null, null, true],
    [9, null, true],
    [null, 9, true],
    [9, 11, true],
    [9, 9, false],
    [11, 9, false],
  ])('from %s until %s: %s', (from, until, expected) => {
    expect(isWindow({ visibleFrom: at(from), visibleUntil: at(until) })).toBe(expected);
  });

  it.each<[number | null, number | null, number | null, string]>([
    [null, null, 10, 'starts at once'],
    [12, null, 12, 'starts later'],
    [9, 11, 9, 'has started already'],
    [null, 11, 10, 'starts at once and ends'],
    [null, 10, null, 'ends as it would start'],
    [8, 9, null, 'is over'],
    [12, 11, null, 'ends before it starts'],
  ])('published at 10 h, from %s until %s, starts at %s (%s)', (from, until, start) => {
    const window = windowAtPublication({ visibleFrom: at(from), visibleUntil: at(until) }, now);
    expect(window?.visibleFrom?.toString() ?? null).toBe(at(start)?.toString() ?? null);
  });
});
