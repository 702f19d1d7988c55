import { describe, expect, it } from '@jest/globals';
import { contextOf, date, ruleOf } from '../../../../test/support/deadlines.js';
import { serviceDates } from '../service-days.js';
import { deadlineWarnings } from './warnings.js';

const days = (n: number, unit: string, at: string, more: object = {}) => ({
  type: 'DAYS_BEFORE',
  n,
  unit,
  at,
  ...more,
});
const OPEN = { ifOnClosedDay: 'PREVIOUS_OPEN_DAY' };
const list = (...months: string[]) => ({
  type: 'FIXED_DATES',
  dates: months.map((period) => ({ period, closesAt: '2026-08-24T09:00' })),
});

function warningsOf(rule: object, from: string, to: string): string[] {
  const context = contextOf();
  const dates = serviceDates({ from: date(from), to: date(to) }, context);
  return deadlineWarnings(ruleOf(rule), 'CANCEL', { dates, startsAt: '11:45', endsAt: null, context }).map((warning) =>
    warning.replaceAll('\u00a0', ' '),
  );
}

const CLOSED = ' : personne ne répond alors à la mairie. « PREVIOUS_OPEN_DAY » l’avancerait au jour ouvré qui précède.';

describe('what is odd about a rule', () => {
  it.each<[what: string, rule: object, from: string, to: string, warnings: string[]]>([
    ['nothing', days(1, 'OUVRE', '09:00'), '2026-12-01', '2026-12-18', []],
    [
      'a limit after the service has begun',
      days(0, 'CALENDAR', '12:00'),
      '2026-12-01',
      '2026-12-18',
      ['Le délai d’annulation se termine après le début du service (11 h 45), chaque jour : vérifiez que c’est voulu.'],
    ],
    [
      'a limit on Sundays',
      days(1, 'CALENDAR', '12:00'),
      '2026-12-01',
      '2026-12-18',
      [
        `Le délai d’annulation tombe un dimanche 2 fois, par exemple le dimanche 6 décembre 2026 pour le lundi 7 décembre 2026${CLOSED}`,
      ],
    ],
    ['not where it is brought forward', days(1, 'CALENDAR', '12:00', OPEN), '2026-12-01', '2026-12-18', []],
    [
      '00:00 on Monday is Sunday night',
      days(0, 'CALENDAR', '00:00'),
      '2026-12-07',
      '2026-12-07',
      [`Le délai d’annulation tombe un dimanche (le dimanche 6 décembre 2026 pour le lundi 7 décembre 2026)${CLOSED}`],
    ],
    [
      'a limit on a public holiday',
      days(1, 'CALENDAR', '12:00'),
      '2026-11-12',
      '2026-11-13',
      [
        `Le délai d’annulation tombe un jour férié (le mercredi 11 novembre 2026 pour le jeudi 12 novembre 2026)${CLOSED}`,
      ],
    ],
    [
      'a limit on a day of works',
      days(1, 'OUVRE', '12:00'),
      '2026-11-27',
      '2026-11-27',
      [
        `Le délai d’annulation tombe un jour de fermeture (le jeudi 26 novembre 2026 pour le vendredi 27 novembre 2026)${CLOSED}`,
      ],
    ],
    [
      'a limit in the holidays before the rentrée',
      days(1, 'OUVRE', '12:00'),
      '2026-11-02',
      '2026-11-06',
      [
        'Le délai d’annulation tombe pendant les vacances scolaires (le vendredi 30 octobre 2026 pour le lundi 2 novembre 2026) : rappelez-le aux familles avant la rentrée.',
      ],
    ],
    [
      'an hour that the spring night skips',
      { type: 'PREV_WEEKDAY', weekday: 'SU', at: '02:30', ...OPEN, ifOnClosedDay: 'KEEP' },
      '2027-03-30',
      '2027-03-30',
      [
        `Le délai d’annulation tombe un dimanche (le dimanche 28 mars 2027 pour le mardi 30 mars 2027)${CLOSED}`,
        'Le délai d’annulation tombe la nuit du changement d’heure, à une heure qui existe deux fois ou pas du tout (2 h 30, le dimanche 28 mars 2027) : choisissez une autre heure.',
      ],
    ],
    [
      'a list that ends before the school year',
      list('2026-09', '2026-10', '2026-11'),
      '2026-09-01',
      '2027-09-30',
      [
        'Le délai d’annulation tombe pendant les vacances scolaires 44 fois, par exemple le lundi 24 août 2026 pour le mardi 1er septembre 2026 : rappelez-le aux familles avant la rentrée.',
        'Le délai d’annulation n’est pas donné pour le 1er décembre 2026 : complétez la liste jusqu’à la fin de l’année scolaire 2026-2027.',
      ],
    ],
    ['no limit is never odd', { type: 'NONE' }, '2026-09-01', '2026-12-18', []],
  ])('%s', (_, rule, from, to, warnings) => {
    expect(warningsOf(rule, from, to)).toEqual(warnings);
  });
});
