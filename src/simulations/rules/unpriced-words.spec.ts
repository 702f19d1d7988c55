import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Unpriced } from './totals.js';
import { unpricedSentence } from './unpriced-words.js';

const unpriced = (days: number, from: string | null = null, to: string | null = from): Unpriced => ({
  days,
  from: from === null ? null : Temporal.PlainDate.from(from),
  to: to === null ? null : Temporal.PlainDate.from(to),
});

describe('days that no tariff holds', () => {
  it.each<{ what: string; before: Unpriced; after: Unpriced; told: string | null }>([
    { what: 'none', before: unpriced(0), after: unpriced(0), told: null },
    {
      what: 'one',
      before: unpriced(1, '2026-09-01'),
      after: unpriced(1, '2026-09-01'),
      told: 'Cantine : aucun tarif n’est en vigueur le 1er septembre 2026. 1 journée d’enfant n’a pas pu être chiffrée et ne compte dans aucune recette.',
    },
    {
      what: 'some, before and after',
      before: unpriced(1234, '2026-09-01', '2026-09-04'),
      after: unpriced(1234, '2026-09-01', '2026-09-04'),
      told: 'Cantine : aucun tarif n’est en vigueur certains jours, entre le 1er septembre 2026 et le 4 septembre 2026. 1 234 journées d’enfants n’ont pas pu être chiffrées et ne comptent dans aucune recette.',
    },
    {
      what: 'fewer after, where the draft has a tariff of its own',
      before: unpriced(12, '2026-09-01', '2026-10-02'),
      after: unpriced(0),
      told: 'Cantine : aucun tarif n’est en vigueur certains jours, entre le 1er septembre 2026 et le 2 octobre 2026. 12 journées d’enfants n’ont pas pu être chiffrées (12 avant, 0 après le projet) et ne comptent dans aucune recette.',
    },
  ])('$what', ({ before, after, told }) => {
    const sentence = unpricedSentence('Cantine', { before, after });
    expect(sentence && sentence.replace(/[\u00a0\u202f]/g, ' ')).toBe(told);
  });
});
