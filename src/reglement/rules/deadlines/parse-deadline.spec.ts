import { describe, expect, it } from '@jest/globals';
import { type DeadlineOperation, deadlineSentence, parseDeadline } from './deadline.js';

const days = (n: unknown, unit: unknown, at: unknown) => ({ type: 'DAYS_BEFORE', n, unit, at });
const week = (weeksBack: unknown, weekday: unknown, at: unknown) => ({
  type: 'WEEKDAY_OF_WEEK',
  weeksBack,
  weekday,
  at,
});
const SCHOOL_WEEK = ['MO', 'TU', 'TH', 'FR'];
const EVERY_DAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function sentence(json: unknown, operation: DeadlineOperation = 'ADD'): string {
  const parsed = parseDeadline(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return deadlineSentence(parsed.deadline, operation).replaceAll('\u00a0', ' ');
}

describe('the sentence that families read', () => {
  it.each([
    [days(0, 'CALENDAR', '09:00'), 'au jour même, avant 9 h 00.'],
    [days(0, 'SERVICE_DAY', '08:30'), 'au jour même, avant 8 h 30.'],
    [days(0, 'CALENDAR', '24:00'), 'au jour même inclus.'],
    [days(0, 'OUVRE', '00:00'), 'à la veille incluse.'],
    [days(1, 'CALENDAR', '18:00'), 'à la veille, avant 18 h 00.'],
    [days(1, 'CALENDAR', '24:00'), 'à la veille incluse.'],
    [days(1, 'CALENDAR', '23:59'), 'à la veille incluse.'],
    [days(2, 'CALENDAR', '12:00'), 'à 2 jours avant, avant 12 h 00.'],
    [days(3, 'CALENDAR', '00:00'), 'à 4 jours avant, ce jour inclus.'],
    [days(7, 'CALENDAR', '24:00'), 'à 7 jours avant, ce jour inclus.'],
    [days(1, 'MON_FRI', '09:00'), 'à la veille (samedis et dimanches non comptés), avant 9 h 00.'],
    [days(1, 'MON_FRI', '24:00'), 'à la veille incluse (samedis et dimanches non comptés).'],
    [days(2, 'MON_FRI', '10:00'), 'à 2 jours avant (samedis et dimanches non comptés), avant 10 h 00.'],
    [days(1, 'OUVRE', '10:00'), 'au jour ouvré précédent, avant 10 h 00.'],
    [days(1, 'OUVRE', '24:00'), 'au jour ouvré précédent inclus.'],
    [days(1, 'OUVRE', '00:00'), 'au jour ouvré précédent, ce jour non compris.'],
    [days(2, 'OUVRE', '10:00'), 'à 2 jours ouvrés avant, avant 10 h 00.'],
    [days(3, 'OUVRE', '24:00'), 'à 3 jours ouvrés avant, ce jour inclus.'],
    [days(3, 'OUVRE', '00:00'), 'à 3 jours ouvrés avant, ce jour non compris.'],
    [days(1, 'OUVRABLE', '10:00'), 'au jour ouvrable précédent, avant 10 h 00.'],
    [days(2, 'OUVRABLE', '10:00'), 'à 2 jours ouvrables avant, avant 10 h 00.'],
    [days(1, 'SERVICE_DAY', '09:00'), 'à la veille (jours de service), avant 9 h 00.'],
    [days(1, 'SERVICE_DAY', '24:00'), 'à la veille incluse (jours de service).'],
    [days(2, 'SERVICE_DAY', '09:00'), 'à 2 jours de service avant, avant 9 h 00.'],
    [days(1, { type: 'CUSTOM', weekdays: EVERY_DAY }, '09:00'), 'à la veille, avant 9 h 00.'],
    [
      days(1, { type: 'CUSTOM', weekdays: EVERY_DAY, skipFeries: true }, '09:00'),
      'à la veille (hors jours fériés), avant 9 h 00.',
    ],
    [
      days(
        2,
        { type: 'CUSTOM', weekdays: SCHOOL_WEEK, skipFeries: true, skipVacances: true, skipClosures: true },
        '09:00',
      ),
      'à 2 jours avant (seuls comptent les lundis, mardis, jeudis et vendredis, hors jours fériés, vacances scolaires et jours de fermeture), avant 9 h 00.',
    ],
    [days(1, { type: 'CUSTOM', weekdays: ['TU'] }, '24:00'), 'à la veille incluse (seuls comptent les mardis).'],
    [week(0, 'TU', '09:00'), 'au mardi de la même semaine, avant 9 h 00.'],
    [week(1, 'TH', '12:00'), 'au jeudi de la semaine précédente, avant 12 h 00.'],
    [week(1, 'TH', '24:00'), 'au jeudi de la semaine précédente inclus.'],
    [week(1, 'TH', '00:00'), 'au mercredi de la semaine précédente inclus.'],
    [week(1, 'MO', '00:00'), 'au dimanche de la 2e semaine qui précède inclus.'],
    [week(2, 'FR', '18:15'), 'au vendredi de la 2e semaine qui précède, avant 18 h 15.'],
  ])('%j', (json, end) => {
    expect(sentence(json, 'ADD')).toBe(`Réservation possible jusqu’${end}`);
    expect(sentence(json, 'CANCEL')).toBe(`Annulation possible jusqu’${end}`);
  });

  it('keeps its hour and its numbers on one line', () => {
    const parsed = parseDeadline(days(2, 'OUVRE', '10:00'));
    expect('deadline' in parsed && deadlineSentence(parsed.deadline, 'ADD')).toBe(
      'Réservation possible jusqu’à 2\u00a0jours ouvrés avant, avant 10\u00a0h\u00a000.',
    );
  });
});

describe('a rule that cannot be understood is refused field by field', () => {
  it.each([
    [undefined, ['deadline']],
    [null, ['deadline']],
    ['la veille', ['deadline']],
    [[], ['deadline']],
    [{}, ['deadline.type']],
    [{ type: 'BATCH', perWeekday: {} }, ['deadline.type']],
    [{ type: 'DAYS_BEFORE' }, ['deadline.n', 'deadline.unit', 'deadline.at']],
    [days(-1, 'OUVRE', '09:00'), ['deadline.n']],
    [days(1.5, 'OUVRE', '09:00'), ['deadline.n']],
    [days('2', 'OUVRE', '09:00'), ['deadline.n']],
    [days(367, 'OUVRE', '09:00'), ['deadline.n']],
    [days(1, 'WORKING', '09:00'), ['deadline.unit']],
    [days(1, 'CUSTOM', '09:00'), ['deadline.unit']],
    [days(1, 'OUVRE', '24:01'), ['deadline.at']],
    [days(1, 'OUVRE', '9:00'), ['deadline.at']],
    [days(1, 'OUVRE', '12:60'), ['deadline.at']],
    [days(1, 'OUVRE', 9), ['deadline.at']],
    [days(1, 'OUVRE', ''), ['deadline.at']],
    [{ ...days(1, 'OUVRE', '09:00'), weekday: 'MO' }, ['deadline.weekday']],
    [{ ...days(1, 'OUVRE', '09:00'), ifOnClosedDay: 'PREVIOUS_OPEN_DAY' }, ['deadline.ifOnClosedDay']],
    [days(1, { type: 'CUSTOM' }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: [] }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO', 'MO'] }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO', 'lundi'] }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO'], skipFeries: 'oui' }, '09:00'), ['deadline.unit.skipFeries']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO'], skipSundays: true }, '09:00'), ['deadline.unit.skipSundays']],
    [week(-1, 'TH', '12:00'), ['deadline.weeksBack']],
    [week(53, 'TH', '12:00'), ['deadline.weeksBack']],
    [week(1, 'jeudi', '12:00'), ['deadline.weekday']],
    [{ type: 'WEEKDAY_OF_WEEK' }, ['deadline.weeksBack', 'deadline.weekday', 'deadline.at']],
  ])('%j', (json, fields) => {
    const parsed = parseDeadline(json);
    expect('errors' in parsed && parsed.errors.map(({ field }) => field)).toEqual(fields);
    for (const { message } of 'errors' in parsed ? parsed.errors : []) {
      expect(message).toMatch(/^\p{Lu}.+\.$/u);
      expect(message).not.toMatch(/ [:;!?]/);
    }
  });

  it('says where the rule stands in the request', () => {
    const parsed = parseDeadline(days(-1, 'OUVRE', '09:00'), 'policies[0].add');
    expect(parsed).toEqual({
      errors: [{ field: 'policies[0].add.n', message: 'Indiquez le nombre de jours, un nombre entier de 0 à 366.' }],
    });
  });
});
