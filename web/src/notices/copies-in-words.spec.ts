import { describe, expect, it } from '@jest/globals';
import { copiesInWords } from './copies-in-words';

describe('the copies that may still be asked for', () => {
  it.each([
    [5, null, '5 copies par jour au plus, sous l’une ou l’autre forme : il vous en reste 5.'],
    [1, '2026-11-27T08:00:00Z', '5 copies par jour au plus, sous l’une ou l’autre forme : il vous en reste 1.'],
    [
      0,
      '2026-11-27T08:00:00Z',
      '5 copies par jour au plus, sous l’une ou l’autre forme. Vous les avez toutes demandées : la prochaine pourra l’être à partir du vendredi 27 novembre 2026 à 9 h 00.',
    ],
  ])('%i left, all again at %s', (left, again, said) => {
    const words = copiesInWords({ limit: 5, left, again }, 'Europe/Paris');
    expect(words.replace(/[\u00a0\u202f]/g, ' ')).toBe(said);
  });
});
