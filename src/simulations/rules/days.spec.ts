import { describe, expect, it } from '@jest/globals';
import { dayAt, dayCount, type Days, firstDay, NO_DAYS, withoutFirst } from './days.js';

function ranksIn(days: Days): number[] {
  return days === NO_DAYS ? [] : [firstDay(days), ...ranksIn(withoutFirst(days))];
}

describe('a set of days', () => {
  it.each([
    { ranks: [] },
    { ranks: [0] },
    { ranks: [30] },
    { ranks: [0, 1, 2, 15, 29, 30] },
    { ranks: [...Array(31).keys()] },
  ])('holds $ranks', ({ ranks }) => {
    const days = ranks.map(dayAt).reduce((a, b) => a | b, NO_DAYS);
    expect(ranksIn(days)).toEqual(ranks);
    expect(dayCount(days)).toBe(ranks.length);
  });
});
