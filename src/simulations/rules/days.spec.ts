import { describe, expect, it } from '@jest/globals';
import { dayAt, dayCount, daysBetween, eachDay, firstDay, NO_DAYS } from './days.js';

describe('a set of days', () => {
  it.each([
    { ranks: [] },
    { ranks: [0] },
    { ranks: [30] },
    { ranks: [0, 1, 2, 15, 29, 30] },
    { ranks: [...Array(31).keys()] },
  ])('holds $ranks', ({ ranks }) => {
    const days = ranks.map(dayAt).reduce((a, b) => a | b, NO_DAYS);
    expect([...eachDay(days)]).toEqual(ranks);
    expect(dayCount(days)).toBe(ranks.length);
    if (ranks.length > 0) expect(firstDay(days)).toBe(ranks[0]);
  });

  it.each([
    { from: 0, to: 0, ranks: [0] },
    { from: 2, to: 4, ranks: [2, 3, 4] },
    { from: 0, to: 30, ranks: [...Array(31).keys()] },
    { from: 30, to: 30, ranks: [30] },
    { from: 4, to: 3, ranks: [] },
  ])('from $from to $to', ({ from, to, ranks }) => {
    expect([...eachDay(daysBetween(from, to))]).toEqual(ranks);
  });
});
