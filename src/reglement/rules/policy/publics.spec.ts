import { describe, expect, it } from '@jest/globals';
import { type AudienceFacts, commonTo } from '../pricing/audience.js';
import type { Audience } from '../pricing/tariff.js';
import type { BookingPolicy } from './booking-policy.js';
import { operationsApart, policyOfPublics, publicsOf, withoutPublicsOn } from './publics.js';

const days = (n: number) => ({ deadline: { type: 'DAYS_BEFORE', n, unit: 'CALENDAR', at: '09:00' } as const });
const POLICY: BookingPolicy = {
  add: days(2),
  cancel: days(1),
  publics: [
    { applies: { schoolLevels: ['MATERNELLE'] }, add: days(0) },
    { applies: { resident: false }, cancel: days(7) },
  ],
};

describe('the rules of a child, by what is known of it', () => {
  it.each<[who: string, facts: AudienceFacts, add: number, cancel: number, apart: string[]]>([
    ['an elementary pupil of the commune', { schoolLevel: 'ELEMENTAIRE', resident: true }, 2, 1, []],
    ['a small one', { schoolLevel: 'MATERNELLE', resident: true }, 0, 1, ['ADD', 'MODIFY', 'DIET']],
    ['one from elsewhere', { schoolLevel: 'ELEMENTAIRE', resident: false }, 2, 7, ['CANCEL', 'MODIFY']],
    [
      'a small one from elsewhere',
      { schoolLevel: 'MATERNELLE', resident: false },
      0,
      7,
      ['ADD', 'CANCEL', 'MODIFY', 'DIET'],
    ],
    ['one whose class is not known', { schoolLevel: null, resident: true }, 2, 1, []],
  ])('%s', (_, facts, add, cancel, apart) => {
    const indexes = publicsOf(POLICY, facts);
    expect(policyOfPublics(POLICY, indexes)).toEqual({ add: days(add), cancel: days(cancel) });
    expect([...operationsApart(POLICY, indexes)]).toEqual(apart);
  });

  it('leave a change or a menu to everybody where the règlement rules these', () => {
    const ruled = { ...POLICY, modify: days(3), diet: days(4) };
    expect([...operationsApart(ruled, [0, 1])]).toEqual(['ADD', 'CANCEL']);
  });

  it('give way, on the days of an exception, to what it says to everybody', () => {
    expect(withoutPublicsOn(POLICY, { add: days(9) }).publics).toEqual([POLICY.publics![1]]);
    expect(withoutPublicsOn(POLICY, { add: days(9), cancel: days(9) }).publics).toBeUndefined();
    expect(withoutPublicsOn(POLICY, { order: days(0).deadline })).toEqual(POLICY);
  });
});

describe('a child of two audiences', () => {
  it.each<[Audience, Audience, AudienceFacts | null]>([
    [{ resident: true }, { resident: false }, null],
    [{ resident: true }, { ageMax: 5 }, { resident: true, age: 0 }],
    [{ schoolLevels: ['MATERNELLE'] }, { schoolLevels: ['ELEMENTAIRE', 'COLLEGE'] }, null],
    [
      { schoolLevels: ['MATERNELLE', 'ELEMENTAIRE'] },
      { schoolLevels: ['ELEMENTAIRE'], resident: true },
      { resident: true, schoolLevel: 'ELEMENTAIRE' },
    ],
    [{ ageMin: 3, ageMax: 5 }, { ageMin: 6 }, null],
    [{ ageMin: 3, ageMax: 6 }, { ageMin: 6, ageMax: 11 }, { age: 6 }],
    [{ childrenMin: 3 }, { childrenMax: 2 }, null],
    [{ daysPerWeekMin: 4 }, { daysPerWeekMin: 2 }, { daysPerWeek: 4 }],
  ])('%j and %j', (a, b, expected) => {
    expect(commonTo(a, b)).toEqual(expected);
    expect(commonTo(b, a)).toEqual(expected);
  });
});
