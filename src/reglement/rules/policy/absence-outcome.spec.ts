import { describe, expect, it } from '@jest/globals';
import { contextOf, date, instant, ruleOf } from '../../../../test/support/deadlines.js';
import { absenceOutcome } from './absence-outcome.js';
import type { AbsencePolicy, CollectiveReason, ProofKind } from './booking-policy.js';

const context = contextOf();

/** Saint-Exupéry: proof in 72 h from 00:00 of the first day; later two days of carence; after ten days nothing. */
const SAINT_EXUPERY: AbsencePolicy = {
  proof: { kinds: ['ILLNESS', 'ACCIDENT'], withinDays: 3, anchor: 'FIRST_DAY_START', hardLimitDays: 10 },
  carenceDays: { n: 0, ifLate: 2 },
};
/** Saint-Leu: at least four days of school in a row, with a certificate; some days are credited to everyone. */
const SAINT_LEU: AbsencePolicy = {
  proof: { kinds: ['ILLNESS'], withinDays: 30, anchor: 'FIRST_DAY_START' },
  minConsecutiveDays: 4,
  collective: ['STRIKE', 'ALERT'],
};
/** Boisemont: the day itself is always billed; the next ones are freed when asked for before 10 h on the first. */
const BOISEMONT: AbsencePolicy = {
  declareBefore: ruleOf({ type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '10:00' }),
  carenceDays: { n: 1 },
};
/** Mametz: told on Monday before 9 h, Tuesday, Thursday and Friday are freed; Monday never is. */
const monday = { type: 'WEEKDAY_OF_WEEK', weeksBack: 0, weekday: 'MO', at: '09:00' };
const MAMETZ: AbsencePolicy = {
  declareBefore: ruleOf({
    type: 'BATCH',
    perWeekday: { MO: { ...monday, weeksBack: 1 }, TU: monday, TH: monday, FR: monday },
  }),
};

interface Given {
  readonly days: readonly string[];
  readonly told?: string;
  readonly proof?: string;
  readonly kind?: ProofKind | CollectiveReason;
}

function outcomes(policy: AbsencePolicy | undefined, { days, told, proof, kind = 'ILLNESS' }: Given) {
  return absenceOutcome(
    policy,
    {
      days: days.map(date),
      declaredAt: told ? instant(told) : null,
      proofReceivedAt: proof ? instant(proof) : null,
      kind,
    },
    context,
  );
}

const WEEK = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'];
const FOUR = ['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
const [J, C, U] = ['JUSTIFIED', 'CARENCE', 'UNJUSTIFIED'];

describe('what becomes of an absence', () => {
  it.each<[what: string, policy: AbsencePolicy | undefined, given: Given, expected: (string | undefined)[]]>([
    ['proof in time: nothing billed', SAINT_EXUPERY, { days: WEEK, proof: '2026-12-02T10:00:00+01:00' }, [J, J, J, J]],
    ['the last minute of the 72 h', SAINT_EXUPERY, { days: WEEK, proof: '2026-12-02T23:59:59+01:00' }, [J, J, J, J]],
    ['the first minute after', SAINT_EXUPERY, { days: WEEK, proof: '2026-12-03T00:00:00+01:00' }, [C, C, J, J]],
    [
      'late: the first two days billed',
      SAINT_EXUPERY,
      { days: WEEK, proof: '2026-12-07T10:00:00+01:00' },
      [C, C, J, J],
    ],
    ['too late: all billed', SAINT_EXUPERY, { days: WEEK, proof: '2026-12-11T10:00:00+01:00' }, [U, U, U, U]],
    ['no proof at all', SAINT_EXUPERY, { days: WEEK }, [U, U, U, U]],
    [
      'a reason that is not received',
      SAINT_EXUPERY,
      { days: WEEK, proof: '2026-12-01T10:00:00+01:00', kind: 'OTHER' },
      [U, U, U, U],
    ],

    [
      'four days of school over a week-end',
      SAINT_LEU,
      { days: FOUR, proof: '2026-12-10T10:00:00+04:00' },
      [J, J, J, J],
    ],
    ['three days', SAINT_LEU, { days: FOUR.slice(1), proof: '2026-12-10T10:00:00+04:00' }, [U, U, U]],
    [
      'over the holidays',
      SAINT_LEU,
      { days: ['2026-10-15', '2026-10-16', '2026-11-02', '2026-11-03'], proof: '2026-11-03T10:00:00+04:00' },
      [J, J, J, J],
    ],
    ['a strike, for everyone', SAINT_LEU, { days: ['2026-12-03'], kind: 'STRIKE' }, [J]],
    ['a school trip is not on its list', SAINT_LEU, { days: ['2026-12-03'], kind: 'SCHOOL_TRIP' }, [U]],

    ['asked on the first morning', BOISEMONT, { days: WEEK.slice(0, 2), told: '2026-11-30T09:30:00+01:00' }, [C, J]],
    [
      'asked at ten: the first day was told too late',
      BOISEMONT,
      { days: WEEK.slice(0, 2), told: '2026-11-30T10:00:00+01:00' },
      [U, J],
    ],
    ['never told', BOISEMONT, { days: WEEK.slice(0, 2) }, [U, U]],

    [
      'Monday before nine frees the rest of the week',
      MAMETZ,
      { days: WEEK, told: '2026-11-30T08:59:00+01:00' },
      [U, J, J, J],
    ],
    ['Monday at nine frees nothing', MAMETZ, { days: WEEK, told: '2026-11-30T09:00:00+01:00' }, [U, U, U, U]],

    [
      'a day of which another version judges',
      { declareBefore: ruleOf({ type: 'FIXED_DATES', dates: [{ period: '2026-11', closesAt: '2026-11-27T09:00' }] }) },
      { days: WEEK.slice(0, 2), told: '2026-11-30T09:00:00+01:00' },
      [U, J],
    ],

    [
      'deducted from the fourth day only, where the absence lasts four',
      { minConsecutiveDays: 4, payFrom: 4 },
      { days: FOUR },
      [C, C, C, J],
    ],
    ['and all of a shorter one is billed', { minConsecutiveDays: 4, payFrom: 4 }, { days: FOUR.slice(1) }, [U, U, U]],
    ['the later of carence and of that day', { carenceDays: { n: 1 }, payFrom: 3 }, { days: WEEK }, [C, C, J, J]],
    [
      'a late proof may cost more days than that',
      { ...SAINT_EXUPERY, carenceDays: { n: 0, ifLate: 3 }, payFrom: 2 },
      { days: WEEK, proof: '2026-12-07T10:00:00+01:00' },
      [C, C, C, J],
    ],
    [
      'from the day on which it was told, at any hour',
      { payFrom: 'DECLARATION' },
      { days: WEEK, told: '2026-12-01T23:59:00+01:00' },
      [C, J, J, J],
    ],
    [
      'from the next one, told a minute later',
      { payFrom: 'DECLARATION' },
      { days: WEEK, told: '2026-12-02T00:00:00+01:00' },
      [C, C, J, J],
    ],
    ['never told', { payFrom: 'DECLARATION' }, { days: WEEK.slice(0, 2) }, [C, C]],
    [
      'from the day of its proof',
      { ...SAINT_EXUPERY, payFrom: 'PROOF' },
      { days: WEEK, proof: '2026-12-01T10:00:00+01:00' },
      [C, J, J, J],
    ],
    ['no absence policy', undefined, { days: ['2026-12-03'], told: '2026-12-01T10:00:00+01:00' }, [U]],
    [
      'proof counted from the end of the first day, over the spring night',
      { proof: { kinds: ['ILLNESS'], withinDays: 2, anchor: 'FIRST_DAY_END' } },
      { days: ['2027-03-26'], proof: '2027-03-28T23:59:00+02:00' },
      [J],
    ],
    [
      'and not one minute more',
      { proof: { kinds: ['ILLNESS'], withinDays: 2, anchor: 'FIRST_DAY_END' } },
      { days: ['2027-03-26'], proof: '2027-03-29T00:00:00+02:00' },
      [U],
    ],
  ])('%s', (_, policy, given, expected) => {
    const days = outcomes(policy, given);
    expect(days.map(({ outcome }) => outcome)).toEqual(expected);
    for (const { reason } of days) expect(reason).toMatch(/^\p{Lu}.+\.$/u);
  });

  it.each<[AbsencePolicy, Given, string[]]>([
    [
      SAINT_EXUPERY,
      { days: WEEK.slice(0, 3), proof: '2026-12-07T10:00:00+01:00' },
      [
        'Jour de carence (1 sur 2, le justificatif étant arrivé tard) : il est facturé.',
        'Jour de carence (2 sur 2, le justificatif étant arrivé tard) : il est facturé.',
        'Absence justifiée, ce jour n’est pas facturé.',
      ],
    ],
    [
      SAINT_EXUPERY,
      { days: ['2026-11-30'], proof: '2026-12-11T10:00:00+01:00' },
      [
        'Justificatif reçu le vendredi 11 décembre 2026 à 10 h 00, trop tard (il était attendu au plus tard le 9 décembre 2026) : l’absence est facturée.',
      ],
    ],
    [SAINT_EXUPERY, { days: ['2026-11-30'] }, ['Aucun justificatif reçu (maladie) : l’absence est facturée.']],
    [
      MAMETZ,
      { days: ['2026-12-01'], told: '2026-11-30T09:00:00+01:00' },
      [
        'Absence signalée le lundi 30 novembre 2026 à 9 h 00, à signaler avant le lundi 30 novembre 2026 à 9 h 00 : ce jour est facturé.',
      ],
    ],
    [
      SAINT_LEU,
      { days: ['2026-12-03'], proof: '2026-12-04T09:00:00+04:00' },
      ['L’absence dure moins de 4 jours de service consécutifs : elle est facturée.'],
    ],
    [
      { payFrom: 3 },
      { days: WEEK.slice(0, 3) },
      [
        'L’absence n’est déduite qu’à partir du 3e jour de service : ce jour est facturé.',
        'L’absence n’est déduite qu’à partir du 3e jour de service : ce jour est facturé.',
        'Absence justifiée, ce jour n’est pas facturé.',
      ],
    ],
    [SAINT_LEU, { days: ['2026-12-03'], kind: 'ALERT' }, ['Jour non facturé à toutes les familles : alerte.']],
  ])('says why: %j %j', (policy, given, reasons) => {
    expect(outcomes(policy, given).map(({ reason }) => reason.replaceAll('\u00a0', ' '))).toEqual(reasons);
  });
});
