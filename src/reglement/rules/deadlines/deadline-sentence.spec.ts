import { describe, expect, it } from '@jest/globals';
import { ruleOf } from '../../../../test/support/deadlines.js';
import { deadlineSentence } from './deadline-sentence.js';

const days = (n: number, unit: unknown, at: string, more: object = {}) => ({
  type: 'DAYS_BEFORE',
  n,
  unit,
  at,
  ...more,
});
const week = (weeksBack: number, weekday: string, at: string, more: object = {}) => ({
  type: 'WEEKDAY_OF_WEEK',
  weeksBack,
  weekday,
  at,
  ...more,
});
const previous = (weekday: string, at: string) => ({ type: 'PREV_WEEKDAY', weekday, at });
const month = (monthsBack: number, day: number, at: string) => ({ type: 'DAY_OF_MONTH', monthsBack, day, at });
const francs = (n: number, anchor: string, more: object = {}) => ({ type: 'DAYS_FRANCS_BEFORE', n, anchor, ...more });
const both = (type: string, ...of: unknown[]) => ({ type, of });
const dates = (...list: [period: unknown, closesAt: string][]) => ({
  type: 'FIXED_DATES',
  dates: list.map(([period, closesAt]) => ({ period, closesAt })),
});
const SCHOOL_WEEK = ['MO', 'TU', 'TH', 'FR'];
const EVERY_DAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const OPEN = { ifOnClosedDay: 'PREVIOUS_OPEN_DAY' };
const FRIDAY = week(1, 'FR', '09:00');
const TUESDAY = week(0, 'TU', '09:00');
const VAILHAUQUES = { type: 'BATCH', perWeekday: { MO: FRIDAY, TU: FRIDAY, TH: TUESDAY, FR: TUESDAY } };
const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];

/** After « Réservation possible »; ordinary spaces here, no-break ones where French asks for them in the sentence. */
const TABLES: Record<string, [rule: unknown, words: string][]> = {
  DAYS_BEFORE: [
    [days(0, 'CALENDAR', '09:00'), 'jusqu’au jour même, avant 9 h 00.'],
    [days(0, 'SERVICE_DAY', '08:30'), 'jusqu’au jour même, avant 8 h 30.'],
    [days(0, 'CALENDAR', '24:00'), 'jusqu’au jour même inclus.'],
    [days(0, 'OUVRE', '00:00'), 'jusqu’à la veille incluse.'],
    [days(1, 'CALENDAR', '18:00'), 'jusqu’à la veille, avant 18 h 00.'],
    [days(1, 'CALENDAR', '24:00'), 'jusqu’à la veille incluse.'],
    [days(1, 'CALENDAR', '23:59'), 'jusqu’à la veille incluse.'],
    [days(1, 'CALENDAR', '00:00'), 'jusqu’à l’avant-veille incluse.'],
    [days(2, 'CALENDAR', '12:00'), 'jusqu’à l’avant-veille, avant 12 h 00.'],
    [days(3, 'CALENDAR', '00:00'), 'jusqu’au 4e jour qui précède, ce jour inclus.'],
    [days(7, 'CALENDAR', '24:00'), 'jusqu’au 7e jour qui précède (une semaine), ce jour inclus.'],
    [days(21, 'CALENDAR', '12:00'), 'jusqu’au 21e jour qui précède (3 semaines), avant 12 h 00.'],
    [days(2, 'CALENDAR', 'SERVICE_START'), 'jusqu’à 48 heures avant le début du service.'],
    [days(4, 'CALENDAR', 'SERVICE_START'), 'jusqu’à 96 heures avant le début du service.'],
    [days(15, 'CALENDAR', 'SERVICE_START'), 'jusqu’au 15e jour qui précède, à l’heure du début du service.'],
    [days(0, 'CALENDAR', 'SERVICE_START'), 'jusqu’au début du service.'],
    [days(2, 'OUVRE', 'SERVICE_START'), 'jusqu’au 2e jour ouvré qui précède, à l’heure du début du service.'],
    [days(1, 'MON_FRI', '09:00'), 'jusqu’à la veille (samedis et dimanches non comptés), avant 9 h 00.'],
    [days(1, 'MON_FRI', '24:00'), 'jusqu’à la veille incluse (samedis et dimanches non comptés).'],
    [days(2, 'MON_FRI', '10:00'), 'jusqu’à l’avant-veille (samedis et dimanches non comptés), avant 10 h 00.'],
    [
      days(3, 'MON_FRI', '00:00'),
      'jusqu’au 3e jour qui précède (samedis et dimanches non comptés), ce jour non compris.',
    ],
    [days(1, 'OUVRE', '10:00'), 'jusqu’au jour ouvré précédent, avant 10 h 00.'],
    [days(1, 'OUVRE', '24:00'), 'jusqu’au jour ouvré précédent inclus.'],
    [days(1, 'OUVRE', '00:00'), 'jusqu’au jour ouvré précédent, ce jour non compris.'],
    [days(2, 'OUVRE', '10:00'), 'jusqu’au 2e jour ouvré qui précède, avant 10 h 00.'],
    [days(3, 'OUVRE', '24:00'), 'jusqu’au 3e jour ouvré qui précède, ce jour inclus.'],
    [days(1, 'OUVRABLE', '10:00'), 'jusqu’au jour ouvrable précédent, avant 10 h 00.'],
    [days(2, 'OUVRABLE', '10:00'), 'jusqu’au 2e jour ouvrable qui précède, avant 10 h 00.'],
    [days(1, 'SERVICE_DAY', '09:00'), 'jusqu’au jour de service précédent, avant 9 h 00.'],
    [days(1, 'SERVICE_DAY', '24:00'), 'jusqu’au jour de service précédent inclus.'],
    [days(2, 'SERVICE_DAY', '09:00'), 'jusqu’au 2e jour de service qui précède, avant 9 h 00.'],
    [days(1, { type: 'CUSTOM', weekdays: EVERY_DAY }, '09:00'), 'jusqu’à la veille, avant 9 h 00.'],
    [
      days(1, { type: 'CUSTOM', weekdays: EVERY_DAY, skipFeries: true }, '09:00'),
      'jusqu’à la veille (hors jours fériés), avant 9 h 00.',
    ],
    [
      days(
        2,
        { type: 'CUSTOM', weekdays: SCHOOL_WEEK, skipFeries: true, skipVacances: true, skipClosures: true },
        '09:00',
      ),
      'jusqu’à l’avant-veille (seuls comptent les lundis, mardis, jeudis et vendredis, hors jours fériés, vacances scolaires et jours de fermeture), avant 9 h 00.',
    ],
    [days(1, { type: 'CUSTOM', weekdays: ['TU'] }, '24:00'), 'jusqu’à la veille incluse (seuls comptent les mardis).'],
  ],
  WEEKDAY_OF_WEEK: [
    [week(0, 'TU', '09:00'), 'jusqu’au mardi de la même semaine, avant 9 h 00.'],
    [week(1, 'TH', '12:00'), 'jusqu’au jeudi de la semaine précédente, avant 12 h 00.'],
    [week(1, 'TH', '24:00'), 'jusqu’au jeudi de la semaine précédente inclus.'],
    [week(1, 'TH', '00:00'), 'jusqu’au mercredi de la semaine précédente inclus.'],
    [week(1, 'MO', '00:00'), 'jusqu’au dimanche de la 2e semaine qui précède inclus.'],
    [week(2, 'FR', '18:15'), 'jusqu’au vendredi de la 2e semaine qui précède, avant 18 h 15.'],
  ],
  PREV_WEEKDAY: [
    [previous('FR', '12:00'), 'jusqu’au vendredi qui précède, avant 12 h 00.'],
    [previous('SU', '23:59'), 'jusqu’au dimanche qui précède inclus.'],
    [previous('FR', '00:00'), 'jusqu’au vendredi qui précède, ce jour non compris.'],
  ],
  BATCH: [
    [
      VAILHAUQUES,
      'pour le lundi et le mardi : jusqu’au vendredi de la semaine précédente, avant 9 h 00 ; pour le jeudi et le vendredi : jusqu’au mardi de la même semaine, avant 9 h 00.',
    ],
    [
      { type: 'BATCH', perWeekday: { MO: FRIDAY, WE: FRIDAY } },
      'jusqu’au vendredi de la semaine précédente, avant 9 h 00.',
    ],
    [
      { type: 'BATCH', perWeekday: { MO: FRIDAY, WE: { type: 'NONE' } } },
      'pour le lundi : jusqu’au vendredi de la semaine précédente, avant 9 h 00 ; pour le mercredi : sans limite de délai.',
    ],
    [
      {
        type: 'BATCH',
        perWeekday: {
          TU: days(1, 'CALENDAR', '09:00'),
          WE: days(7, 'CALENDAR', '09:00', { opensAt: days(42, 'CALENDAR', '00:00') }),
        },
      },
      'pour le mardi : jusqu’à la veille, avant 9 h 00 ; pour le mercredi : à partir du 42e jour qui précède (6 semaines) et jusqu’au 7e jour qui précède (une semaine), avant 9 h 00.',
    ],
  ],
  DAYS_FRANCS_BEFORE: [
    [
      francs(15, 'PERIOD_START'),
      'jusqu’à 15 jours francs avant le premier jour de la période (vacances, ou reprise des cours).',
    ],
    [
      francs(1, 'PERIOD_START', { periodStart: 'FIRST_SERVICE_DAY' }),
      'jusqu’à 1 jour franc avant le premier jour de service de la période (vacances, ou reprise des cours).',
    ],
    [francs(15, 'SERVICE_DAY'), 'jusqu’au 16e jour qui précède (15 jours francs), ce jour inclus.'],
    [francs(1, 'SERVICE_DAY'), 'jusqu’à l’avant-veille incluse (1 jour franc).'],
  ],
  DAY_OF_MONTH: [
    [month(1, 20, '24:00'), 'jusqu’au 20 du mois précédent inclus.'],
    [month(1, 20, '00:00'), 'jusqu’au 19 du mois précédent inclus.'],
    [month(1, 1, '00:00'), 'jusqu’au 1er du mois précédent, ce jour non compris.'],
    [month(0, 1, '12:00'), 'jusqu’au 1er du même mois, avant 12 h 00.'],
    [month(2, 15, '12:00'), 'jusqu’au 15 du 2e mois qui précède, avant 12 h 00.'],
    [month(1, 31, '12:00'), 'jusqu’au dernier jour du mois précédent, avant 12 h 00.'],
    [month(1, 30, '12:00'), 'jusqu’au 30 du mois précédent (ou le dernier jour d’un mois plus court), avant 12 h 00.'],
  ],
  FIXED_DATES: [
    [
      dates(['2026-12', '2026-11-24T24:00'], ['2026-11', '2026-10-27T09:00']),
      'jusqu’au mardi 27 octobre 2026, avant 9 h 00, pour novembre 2026 ; jusqu’au mardi 24 novembre 2026 inclus, pour décembre 2026.',
    ],
    [
      dates(
        [{ from: '2027-02-13', to: '2027-02-28' }, '2027-01-22T18:00'],
        [{ from: '2027-03-30', to: '2027-03-30' }, '2027-03-01T00:00'],
      ),
      'jusqu’au vendredi 22 janvier 2027, avant 18 h 00, pour la période du 13 février 2027 au 28 février 2027 ; jusqu’au lundi 1er mars 2027, ce jour non compris, pour le 30 mars 2027.',
    ],
    [
      dates(...MONTHS.map((period): [string, string] => [period, `${period}-01T09:00`])),
      'jusqu’aux dates publiées par la mairie (7 dates, la première jusqu’au mardi 1er septembre 2026, avant 9 h 00, pour septembre 2026, la dernière jusqu’au lundi 1er mars 2027, avant 9 h 00, pour mars 2027).',
    ],
  ],
  NONE: [[{ type: 'NONE' }, 'sans limite de délai.']],
  'MIN_OF and MAX_OF': [
    [
      both('MIN_OF', days(1, 'SERVICE_DAY', '09:00'), week(1, 'FR', '12:00')),
      'jusqu’au jour de service précédent, avant 9 h 00, ou jusqu’au vendredi de la semaine précédente, avant 12 h 00 (la première de ces limites l’emporte).',
    ],
    [
      both('MAX_OF', days(2, 'OUVRE', '09:00'), week(1, 'FR', '12:00'), month(1, 20, '12:00')),
      'jusqu’au 2e jour ouvré qui précède, avant 9 h 00, jusqu’au vendredi de la semaine précédente, avant 12 h 00, ou jusqu’au 20 du mois précédent, avant 12 h 00 (la dernière de ces limites l’emporte).',
    ],
    [both('MIN_OF', { type: 'NONE' }, FRIDAY), 'jusqu’au vendredi de la semaine précédente, avant 9 h 00.'],
    [both('MAX_OF', { type: 'NONE' }, FRIDAY), 'sans limite de délai.'],
    [
      both('MIN_OF', VAILHAUQUES, days(3, 'OUVRE', '09:00')),
      'pour le lundi et le mardi : jusqu’au vendredi de la semaine précédente, avant 9 h 00, ou jusqu’au 3e jour ouvré qui précède, avant 9 h 00 (la première de ces limites l’emporte) ; pour le jeudi et le vendredi : jusqu’au mardi de la même semaine, avant 9 h 00, ou jusqu’au 3e jour ouvré qui précède, avant 9 h 00 (la première de ces limites l’emporte).',
    ],
  ],
  'the mairie closed, an opening': [
    [
      days(1, 'CALENDAR', '12:00', OPEN),
      'jusqu’à la veille, avant 12 h 00 (ou le dernier jour ouvré qui précède, si ce jour est férié, fermé ou tombe un week-end).',
    ],
    [days(1, 'CALENDAR', '12:00', { ifOnClosedDay: 'KEEP' }), 'jusqu’à la veille, avant 12 h 00.'],
    [
      week(1, 'TH', '12:00', { opensAt: week(6, 'MO', '08:00') }),
      'à partir du lundi de la 6e semaine qui précède à 8 h 00 et jusqu’au jeudi de la semaine précédente, avant 12 h 00.',
    ],
    [
      week(1, 'TH', '12:00', { opensAt: week(6, 'SU', '24:00') }),
      'à partir du lundi de la 5e semaine qui précède et jusqu’au jeudi de la semaine précédente, avant 12 h 00.',
    ],
    [{ type: 'NONE', opensAt: days(7, 'CALENDAR', '24:00') }, 'à partir du 6e jour qui précède, sans limite de délai.'],
    [
      { type: 'NONE', opensAt: month(1, 1, '08:00') },
      'à partir du 1er du mois précédent à 8 h 00, sans limite de délai.',
    ],
    [
      { ...francs(15, 'PERIOD_START'), opensAt: francs(60, 'PERIOD_START') },
      'à partir de 60 jours francs avant le premier jour de la période (vacances, ou reprise des cours) et jusqu’à 15 jours francs avant le premier jour de la période (vacances, ou reprise des cours).',
    ],
    [
      days(1, 'CALENDAR', '09:00', { opensAt: days(2, 'OUVRE', '24:00') }),
      'à partir du lendemain du 2e jour ouvré qui précède et jusqu’à la veille, avant 9 h 00.',
    ],
  ],
};

describe.each(Object.entries(TABLES))('the sentence that families read: %s', (_, cases) => {
  it.each(cases)('%j', (rule, words) => {
    expect(deadlineSentence(ruleOf(rule), 'ADD').replaceAll('\u00a0', ' ')).toBe(`Réservation possible ${words}`);
  });
});

describe('the sentence of each operation', () => {
  it.each([
    ['ADD', 'Réservation possible jusqu’à la veille incluse.'],
    ['CANCEL', 'Annulation possible jusqu’à la veille incluse.'],
    ['MODIFY', 'Modification possible jusqu’à la veille incluse.'],
    ['DIET', 'Changement de menu possible jusqu’à la veille incluse.'],
  ] as const)('%s', (operation, sentence) => {
    expect(deadlineSentence(ruleOf(days(1, 'CALENDAR', '24:00')), operation)).toBe(sentence);
  });

  it('keeps its hours and its signs on one line', () => {
    expect(deadlineSentence(ruleOf(VAILHAUQUES), 'ADD')).toBe(
      'Réservation possible pour le lundi et le mardi~: jusqu’au vendredi de la semaine précédente, avant 9~h~00~; pour le jeudi et le vendredi~: jusqu’au mardi de la même semaine, avant 9~h~00.'.replaceAll(
        '~',
        '\u00a0',
      ),
    );
  });
});
