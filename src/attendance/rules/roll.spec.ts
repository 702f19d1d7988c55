import { describe, expect, it } from '@jest/globals';
import { judgeRoll, type RollEntry } from './roll.js';

const AWAITED = 1;
const ENROLLED = 2;
const STRANGER = 3;
const WITHOUT_FOYER = 4;

const standingOf = (childId: number) => ({
  reserved: childId === AWAITED,
  enrolled: childId !== STRANGER,
  recorded: false,
  familyId: childId === WITHOUT_FOYER ? null : 100 + childId,
});
const present = (childId: number): RollEntry => ({
  childId,
  state: 'PRESENT',
  arrivedAt: null,
  leftAt: null,
  reason: null,
});

describe('a roll', () => {
  it('keeps who came, with the foyer that pays', () => {
    const { pointed, errors } = judgeRoll([present(AWAITED), present(ENROLLED)], standingOf);
    expect(errors).toEqual([]);
    expect(pointed.map(({ childId, familyId, state }) => [childId, familyId, state])).toEqual([
      [AWAITED, 101, 'PRESENT'],
      [ENROLLED, 102, 'PRESENT_UNPLANNED'],
    ]);
  });

  it('names each entry it refuses', () => {
    const absent: RollEntry = { ...present(ENROLLED), state: 'ABSENT_JUSTIFIED' };
    const { errors, onlyStrangers } = judgeRoll(
      [present(AWAITED), present(STRANGER), absent, present(AWAITED), present(WITHOUT_FOYER)],
      standingOf,
    );
    expect(errors.map(({ field }) => field)).toEqual([
      'entries[1].childId',
      'entries[2].state',
      'entries[3].childId',
      'entries[4].childId',
    ]);
    expect(onlyStrangers).toBe(false);
  });

  it('tells when all it refuses are children not enrolled', () => {
    expect(judgeRoll([present(AWAITED), present(STRANGER)], standingOf).onlyStrangers).toBe(true);
    expect(judgeRoll([present(AWAITED)], standingOf).onlyStrangers).toBe(false);
  });
});
