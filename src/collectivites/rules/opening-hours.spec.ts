import { describe, expect, it } from '@jest/globals';
import type { Weekday } from '../../kernel/civil-time.js';
import { openingFaults } from './opening-hours.js';

const spans = (...texts: string[]) =>
  texts.map((text) => {
    const [weekday, opensAt, closesAt] = text.split(/[ -]/);
    return { weekday: weekday as Weekday, opensAt: opensAt!, closesAt: closesAt! };
  });

describe('opening hours', () => {
  it.each([
    ['a morning and an afternoon', spans('MO 08:30-12:00', 'MO 13:30-17:00'), []],
    ['the afternoon starts when the morning ends', spans('MO 08:30-12:00', 'MO 12:00-17:00'), []],
    ['the same hours on two days', spans('MO 08:30-12:00', 'TU 08:30-12:00'), []],
    ['the same span twice', spans('MO 08:30-12:00', 'MO 08:30-12:00'), [{ index: 1, fault: 'OVERLAPS' }]],
    ['one inside the other', spans('MO 08:30-17:00', 'MO 10:00-11:00'), [{ index: 1, fault: 'OVERLAPS' }]],
    ['closing before opening', spans('MO 17:00-08:30'), [{ index: 0, fault: 'REVERSED' }]],
    ['closing as it opens', spans('MO 09:00-09:00'), [{ index: 0, fault: 'REVERSED' }]],
  ])('%s', (_, given, faults) => {
    expect(openingFaults(given)).toEqual(faults);
  });
});
