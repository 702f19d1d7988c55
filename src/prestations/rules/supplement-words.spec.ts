import { describe, expect, it } from '@jest/globals';
import { unknownSupplementsSentence } from './supplement-words.js';

describe('a supplement that the tariff does not have', () => {
  it.each<[string[], string[], string]>([
    [
      ['Goûter'],
      ['Petit-déjeuner'],
      'Le tarif du jour n’a pas de supplément « Goûter » : choisissez parmi « Petit-déjeuner », ou aucun.',
    ],
    [
      ['Goûter', 'Transport'],
      [],
      'Le tarif du jour n’a pas de supplément « Goûter » ou « Transport » : aucun supplément n’y est proposé, retirez-le de votre choix.',
    ],
  ])('%j of %j', (unknown, offered, expected) => {
    expect(unknownSupplementsSentence('Le tarif du jour', unknown, offered).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
