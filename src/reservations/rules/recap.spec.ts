import { describe, expect, it } from '@jest/globals';
import { recapSentence } from './recap.js';
import type { RefusalCode } from './wish.js';

const line = (date: string, code: RefusalCode | null = null) => ({ date, code });
const accepted = (count: number) => Array.from({ length: count }, () => line('2026-09-07'));

describe('the recap of a validation', () => {
  it.each([
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
  ])('%s', (_, lines, expected) => {
    expect(recapSentence(lines).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
