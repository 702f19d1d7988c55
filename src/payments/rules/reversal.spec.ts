import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { checkOccurredOn, usesToUndo } from './reversal.js';

describe('the uses of a credit that are undone for a payment that does not hold', () => {
  const latest = { entryId: 9, cents: 300 };
  const earlier = { entryId: 4, cents: 500 };
  it.each([
    ['nothing was credited', 0, 0, [latest, earlier], []],
    ['what was credited is still there', 400, 400, [latest, earlier], []],
    ['more is there', 400, 900, [latest], []],
    ['a part was used: the latest use', 400, 150, [latest, earlier], [latest]],
    ['all was used, by the two', 800, 0, [latest, earlier], [latest, earlier]],
    ['a use is undone whole', 301, 0, [latest, earlier], [latest, earlier]],
    ['the rest was given back', 900, 50, [latest, earlier], null],
    ['all was given back', 1, 0, [], null],
  ])('%s', (_case, needed, balance, uses, expected) => {
    expect(usesToUndo(needed, balance, uses)).toEqual(expected);
  });
});

describe('the day on which a payment of 20 November fails, told on 26 November', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const check = (text: string) => () => checkOccurredOn(day(text), day('2026-11-20'), day('2026-11-26'));
  it.each(['2026-11-20', '2026-11-26'])('%s is possible', (text) => {
    expect(check(text)).not.toThrow();
  });
  it.each([
    ['2026-11-27', 'n’est pas encore arrivé'],
    ['2026-11-19', 'rejeté avant'],
  ])('%s is refused', (text, words) => {
    expect(check(text)).toThrow(words);
  });
});
