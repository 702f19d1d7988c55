import { describe, expect, it } from '@jest/globals';
import { daysInFrench, paymentInFrench, quotientsInFrench } from './reglement-words.js';

describe('the words of the règlement table', () => {
  it.each([
    [0, null, 'tous les QF'],
    [0, 40000, 'QF inférieur à 400'],
    [40000, 64050, 'QF de 400 à moins de 640,5'],
    [190000, null, 'QF de 1\u202f900 et plus'],
  ])('from %s to %s: %s', (quotientMin, quotientMax, words) =>
    expect(quotientsInFrench({ quotientMin, quotientMax })).toBe(words),
  );

  it.each([
    [['MO', 'TU', 'TH', 'FR'], 'SCHOOL_DAYS', 'lundi, mardi, jeudi et vendredi, en période scolaire'],
    [['WE'], 'BOTH', 'mercredi, toute l’année'],
    [['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], 'HOLIDAYS', 'tous les jours, pendant les vacances scolaires'],
  ] as const)('%j %s: %s', (weekdays, runsOn, words) => expect(daysInFrench(weekdays, runsOn)).toBe(words));

  it('names when one pays', () => {
    expect(paymentInFrench('C')).toBe('C\u00a0: à la consommation');
    expect(paymentInFrench('R')).toBe('R\u00a0: à la réservation');
  });
});
