import { describe, expect, it } from '@jest/globals';
import { changedSinceRead, unknownSupplementsSentence } from './supplement-words.js';

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

describe('supplements that were changed since they were read', () => {
  it.each([
    [undefined, ['Goûter'], null],
    [null, ['Goûter'], null],
    [[], null, null],
    [['Goûter', 'Étude'], ['Étude', 'Goûter'], null],
    [[], ['Goûter'], '« Goûter »'],
    [['Goûter'], ['Étude'], '« Étude »'],
    [['Goûter'], null, 'aucun'],
    [['Goûter'], ['Goûter', 'Étude'], '« Goûter » et « Étude »'],
  ])('read %j, kept %j: %s', (read, kept, told) => {
    const sentence = changedSinceRead(read, kept)?.replaceAll('\u00a0', ' ') ?? null;
    if (told === null) expect(sentence).toBeNull();
    else expect(sentence).toContain(`par l’autre parent : ${told}. Vérifiez`);
  });
});
