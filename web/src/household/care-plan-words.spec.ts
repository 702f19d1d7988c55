import { describe, expect, it } from '@jest/globals';
import { knownPlan, standing } from './care-plan-words';

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

describe('what the card of a child says of its PAI', () => {
  const own = { childId: 1, state: 'RECEIVED', sentAt: '2026-11-24T23:30:00Z' } as const;
  it.each([
    ['nothing', false, [], 'aucun'],
    ['what another child has', false, [{ ...own, childId: 2 }], 'aucun'],
    ['a first one that waits', false, [own], 'envoyé le mercredi 25 novembre 2026, la mairie le lit'],
    ['one refused', false, [{ ...own, state: 'REFUSED' }], 'aucun'],
    ['one in force', true, [{ ...own, state: 'IN_FORCE' }], 'connu de la mairie'],
    [
      'two that wait, one in force',
      true,
      [{ ...own, sentAt: '2026-11-26T08:00:00Z' }, own, { ...own, state: 'IN_FORCE' }],
      'connu de la mairie ; un nouveau est envoyé le jeudi 26 novembre 2026, la mairie le lit',
    ],
  ] as const)('%s', (_what, hasPai, plans, said) => {
    expect(knownPlan({ childId: 1, hasPai }, plans, 'Europe/Paris')).toBe(said);
  });
});
