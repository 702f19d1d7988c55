import { describe, expect, it } from '@jest/globals';
import type { Away } from '../../families/rules/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { cancellationClosedSentence, refusalSentence } from './refusal-sentence.js';

const day = {
  date: Temporal.PlainDate.from('2026-11-26'),
  away: null,
  addOpensAt: Temporal.Instant.from('2026-10-12T06:00:00Z'),
  addClosesAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
  phone: '04 67 00 00 00',
  rule: null,
  calledOffReason: 'grève nationale',
  full: null,
  awaiting: {
    until: Temporal.Instant.from('2026-11-20T13:20:00Z'),
    now: Temporal.Instant.from('2026-11-20T13:00:00Z'),
  },
  unknownSupplements: { unknown: ['Goûter'], offered: ['Petit-déjeuner'] },
  heldByOther: false,
  zone: 'Europe/Paris',
};

describe('a refusal in French', () => {
  it.each([
    [
      'NOT_YOUR_DAY',
      'Le jeudi 26 novembre 2026 n’est pas un jour de garde de votre foyer : vous ne pouvez pas réserver ce jour-là.',
    ],
    [
      'ALREADY_RESERVED',
      'Une place est déjà réservée pour cet enfant le jeudi 26 novembre 2026 : il n’y a rien de plus à faire.',
    ],
    [
      'AWAITING_PAYMENT',
      'Une place est gardée pour cet enfant le jeudi 26 novembre 2026, jusqu’à 14 h 20 : il reste à la payer. Renoncez-y d’abord pour recommencer autrement.',
    ],
    [
      'ALREADY_IN_BASKET',
      'Ce jour est déjà dans votre panier (jeudi 26 novembre 2026) : il reste à valider le panier.',
    ],
    ['SESSION_CALLED_OFF', 'La mairie a annulé l’accueil du jeudi 26 novembre 2026 : grève nationale.'],
    [
      'SESSION_FULL',
      'C’est complet le jeudi 26 novembre 2026 : une place peut se libérer, inscrivez l’enfant sur la liste d’attente.',
    ],
    [
      'SUPPLEMENT_UNKNOWN',
      'Le tarif du jeudi 26 novembre 2026 n’a pas de supplément « Goûter » : choisissez parmi « Petit-déjeuner », ou aucun.',
    ],
    [
      'SESSION_CLOSED',
      'Les réservations pour le jeudi 26 novembre 2026 sont closes depuis le mardi 24 novembre 2026 à 9 h 00 : contactez la mairie si la présence est indispensable.',
    ],
    [
      'NOT_YET_OPEN',
      'Les réservations pour le jeudi 26 novembre 2026 ouvrent le lundi 12 octobre 2026 à 8 h 00 : revenez à partir de ce moment.',
    ],
    [
      'PHONE_ONLY',
      'Les réservations en ligne pour le jeudi 26 novembre 2026 sont closes depuis le mardi 24 novembre 2026 à 9 h 00 : appelez le 04 67 00 00 00.',
    ],
    [
      'ASK_THE_MAIRIE',
      'Les réservations pour le jeudi 26 novembre 2026 sont closes depuis le mardi 24 novembre 2026 à 9 h 00 : vous pouvez encore en faire la demande à la mairie, qui vous répondra.',
    ],
  ] as const)('%s', (code, expected) => {
    expect(refusalSentence(code, day).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it.each<[Away, string]>([
    [
      { type: 'OTHER_FAMILY' },
      'Le jeudi 26 novembre 2026 est une semaine de l’autre foyer : c’est lui qui réserve ce jour-là.',
    ],
    [
      { type: 'NOT_YET', from: Temporal.PlainDate.from('2026-12-01') },
      'L’enfant est dans votre foyer à partir du 1er décembre 2026 : vous ne pouvez pas réserver pour le jeudi 26 novembre 2026.',
    ],
    [
      { type: 'NO_MORE', to: Temporal.PlainDate.from('2026-11-20') },
      'L’enfant était dans votre foyer jusqu’au 20 novembre 2026 : vous ne pouvez plus réserver pour le jeudi 26 novembre 2026.',
    ],
  ])('says why the family does not have the child', (away, expected) => {
    expect(refusalSentence('NOT_YOUR_DAY', { ...day, away }).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it.each([
    [
      { ageFrom: null, ageUnder: 6 },
      'C’est complet le jeudi 26 novembre 2026 pour les moins de 6 ans : une place peut se libérer, inscrivez l’enfant sur la liste d’attente.',
    ],
    [
      { ageFrom: null, ageUnder: null },
      'C’est complet le jeudi 26 novembre 2026 : le réfectoire n’a plus de place. Une place peut se libérer, inscrivez l’enfant sur la liste d’attente.',
    ],
  ])('names the pool that is full', (band, expected) => {
    const full = { by: 'POOL', name: 'Le réfectoire', ...band } as const;
    expect(refusalSentence('SESSION_FULL', { ...day, full }).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('does not say that nothing is left to do where the other foyer holds the place', () => {
    expect(refusalSentence('ALREADY_RESERVED', { ...day, heldByOther: true }).replaceAll('\u00a0', ' ')).toBe(
      'L’autre foyer a déjà réservé une place pour cet enfant le jeudi 26 novembre 2026 : lui seul peut l’annuler.',
    );
  });

  it.each([
    ['SESSION_CLOSED', /indispensable\. Règle : réservation possible jusqu’au mardi, avant 9 h 00\.$/],
    ['PHONE_ONLY', /04 67 00 00 00\. Règle : réservation possible jusqu’au mardi, avant 9 h 00\.$/],
    ['ASK_THE_MAIRIE', /répondra\. Règle : réservation possible jusqu’au mardi, avant 9 h 00\.$/],
    ['NOT_YET_OPEN', /moment\. Règle : réservation possible jusqu’au mardi, avant 9 h 00\.$/],
    ['NOT_ENROLLED', /puis réservez\.$/],
  ] as const)('%s cites the rule where the hour is why', (code, expected) => {
    const rule = 'Réservation possible jusqu’au mardi, avant 9 h 00.';
    expect(refusalSentence(code, { ...day, rule }).replaceAll('\u00a0', ' ')).toMatch(expected);
  });

  it('cites the rule of cancellations too', () => {
    const rule = 'Annulation possible jusqu’au mardi, avant 9 h 00.';
    const closed = { closesAt: day.addClosesAt, zone: 'Europe/Paris', phone: null, ask: false, rule };
    expect(cancellationClosedSentence(day.date, closed).replaceAll('\u00a0', ' ')).toMatch(
      /justificatif\. Règle : annulation possible jusqu’au mardi, avant 9 h 00\.$/,
    );
  });

  it('says the hour of the collectivité', () => {
    const sentence = cancellationClosedSentence(day.date, {
      closesAt: day.addClosesAt,
      zone: 'Indian/Reunion',
      phone: null,
      ask: false,
      rule: null,
    });
    expect(sentence.replaceAll('\u00a0', ' ')).toContain('mardi 24 novembre 2026 à 12 h 00');
  });
});
