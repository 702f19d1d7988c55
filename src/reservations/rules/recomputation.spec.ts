import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { SessionChange, SessionInstants } from '../../prestations/rules/index.js';
import { recomputationMail } from './recomputation-mail.js';
import { familyConcerns, recomputationText, type Ruling } from './recomputation.js';

const at = (text: string) => Temporal.Instant.from(text);
const [TUESDAY, THURSDAY] = [at('2026-11-24T11:00:00Z'), at('2026-11-26T11:00:00Z')];
const instants = (closesAt: Temporal.Instant): SessionInstants => ({
  addOpensAt: null,
  addClosesAt: closesAt,
  addEndsAt: closesAt,
  cancelClosesAt: closesAt,
  cancelEndsAt: closesAt,
  modifyClosesAt: closesAt,
  dietClosesAt: closesAt,
  ordersAt: closesAt,
});
const rule = { deadline: { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TU', at: '12:00' } } as const;
const change = (sessionId: number, day: string, exceptionId: number | null = null): SessionChange => ({
  sessionId,
  date: Temporal.PlainDate.from(day),
  before: { policyId: 1, exceptionId: null, instants: instants(THURSDAY) },
  after: { policyId: 2, exceptionId, policy: { add: rule, cancel: rule }, instants: instants(TUESDAY) },
  moved: ['addClosesAt'],
});
const concern = (sessionId: number, familyId: number, reservations: number, basketLines: number) => ({
  sessionId,
  familyId,
  reservations,
  basketLines,
});
const RULING: Ruling = { policyId: 2, exceptionId: null, reason: null, sentences: ['Réservation possible.'] };

describe('what families have in the sessions that change', () => {
  it('is counted by family', () => {
    expect(familyConcerns([concern(1, 7, 2, 0), concern(1, 8, 0, 1), concern(2, 7, 1, 1)])).toEqual([
      { familyId: 7, sessions: 2, reservations: 3, basketLines: 1 },
      { familyId: 8, sessions: 1, reservations: 0, basketLines: 1 },
    ]);
  });
});

describe('the text of what was shown', () => {
  const shown = {
    prestationId: 3,
    changes: [change(1, '2026-11-30'), change(2, '2026-12-01')],
    concerns: [concern(1, 7, 2, 0), concern(2, 7, 1, 1)],
    rulings: [RULING],
    addresses: ['a@example.org', 'b@example.org'],
  };
  const now = at('2026-11-20T08:00:00Z');
  const text = recomputationText(shown, now);

  it('does not depend on the order in which things are read, nor on the hour while nothing closes', () => {
    const reversed = {
      ...shown,
      changes: [...shown.changes].reverse(),
      concerns: [...shown.concerns].reverse(),
      addresses: [...shown.addresses].reverse(),
    };
    expect(recomputationText(reversed, now.add({ hours: 24 }))).toBe(text);
  });

  it.each<[what: string, other: Partial<typeof shown>, later: Temporal.Instant]>([
    ['another prestation', { prestationId: 4 }, now],
    ['a session less', { changes: shown.changes.slice(1) }, now],
    ['another exception', { changes: [change(1, '2026-11-30', 9), shown.changes[1]!] }, now],
    ['one reservation more', { concerns: [concern(1, 7, 3, 0), shown.concerns[1]!] }, now],
    ['a basket line less', { concerns: [shown.concerns[0]!, concern(2, 7, 1, 0)] }, now],
    ['other words', { rulings: [{ ...RULING, sentences: ['Réservation impossible.'] }] }, now],
    ['an address less', { addresses: ['a@example.org'] }, now],
    ['an hour at which something closes at once', {}, TUESDAY],
  ])('changes with %s', (_, other, later) => {
    expect(recomputationText({ ...shown, ...other }, later)).not.toBe(text);
  });
});

describe('the mail to a family', () => {
  const plain = (days: readonly SessionChange[], rulings: readonly Ruling[]) =>
    JSON.stringify(
      recomputationMail({ prestation: 'Cantine (École Jules-Ferry)', days, rulings }, 'Europe/Paris'),
    ).replaceAll('\u00a0', ' ');

  it('gives the rules, then each day with its limits before and after', () => {
    expect(JSON.parse(plain([change(2, '2026-12-01'), change(1, '2026-11-30')], [RULING])) as unknown).toEqual([
      {
        kind: 'paragraph',
        text: 'La mairie change les délais de Cantine (École Jules-Ferry) pour 2 jours que vous avez réservés ou mis dans votre panier. Vos réservations restent, au prix qui vous a été annoncé.',
      },
      { kind: 'paragraph', text: 'Règles qui s’appliquent désormais du 30 novembre 2026 au 1er décembre 2026 :' },
      { kind: 'list', items: ['Réservation possible.'] },
      {
        kind: 'rows',
        headers: ['Jour', 'Pour', 'Jusqu’ici', 'Désormais'],
        rows: ['lundi 30 novembre 2026', 'mardi 1er décembre 2026'].flatMap((day) =>
          ['Réserver avant', 'Annuler avant'].map((what) => [
            day,
            what,
            'jeudi 26 novembre 2026 à 12 h 00',
            'mardi 24 novembre 2026 à 12 h 00',
          ]),
        ),
      },
    ]);
  });

  it('says that the limits of each day are those of everybody, where somebody goes by a rule apart', () => {
    const days = [change(1, '2026-11-30')];
    const said = 'Si une règle à part, dite ci-dessus, vous concerne, c’est elle qui compte.';
    expect(plain(days, [{ ...RULING, apart: true }])).toContain(said);
    expect(plain(days, [RULING, { ...RULING, exceptionId: 9, apart: true }])).not.toContain(said);
  });

  it('says why the mairie makes an exception, and nothing of rules for the days of others', () => {
    const exception = { ...RULING, exceptionId: 9, reason: 'Repas de Noël' };
    const mail = plain([change(1, '2026-11-30', 9)], [RULING, exception]);
    expect(mail).toContain('1 jour que vous avez réservé ou mis dans votre panier');
    expect(mail).toContain('Règles qui s’appliquent désormais le lundi 30 novembre 2026 (Repas de Noël) :');
    expect(mail.match(/Règles qui/g)).toHaveLength(1);
  });
});
