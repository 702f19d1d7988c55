import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type AbsenceReach, absencesOverlap, type BookedDay, concerns } from './absence.js';

const [LEA, TOM] = [1, 2];
const [MOTHER, FATHER] = [10, 20];
const [CANTEEN, GARDERIE] = [100, 200];

const absence = (from: string, to: string, about: Partial<AbsenceReach> = {}): AbsenceReach => ({
  childId: LEA,
  familyId: MOTHER,
  prestationId: null,
  fromDate: Temporal.PlainDate.from(from),
  toDate: Temporal.PlainDate.from(to),
  ...about,
});
const booked = (date: string, about: Partial<BookedDay> = {}): BookedDay => ({
  childId: LEA,
  familyId: MOTHER,
  prestationId: CANTEEN,
  date: Temporal.PlainDate.from(date),
  ...about,
});

describe('an absence from 30 November to 4 December concerns', () => {
  const ill = absence('2026-11-30', '2026-12-04');
  it.each([
    ['le premier jour', ill, booked('2026-11-30'), true],
    ['le dernier jour', ill, booked('2026-12-04'), true],
    ['ni la veille', ill, booked('2026-11-29'), false],
    ['ni le lendemain', ill, booked('2026-12-05'), false],
    ['ni un autre enfant', ill, booked('2026-12-01', { childId: TOM }), false],
    ['ni ce que l’autre foyer a réservé', ill, booked('2026-12-01', { familyId: FATHER }), false],
    ['toute prestation quand aucune n’est dite', ill, booked('2026-12-01', { prestationId: GARDERIE }), true],
    [
      'une seule prestation quand elle est dite',
      { ...ill, prestationId: CANTEEN },
      booked('2026-12-01', { prestationId: GARDERIE }),
      false,
    ],
    [
      'chaque foyer quand la mairie la déclare',
      { ...ill, familyId: null },
      booked('2026-12-01', { familyId: FATHER }),
      true,
    ],
  ])('%s', (_, reach, day, expected) => expect(concerns(reach, day)).toBe(expected));
});

describe('a second absence of the same child', () => {
  const ill = absence('2026-11-30', '2026-12-04');
  it.each([
    ['le dernier jour de la première', absence('2026-12-04', '2026-12-08'), true],
    ['le lendemain', absence('2026-12-05', '2026-12-08'), false],
    ['dedans, pour une prestation', absence('2026-12-01', '2026-12-01', { prestationId: CANTEEN }), true],
    ['dedans, d’un autre enfant', absence('2026-12-01', '2026-12-01', { childId: TOM }), false],
    ['dedans, de l’autre foyer', absence('2026-12-01', '2026-12-01', { familyId: FATHER }), false],
  ])('%s', (_, other, expected) => {
    expect(absencesOverlap(ill, other)).toBe(expected);
    expect(absencesOverlap(other, ill)).toBe(expected);
  });

  it('for another prestation is another matter', () => {
    const canteen = { ...ill, prestationId: CANTEEN };
    expect(absencesOverlap(canteen, { ...ill, prestationId: GARDERIE })).toBe(false);
  });
});
