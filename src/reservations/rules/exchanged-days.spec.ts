import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { leftReserved, type ReservedDay, type SeenSwap } from './exchanged-days.js';

const day = (date: string) => Temporal.PlainDate.from(`2026-11-${date}`);
const [OURS, THEIRS, STRANGER] = [1, 2, 3];
const [CHILD, SISTER] = [11, 12];
const by = (familyId: number, ...dates: string[]): ReservedDay[] =>
  dates.map((date) => ({ childId: CHILD, familyId, date: day(date) }));
/** The 9th and the 10th go to the other foyer, the 16th and the 17th come to this one. */
const swap = (confirmed: boolean): SeenSwap => ({
  confirmed,
  childId: CHILD,
  familyId: OURS,
  otherFamilyId: THEIRS,
  days: ['09', '10', '16', '17'].map((date) => ({ date: day(date), withYou: date > '10' })),
});

describe('what stays reserved after an exchange of days', () => {
  it.each<[string, boolean, ReservedDay[], string, string[], string[]]>([
    ['nothing was reserved', true, [], '02', [], []],
    [
      'two reservations of one day that is given are two',
      true,
      by(OURS, '09', '09', '10'),
      '02',
      ['09', '09', '10'],
      [],
    ],
    ['a day of the other foyer is told once', true, by(THEIRS, '16', '16', '17'), '02', [], ['16', '17']],
    ['on each side', true, [...by(OURS, '10'), ...by(THEIRS, '17')], '02', ['10'], ['17']],
    ['of a day that is its own now, a foyer reads nothing here', true, by(OURS, '16'), '02', [], []],
    ['of the days that it gives, it reads nothing of the other', true, by(THEIRS, '09'), '02', [], []],
    ['a third foyer is not told of', true, by(STRANGER, '09', '16'), '02', [], []],
    [
      'nor what a sister has reserved',
      true,
      [...by(OURS, '09'), ...by(THEIRS, '16')].map((one) => ({ ...one, childId: SISTER })),
      '02',
      [],
      [],
    ],
    [
      'before the answer, nothing of the other foyer',
      false,
      [...by(OURS, '09'), ...by(THEIRS, '16')],
      '02',
      ['09'],
      [],
    ],
    ['the day itself still counts', true, [...by(OURS, '10'), ...by(THEIRS, '16')], '10', ['10'], ['16']],
    ['days gone by do not', true, [...by(OURS, '09', '10'), ...by(THEIRS, '16', '17')], '17', [], ['17']],
  ])('%s', (_, confirmed, reserved, today, own, byOther) => {
    expect(leftReserved(swap(confirmed), reserved, day(today))).toEqual({
      own: own.map(day),
      byOther: byOther.map(day),
    });
  });
});
