import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type AgeBand, bandHolds, fullInFrench, fullPlaceOf, placesLeft, type PoolOnDay } from './place-pool.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const everyone: AgeBand = { ageFrom: null, ageUnder: null };
const under6 = { ageFrom: null, ageUnder: 6 };
const from6 = { ageFrom: 6, ageUnder: null };

describe('an age band', () => {
  it.each([
    ['the eve of the sixth birthday', under6, '2020-11-27', '2026-11-26', true],
    ['the sixth birthday', under6, '2020-11-26', '2026-11-26', false],
    ['the sixth birthday, in the band above', from6, '2020-11-26', '2026-11-26', true],
    ['the eve of it, in the band above', from6, '2020-11-27', '2026-11-26', false],
    ['born on 29 February: not yet six on the 28th', under6, '2020-02-29', '2026-02-28', true],
    ['born on 29 February: six on 1 March', under6, '2020-02-29', '2026-03-01', false],
    ['born on 29 February, in a leap year', { ageFrom: 8, ageUnder: null }, '2020-02-29', '2028-02-29', true],
    ['the last day of a band of two bounds', { ageFrom: 3, ageUnder: 6 }, '2020-12-01', '2026-11-30', true],
    ['too young for it', { ageFrom: 3, ageUnder: 6 }, '2023-12-01', '2026-11-30', false],
    ['no bound', everyone, '2010-01-01', '2026-11-26', true],
  ])('%s', (_, band, birthDate, date, expected) => {
    expect(bandHolds(band, day(birthDate), day(date))).toBe(expected);
  });
});

describe('the places left', () => {
  const pool = (places: number, taken: number, band = everyone, name = 'le réfectoire'): PoolOnDay => ({
    ...band,
    name,
    places,
    taken,
  });

  it.each<[string, [number, number], PoolOnDay[], number, string | null]>([
    ['no pool', [20, 5], [], 15, null],
    ['the pool has fewer', [20, 5], [pool(60, 57)], 3, null],
    ['the session has fewer', [20, 19], [pool(60, 20)], 1, null],
    ['the session is full', [20, 20], [pool(60, 57)], 0, 'complet'],
    ['both are full: the session is told', [20, 20], [pool(20, 20)], 0, 'complet'],
    ['the pool is full', [20, 5], [pool(20, 20)], 0, 'complet : le réfectoire n’a plus de place'],
    ['a band is full', [20, 5], [pool(60, 5), pool(8, 8, under6)], 0, 'complet pour les moins de 6 ans'],
    ['the older are full', [20, 5], [pool(8, 8, from6)], 0, 'complet pour les 6 ans et plus'],
    [
      'a band of two bounds',
      [9, 0],
      [pool(8, 8, { ageFrom: 3, ageUnder: 6 })],
      0,
      'complet pour les enfants de 3 à 5 ans',
    ],
    ['a band of one year', [9, 0], [pool(8, 8, { ageFrom: 3, ageUnder: 4 })], 0, 'complet pour les enfants de 3 ans'],
    [
      'a plural name',
      [9, 0],
      [pool(1, 1, everyone, 'Les salles du haut')],
      0,
      'complet : les salles du haut n’ont plus de place',
    ],
    ['an elided article', [9, 0], [pool(1, 1, everyone, 'L’annexe')], 0, 'complet : l’annexe n’a plus de place'],
  ])('%s', (_, [places, taken], pools, left, full) => {
    const session = { places, taken };
    expect(placesLeft(session, pools)).toBe(left);
    const found = fullPlaceOf(session, pools);
    expect(found && fullInFrench(found).replaceAll('\u00a0', ' ')).toBe(full);
  });
});
