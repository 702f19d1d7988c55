import { describe, expect, it } from '@jest/globals';
import { type DeclaredEntry, judgeEntry, refusalInFrench, type Standing } from './roll-entry.js';

const expected: Standing = { reserved: true, enrolled: true, recorded: false };
const enrolledOnly: Standing = { reserved: false, enrolled: true, recorded: false };
const unknown: Standing = { reserved: false, enrolled: false, recorded: false };
const notedByMistake: Standing = { reserved: false, enrolled: true, recorded: true };
const entry = (state: DeclaredEntry['state'], arrivedAt: string | null = null, leftAt: string | null = null) => ({
  state,
  arrivedAt,
  leftAt,
});

describe('an entry of the roll', () => {
  it.each([
    ['attendu et présent', entry('PRESENT'), expected, { state: 'PRESENT' }],
    ['présent sans réservation', entry('PRESENT'), enrolledOnly, { state: 'PRESENT_UNPLANNED' }],
    ['ni inscrit ni attendu', entry('PRESENT'), unknown, { refusal: 'NOT_ENROLLED' }],
    ['attendu, inscription finie', entry('PRESENT'), { ...expected, enrolled: false }, { state: 'PRESENT' }],
    ['absent justifié', entry('ABSENT_JUSTIFIED'), expected, { state: 'ABSENT_JUSTIFIED' }],
    ['absent injustifié', entry('ABSENT_UNJUSTIFIED'), expected, { state: 'ABSENT_UNJUSTIFIED' }],
    ['absent non attendu', entry('ABSENT_JUSTIFIED'), enrolledOnly, { refusal: 'ABSENT_WITHOUT_RESERVATION' }],
    ['noté présent par erreur', entry('ABSENT_JUSTIFIED'), notedByMistake, { state: 'ABSENT_JUSTIFIED' }],
    ['absent avec une heure', entry('ABSENT_UNJUSTIFIED', '08:00'), expected, { refusal: 'TIMES_OF_AN_ABSENT' }],
    ['heures en ordre', entry('PRESENT', '07:45', '08:20'), expected, { state: 'PRESENT' }],
    ['entré et sorti à la même minute', entry('PRESENT', '16:30', '16:30'), expected, { state: 'PRESENT' }],
    ['parti avant d’arriver', entry('PRESENT', '17:30', '16:30'), expected, { refusal: 'LEFT_BEFORE_ARRIVING' }],
    ['départ seul', entry('PRESENT', null, '18:00'), expected, { state: 'PRESENT' }],
  ] as const)('%s', (_, declared, standing, judged) => {
    expect(judgeEntry(declared, standing)).toEqual(judged);
  });

  it('says what to do in French', () => {
    expect(refusalInFrench('NOT_ENROLLED')).toBe(
      'Cet enfant n’est pas inscrit à cette prestation à cette date\u00a0: inscrivez-le d’abord.',
    );
  });
});
