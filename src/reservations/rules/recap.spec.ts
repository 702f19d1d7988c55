import { describe, expect, it } from '@jest/globals';
import { recapSentence } from './recap.js';
import type { RefusalCode } from './wish.js';

const line = (date: string, code: RefusalCode | null = null) => ({ date, code });
const accepted = (count: number) => Array.from({ length: count }, () => line('2026-09-07'));

describe('the recap of a validation', () => {
  it.each<[string, Parameters<typeof recapSentence>[0], string]>([
    ['all accepted', accepted(147), '147 jours réservés.'],
    ['one', accepted(1), '1 jour réservé.'],
    [
      'one refused',
      [...accepted(2), line('2026-12-01', 'SESSION_FULL')],
      '2 jours réservés, 1 refusé : complet le 1er décembre 2026.',
    ],
    [
      'refused for several reasons, in the order of the dates, each date once',
      [
        ...accepted(147),
        line('2026-11-27', 'SESSION_FULL'),
        line('2026-11-26', 'SESSION_FULL'),
        line('2026-11-26', 'SESSION_FULL'),
        line('2026-09-03', 'SESSION_CLOSED'),
      ],
      '147 jours réservés, 4 refusés : complet le 26 novembre 2026 et le 27 novembre 2026 ; délai dépassé pour le 3 septembre 2026.',
    ],
    [
      'many refused',
      ['01', '02', '03', '04', '05'].map((day) => line(`2026-10-${day}`, 'SESSION_FULL')),
      'Aucun jour réservé, 5 refusés : complet le 1er octobre 2026, le 2 octobre 2026, le 3 octobre 2026 et 2 autres jours.',
    ],
    [
      'full for several causes, each told apart',
      [
        {
          ...line('2026-10-01', 'SESSION_FULL'),
          full: { by: 'POOL', name: 'le réfectoire', ageFrom: null, ageUnder: 6 },
        },
        {
          ...line('2026-10-02', 'SESSION_FULL'),
          full: { by: 'POOL', name: 'le réfectoire', ageFrom: null, ageUnder: null },
        },
        { ...line('2026-10-05', 'SESSION_FULL'), full: { by: 'SESSION' } },
      ],
      'Aucun jour réservé, 3 refusés : complet pour les moins de 6 ans le 1er octobre 2026 ; complet (le réfectoire n’a plus de place) le 2 octobre 2026 ; complet le 5 octobre 2026.',
    ],
  ])('%s', (_, lines, expected) => {
    expect(recapSentence(lines).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
