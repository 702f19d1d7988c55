import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { SessionInstants } from '../../prestations/rules/index.js';
import { limitsToTell, movedLimits } from './moved-limits.js';

const at = (text: string) => Temporal.Instant.from(text);
const [TUESDAY, THURSDAY, FRIDAY] = [
  at('2026-11-24T11:00:00Z'),
  at('2026-11-26T11:00:00Z'),
  at('2026-11-27T11:00:00Z'),
];
const all = (closesAt: Temporal.Instant, more: Partial<SessionInstants> = {}): SessionInstants => ({
  addOpensAt: null,
  addClosesAt: closesAt,
  addEndsAt: closesAt,
  cancelClosesAt: closesAt,
  cancelEndsAt: closesAt,
  modifyClosesAt: closesAt,
  dietClosesAt: closesAt,
  ordersAt: closesAt,
  ...more,
});

describe('what a family is told of the limits that move', () => {
  it.each<[what: string, before: SessionInstants, after: SessionInstants, told: string[]]>([
    ['nothing', all(THURSDAY), all(THURSDAY), []],
    ['both deadlines, once each', all(THURSDAY), all(TUESDAY), ['Réserver avant', 'Annuler avant']],
    ['an opening', all(THURSDAY), all(THURSDAY, { addOpensAt: at('2026-10-19T22:00:00Z') }), ['Réserver à partir de']],
    ['not the order', all(THURSDAY), all(THURSDAY, { ordersAt: TUESDAY }), []],
    [
      'lateness that begins to be accepted',
      all(THURSDAY),
      all(THURSDAY, { addEndsAt: FRIDAY }),
      ['Réserver en retard avant'],
    ],
    [
      'menus that had a limit of their own',
      all(THURSDAY, { dietClosesAt: TUESDAY }),
      all(THURSDAY, { dietClosesAt: FRIDAY }),
      ['Changer de menu avant'],
    ],
    [
      'changes that follow the first of the two deadlines',
      all(FRIDAY, { cancelClosesAt: THURSDAY, cancelEndsAt: THURSDAY, modifyClosesAt: THURSDAY }),
      all(FRIDAY, { cancelClosesAt: TUESDAY, cancelEndsAt: TUESDAY, modifyClosesAt: TUESDAY }),
      ['Annuler avant'],
    ],
  ])('%s', (_, before, after, told) => {
    expect(limitsToTell(before, after, 'Europe/Paris').map(({ what }) => what)).toEqual(told);
  });

  it('in words, on the clock of the collectivité; the mairie sees them all', () => {
    const moved = movedLimits(
      all(THURSDAY),
      all(THURSDAY, { addOpensAt: TUESDAY, ordersAt: FRIDAY }),
      'Indian/Reunion',
    );
    expect(moved.map(({ name, before, after }) => [name, before, after].join(' | ').replaceAll('\u00a0', ' '))).toEqual(
      [
        'addOpensAt | dès maintenant | mardi 24 novembre 2026 à 15 h 00',
        'ordersAt | jeudi 26 novembre 2026 à 15 h 00 | vendredi 27 novembre 2026 à 15 h 00',
      ],
    );
  });
});
