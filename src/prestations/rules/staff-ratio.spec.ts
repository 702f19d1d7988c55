import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import {
  childrenByAge,
  type LookedAfter,
  ratioInFrench,
  staffAlert,
  staffNeeded,
  staffRatioOf,
} from './staff-ratio.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
const evening: LookedAfter = { kind: 'EVENING_CARE', supervision: null, startsAt: '16:30', endsAt: '18:30' };
const centre: LookedAfter = { kind: 'LEISURE_CENTRE', supervision: null, startsAt: '08:00', endsAt: '18:00' };
const [TUESDAY, WEDNESDAY, SATURDAY] = ['2026-11-24', '2026-11-25', '2026-11-28'];

describe('the national staff ratio', () => {
  it.each<[string, LookedAfter, string, boolean, [number, number] | null]>([
    ['a garderie of an evening of class', evening, TUESDAY, false, [10, 14]],
    ['the same in a PEdT', { ...evening, supervision: 'DECLARED_PEDT' }, TUESDAY, false, [14, 18]],
    ['a garderie that is not declared', { ...evening, supervision: 'NONE' }, TUESDAY, false, null],
    ['a canteen', { ...evening, kind: 'CANTEEN' }, TUESDAY, false, null],
    [
      'a canteen that the mairie declared',
      { ...evening, kind: 'CANTEEN', supervision: 'DECLARED' },
      TUESDAY,
      false,
      [10, 14],
    ],
    ['a centre on a Wednesday: périscolaire, more than five hours', centre, WEDNESDAY, false, [8, 12]],
    ['the same in a PEdT', { ...centre, supervision: 'DECLARED_PEDT' }, WEDNESDAY, false, [10, 14]],
    ['exactly five hours are not more than five', { ...centre, startsAt: '13:00' }, WEDNESDAY, false, [10, 14]],
    ['a minute more is', { ...centre, startsAt: '12:59' }, WEDNESDAY, false, [8, 12]],
    ['a centre whose hours are not known', { ...centre, startsAt: null }, WEDNESDAY, false, [8, 12]],
    ['a centre in the holidays: extrascolaire', centre, TUESDAY, true, [8, 12]],
    ['a PEdT changes nothing in the holidays', { ...centre, supervision: 'DECLARED_PEDT' }, TUESDAY, true, [8, 12]],
    ['an afternoon of the holidays', { ...centre, startsAt: '13:30' }, TUESDAY, true, [8, 12]],
    ['a Saturday', { ...evening, supervision: 'DECLARED_PEDT' }, SATURDAY, false, [8, 12]],
  ])('%s', (_, prestation, date, holidays, expected) => {
    const ratio = staffRatioOf(prestation, day(date), holidays);
    expect(ratio && [ratio.under6, ratio.from6]).toEqual(expected);
  });

  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [10, 14, 2],
    [11, 14, 3],
    [10, 15, 3],
    // Each age has its own people: five and seven children do not share one.
    [5, 7, 2],
    [24, 60, 8],
  ])('needs for %i under six and %i from six: %i', (under6, from6, expected) => {
    expect(staffNeeded({ under6: 10, from6: 14, article: 'R227-16 (I)' }, { under6, from6 })).toBe(expected);
  });

  it('counts ages on the day', () => {
    const births = ['2020-11-25', '2020-11-26', '2020-11-27', '2016-01-01'].map(day);
    expect(childrenByAge(births, day('2026-11-26'))).toEqual({ under6: 1, from6: 3 });
  });

  it.each([
    [0, null, null],
    [3, 3, null],
    [3, 4, null],
    [3, null, 'Encadrement à prévoir : 3 animateurs sont nécessaires.'],
    [1, null, 'Encadrement à prévoir : 1 animateur est nécessaire.'],
    [3, 1, 'Encadrement insuffisant : 1 animateur prévu pour 3 animateurs nécessaires.'],
    [3, 2, 'Encadrement insuffisant : 2 animateurs prévus pour 3 animateurs nécessaires.'],
    [1, 0, 'Encadrement insuffisant : personne n’est prévu pour 1 animateur nécessaire.'],
  ])('says of %s needed and %s planned: %s', (needed, planned, expected) => {
    expect(plain(staffAlert(needed, planned))).toBe(expected);
  });

  it('says the rule with its article', () => {
    const ratio = staffRatioOf(evening, day(TUESDAY), false);
    expect(plain(ratioInFrench(ratio))).toBe(
      '1 animateur pour 10 enfants de moins de 6 ans, 1 pour 14 à partir de 6 ans (article R227-16 (I) du code de l’action sociale et des familles)',
    );
    expect(ratioInFrench(null)).toBe('pas de taux d’encadrement national');
  });
});
