import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { isEnding, isOver, neutralName } from './care-plan.js';

describe('a PAI valid until 26 November 2026', () => {
  const last = Temporal.PlainDate.from('2026-11-26');
  it.each([
    ['2026-10-26', false, false],
    ['2026-10-27', true, false],
    ['2026-11-26', true, false],
    ['2026-11-27', false, true],
  ])('on %s: ending %s, over %s', (day, ending, over) => {
    const today = Temporal.PlainDate.from(day);
    expect([isEnding(last, today), isOver(last, today)]).toEqual([ending, over]);
  });
});

describe('the name of a paper of a PAI', () => {
  it.each([
    [1, 'application/pdf', 'pai-1.pdf'],
    [2, 'image/jpeg', 'pai-2.jpg'],
    [3, 'image/heif', 'pai-3.heic'],
  ])('%i of %s is %s', (rank, mediaType, name) => {
    expect(neutralName(rank, mediaType)).toBe(name);
  });
});
