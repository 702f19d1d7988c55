import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { linesToTell } from './closed-lines.js';

const line = (date: string) => ({ date: Temporal.PlainDate.from(date) });

describe('of which closed waiting lists a family is told now', () => {
  it.each<[string, string, boolean, string[], string[]]>([
    [
      'les jours de la semaine suivante, ensemble',
      '2026-11-27T07:00',
      false,
      ['2026-11-30', '2026-12-01'],
      ['2026-11-30', '2026-12-01'],
    ],
    ['close à minuit : le lendemain matin', '2026-11-27T00:10', false, ['2026-11-30'], []],
    ['le soir', '2026-11-27T21:00', false, ['2026-11-30'], []],
    ['un courriel est déjà parti ce jour-là', '2026-11-27T12:00', true, ['2026-11-30'], []],
    ['le repas de midi', '2026-11-27T09:10', true, ['2026-11-27'], ['2026-11-27']],
    ['demain, même le soir', '2026-11-26T22:00', true, ['2026-11-27', '2026-12-04'], ['2026-11-27', '2026-12-04']],
    ['rien', '2026-11-27T12:00', false, [], []],
  ])('%s', (_, now, toldToday, dates, expected) => {
    const told = linesToTell(dates.map(line), { now: Temporal.PlainDateTime.from(now), toldToday });
    expect(told.map(({ date }) => String(date))).toEqual(expected);
  });
});
