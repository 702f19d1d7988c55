import { describe, expect, it } from '@jest/globals';
import { daysInFrench, paymentInFrench } from './reglement-words.js';

describe('the words of the règlement table', () => {
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
