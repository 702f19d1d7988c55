import { describe, expect, it } from '@jest/globals';
import { contextOf, date, instant } from '../../../test/support/deadlines.js';
import type { AbsencePolicy } from '../../reglement/rules/index.js';
import { judgeRow } from './absence-judgement.js';
import { isProofAwaited, prospectInFrench } from './absence-prospect.js';
import type { AbsenceKind } from './absence.js';

const context = contextOf();

/** Saint-Exupéry: certificate in 72 h from 00:00 of the first day; up to ten days, two days of carence; then nothing. */
const SAINT_EXUPERY: AbsencePolicy = {
  proof: { kinds: ['ILLNESS'], withinDays: 3, anchor: 'FIRST_DAY_START', hardLimitDays: 10 },
  carenceDays: { n: 0, ifLate: 2 },
};
/** Saint-Leu: four days in a row with a certificate; a strike and an alert credit everyone. */
const SAINT_LEU: AbsencePolicy = {
  proof: { kinds: ['ILLNESS'], withinDays: 30, anchor: 'FIRST_DAY_START' },
  minConsecutiveDays: 4,
  collective: ['STRIKE', 'ALERT'],
};
/** Boisemont: the first day is always billed. */
const BOISEMONT: AbsencePolicy = { carenceDays: { n: 1 } };

interface Told {
  readonly dates: readonly string[];
  readonly proof?: string;
  readonly kind?: AbsenceKind;
  readonly collective?: boolean;
}

const WEEK = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'];
const ACROSS = ['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
/** A child who eats there on Mondays and Thursdays only: both days follow each other. */
const MONDAYS_AND_THURSDAYS = ['2026-11-30', '2026-12-03', '2026-12-07', '2026-12-10'];

const judged = ({ dates, proof, kind = 'ILLNESS', collective = false }: Told, policy: AbsencePolicy) =>
  judgeRow(
    {
      kind,
      collective,
      declaredAt: instant('2026-11-30T08:00:00+01:00'),
      proofReceivedAt: proof ? instant(proof) : null,
      dates: dates.map(date),
    },
    policy,
    context,
  );

const [J, C, U] = ['JUSTIFIED', 'CARENCE', 'UNJUSTIFIED'];

describe('a row of booked days of absence', () => {
  it.each<[string, AbsencePolicy, Told, (string | undefined)[]]>([
    ['certificat le 2 décembre', SAINT_EXUPERY, { dates: WEEK, proof: '2026-12-02T18:00:00+01:00' }, [J, J, J, J]],
    ['certificat le 7 décembre', SAINT_EXUPERY, { dates: WEEK, proof: '2026-12-07T09:00:00+01:00' }, [C, C, J, J]],
    ['certificat le 11 décembre', SAINT_EXUPERY, { dates: WEEK, proof: '2026-12-11T09:00:00+01:00' }, [U, U, U, U]],
    ['pas de certificat', SAINT_EXUPERY, { dates: WEEK }, [U, U, U, U]],
    ['quatre jours d’école', SAINT_LEU, { dates: ACROSS, proof: '2026-12-09T09:00:00+01:00' }, [J, J, J, J]],
    ['trois jours d’école', SAINT_LEU, { dates: ACROSS.slice(1), proof: '2026-12-09T09:00:00+01:00' }, [U, U, U]],
    [
      'quatre jours réservés, pas tous les jours',
      SAINT_LEU,
      { dates: MONDAYS_AND_THURSDAYS, proof: '2026-12-11T09:00:00+01:00' },
      [J, J, J, J],
    ],
    ['le premier jour toujours dû, une fois', BOISEMONT, { dates: MONDAYS_AND_THURSDAYS }, [C, J, J, J]],
    ['grève déclarée par la mairie', SAINT_LEU, { dates: ['2026-12-03'], kind: 'STRIKE', collective: true }, [J]],
    ['grève dite par une famille', SAINT_LEU, { dates: ACROSS, kind: 'STRIKE' }, [U, U, U, U]],
    [
      'sortie que le règlement ne nomme pas',
      SAINT_LEU,
      { dates: ACROSS, kind: 'SCHOOL_TRIP', collective: true },
      [U, U, U, U],
    ],
  ])('%s', (_, policy, told, expected) => {
    const days = judged(told, policy);
    expect(days.map(({ verdict }) => verdict)).toEqual(expected);
    for (const { reason } of days) expect(reason).not.toMatch(/maladie/i);
  });
});

describe('a proof that may still change what a day costs', () => {
  it.each<[string, AbsencePolicy, Told, string, boolean[]]>([
    ['avant le délai', SAINT_EXUPERY, { dates: WEEK }, '2026-12-02T23:59:59+01:00', [true, true, true, true]],
    [
      'après le délai, avant la limite',
      SAINT_EXUPERY,
      { dates: WEEK },
      '2026-12-09T23:59:59+01:00',
      [true, true, true, true],
    ],
    ['à la limite', SAINT_EXUPERY, { dates: WEEK }, '2026-12-10T00:00:00+01:00', [false, false, false, false]],
    [
      'un justificatif arrivé',
      SAINT_EXUPERY,
      { dates: WEEK, proof: '2026-12-02T18:00:00+01:00' },
      '2026-12-02T19:00:00+01:00',
      [false, false, false, false],
    ],
    ['une absence trop courte', SAINT_LEU, { dates: ['2026-12-03'] }, '2026-12-03T12:00:00+01:00', [false]],
    ['aucun justificatif demandé', BOISEMONT, { dates: ['2026-12-03'] }, '2026-12-03T12:00:00+01:00', [false]],
  ])('%s', (_, policy, told, now, expected) => {
    expect(judged(told, policy).map((day) => isProofAwaited(day, instant(now)))).toEqual(expected);
  });
});

describe('what a family reads of a day of absence', () => {
  const CLOSED = '2026-11-27T09:00:00+01:00';
  const sentences = (told: Told, policy: AbsencePolicy, now: string, cancelClosesAt = CLOSED) =>
    judged(told, policy).map((day) =>
      prospectInFrench(day, {
        now: instant(now),
        zone: 'Europe/Paris',
        proofReceivedAt: told.proof ? instant(told.proof) : null,
        cancelClosesAt: instant(cancelClosesAt),
      }).replaceAll('\u00a0', ' '),
    );

  it.each<[string, AbsencePolicy, Told, string, string]>([
    [
      'le matin du premier jour',
      SAINT_EXUPERY,
      { dates: WEEK },
      '2026-11-30T08:00:00+01:00',
      'Rien à payer si le justificatif nous parvient avant le jeudi 3 décembre 2026 à 0 h 00 ; jour de carence dû s’il arrive avant le jeudi 10 décembre 2026 à 0 h 00 ; sinon, jour dû.',
    ],
    [
      'à 0 h 00 le jeudi',
      SAINT_EXUPERY,
      { dates: WEEK },
      '2026-12-03T00:00:00+01:00',
      'Jour de carence dû si le justificatif nous parvient avant le jeudi 10 décembre 2026 à 0 h 00 ; sinon, jour dû.',
    ],
    [
      'après dix jours',
      SAINT_EXUPERY,
      { dates: WEEK },
      '2026-12-10T00:00:00+01:00',
      'Aucun justificatif reçu : l’absence est facturée.',
    ],
    [
      'certificat reçu à temps',
      SAINT_EXUPERY,
      { dates: WEEK, proof: '2026-12-02T18:00:00+01:00' },
      '2026-12-03T08:00:00+01:00',
      'Absence justifiée, justificatif reçu le 2 décembre 2026 : rien à payer.',
    ],
    [
      'certificat reçu tard',
      SAINT_EXUPERY,
      { dates: WEEK, proof: '2026-12-07T09:00:00+01:00' },
      '2026-12-08T08:00:00+01:00',
      'Jour de carence (1 sur 2, le justificatif étant arrivé tard) : il est facturé.',
    ],
    [
      'trop peu de jours pour qu’un certificat serve',
      SAINT_LEU,
      { dates: ACROSS.slice(1) },
      '2026-12-03T08:00:00+01:00',
      'L’absence dure moins de 4 jours de service consécutifs : elle est facturée.',
    ],
    [
      'un délai que rien ne prolonge',
      SAINT_LEU,
      { dates: ACROSS },
      '2026-12-03T08:00:00+01:00',
      'Rien à payer si le justificatif nous parvient avant le samedi 2 janvier 2027 à 0 h 00 ; sinon, jour dû.',
    ],
    [
      'sans certificat à fournir',
      BOISEMONT,
      { dates: WEEK },
      '2026-11-30T08:00:00+01:00',
      'Jour de carence (1 sur 1) : il est facturé.',
    ],
  ])('%s', (_, policy, told, now, expected) => {
    expect(sentences(told, policy, now)[0]).toBe(expected);
  });

  it('says that the third day is free in both cases, as long as the proof arrives', () => {
    expect(sentences({ dates: WEEK }, SAINT_EXUPERY, '2026-11-30T08:00:00+01:00')[2]).toBe(
      'Rien à payer si le justificatif nous parvient avant le jeudi 10 décembre 2026 à 0 h 00 ; sinon, jour dû.',
    );
  });

  it('says that the booking may still be given up, while it may', () => {
    const [day] = sentences({ dates: WEEK }, BOISEMONT, '2026-11-26T08:00:00+01:00');
    expect(day).toBe(
      'Jour de carence (1 sur 1) : il est facturé. Vous pouvez encore annuler ce jour avant le vendredi 27 novembre 2026 à 9 h 00.',
    );
  });

  it('says so when the règlement has no word about absences', () => {
    const standing = {
      now: instant(CLOSED),
      zone: 'Europe/Paris',
      proofReceivedAt: null,
      cancelClosesAt: instant(CLOSED),
    };
    expect(prospectInFrench(null, standing)).toBe('Le règlement ne prévoit pas d’absence justifiée, ce jour reste dû.');
  });
});
