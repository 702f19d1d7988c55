import { describe, expect, it } from '@jest/globals';
import { standing } from './care-plan-words';

describe('how a PAI stands on 26 November 2026', () => {
  it.each([
    ['RECEIVED', null, 'Reçu, la mairie va le lire'],
    ['IN_FORCE', '2026-12-27', 'Pris en compte jusqu’au dimanche 27 décembre 2026'],
    ['IN_FORCE', '2026-12-26', 'Pris en compte jusqu’au samedi 26 décembre 2026 : envoyez le nouveau'],
    ['ENDED', '2026-11-25', 'Terminé le mercredi 25 novembre 2026'],
    ['REPLACED', '2026-12-26', 'Remplacé'],
  ] as const)('%s until %s: %s', (state, validUntil, word) => {
    expect(standing({ state, validUntil }, '2026-11-26').word).toBe(word);
  });
});
