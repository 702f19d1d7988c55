import { describe, expect, it } from '@jest/globals';
import { correctedValue, reservedOnGiven } from './household-words';

describe('a value that is corrected', () => {
  it.each([
    ['birthDate', '2018-04-01', '1er avril 2018'],
    ['civility', 'MADAME', 'Madame'],
    ['sex', 'F', 'Fille'],
    ['lastName', 'M', 'M'],
    ['className', '2018-04-01', '2018-04-01'],
    ['phone', '06 12 34 56 78', '06 12 34 56 78'],
    ['phone', '', 'à retirer'],
  ])('of %s, %j reads « %s »', (field, value, said) => {
    expect(correctedValue(field, value)).toBe(said);
  });
});

describe('what one still has reserved on days that are given', () => {
  it.each([
    [
      'PENDING',
      1,
      'Vous avez 1 réservation sur les jours donnés : elle reste à vous et vous sera facturée si vous ne l’annulez pas.',
    ],
    [
      'PENDING',
      2,
      'Vous avez 2 réservations sur les jours donnés : elles restent à vous et vous seront facturées si vous ne les annulez pas.',
    ],
    [
      'CONFIRMED',
      1,
      'Vous avez encore 1 réservation sur les jours donnés : elle reste à vous et vous sera facturée si vous ne l’annulez pas.',
    ],
    ['CONFIRMED', 0, null],
    ['REFUSED', 2, null],
    ['EXPIRED', 2, null],
  ] as const)('%s, %i: %s', (state, ownReservations, said) => {
    expect(reservedOnGiven({ state, ownReservations })).toBe(said);
  });
});
