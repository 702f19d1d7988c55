import { describe, expect, it } from '@jest/globals';
import { RESERVED_ELSEWHERE, sentenceOf, WORDS, wordsOf } from './cell-words';
import type { Cell } from './queries';

describe('the words and signs of a day', () => {
  it('are of one state each: a month shows the sign alone, and someone does not see the colours', () => {
    const all = [...Object.values(WORDS), RESERVED_ELSEWHERE];
    expect(new Set(all.map(({ sign }) => sign)).size).toBe(all.length);
    expect(new Set(all.map(({ word }) => word)).size).toBe(all.length);
  });

  it.each([
    ['RESERVED', false, 'Réservé'],
    ['RESERVED', true, 'Réservé, autre foyer'],
    ['RESERVED', undefined, 'Réservé'],
    ['TAKEN_BY_OTHER', false, 'Déjà réservé'],
  ] as const)('%s, elsewhere %s: %s', (state, elsewhere, word) => {
    expect(wordsOf({ state, ...(elsewhere === undefined ? {} : { elsewhere }) }).word).toBe(word);
  });
});

it('tells a day in one sentence, with what it costs to come without a booking where that is another price', () => {
  const free = { date: '2026-11-26', state: 'BOOKABLE', why: null, price: '4,60 €', unplannedPrice: '5,60 €' } as Cell;
  const told = (cell: Cell) => sentenceOf('Chloé', 'Cantine', cell, 'Europe/Paris');
  expect(told(free)).toBe('Chloé, Cantine, jeudi 26 novembre : libre ; 4,60 € ; si non prévu, 5,60 €');
  expect(told({ ...free, unplannedPrice: null })).toBe('Chloé, Cantine, jeudi 26 novembre : libre ; 4,60 €');
});
