import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  dayIn,
  dayOfYear,
  deadline,
  endOfMonth,
  hourOf,
  isDay,
  longDay,
  moment,
  mondayOf,
  month,
  plainDay,
  shortDay,
  timeLeft,
  weekdayOf,
  weekNumber,
} from './dates';

const NBSP = String.fromCharCode(0xa0);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('days, in French', () => {
  it.each([
    ['2026-11-26', 'jeudi 26 novembre 2026', 'jeudi 26 novembre', 'jeu. 26 nov.', 'novembre 2026'],
    ['2026-12-01', 'mardi 1er décembre 2026', 'mardi 1er décembre', 'mar. 1er déc.', 'décembre 2026'],
    ['2026-05-01', 'vendredi 1er mai 2026', 'vendredi 1er mai', 'ven. 1er mai', 'mai 2026'],
    ['2026-08-01', 'samedi 1er août 2026', 'samedi 1er août', 'sam. 1er août', 'août 2026'],
    ['2026-08-21', 'vendredi 21 août 2026', 'vendredi 21 août', 'ven. 21 août', 'août 2026'],
  ])('%s', (date, long, ofYear, short, ofMonth) => {
    expect([longDay(date), dayOfYear(date), shortDay(date), month(date)]).toEqual([long, ofYear, short, ofMonth]);
  });

  it('a birthday, whose day of the week says nothing', () => {
    expect(plainDay('2023-05-01')).toBe('1er mai 2023');
  });

  it.each([
    ['2026-11-26T08:00:00Z', 'Europe/Paris', 'jeudi 26 novembre 2026 à 9 h 00'],
    ['2026-07-01T08:05:00Z', 'Europe/Paris', 'mercredi 1er juillet 2026 à 10 h 05'],
    ['2026-11-26T22:30:00Z', 'Indian/Reunion', 'vendredi 27 novembre 2026 à 2 h 30'],
    ['2026-11-26T02:00:00Z', 'America/Martinique', 'mercredi 25 novembre 2026 à 22 h 00'],
    ['2026-11-25T23:00:00Z', 'Europe/Paris', 'jeudi 26 novembre 2026 à 0 h 00'],
  ])('the moment %s in %s', (instant, zone, said) => {
    expect(plain(moment(instant, zone))).toBe(said);
  });

  it.each([
    ['2026-11-27T23:00:00Z', 'Europe/Paris', 'vendredi 27 novembre 2026 à minuit'],
    ['2026-11-26T11:00:00Z', 'Europe/Paris', 'jeudi 26 novembre 2026 à 12 h 00'],
    ['2026-11-30T20:00:00Z', 'Indian/Reunion', 'lundi 30 novembre 2026 à minuit'],
    ['2026-12-01T23:00:00Z', 'Europe/Paris', 'mardi 1er décembre 2026 à minuit'],
  ])('a deadline of %s in %s', (instant, zone, said) => {
    expect(plain(deadline(instant, zone))).toBe(said);
  });

  it.each([
    ['2026-11-26', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('%s is in the week of Monday %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });

  it.each([
    ['2026-11-09', 46],
    ['2026-11-15', 46],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('%s is in week %i', (date, week) => {
    expect(weekNumber(date)).toBe(week);
  });

  it('have a month that ends, a name in the week, and are told from what is not a day', () => {
    expect(['2026-11-26', '2026-12-31', '2028-02-01'].map(endOfMonth)).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2028-02-29',
    ]);
    expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual(['MO', 'SU']);
    expect(['2026-11-23', '2026-13-01', 'hier'].map(isDay)).toEqual([true, false, false]);
  });

  it('go over months, years, leap days and changes of the clock', () => {
    expect([
      addDays('2026-10-24', 2),
      addDays('2026-12-31', 1),
      addDays('2028-02-28', 1),
      addDays('2026-03-01', -1),
    ]).toEqual(['2026-10-26', '2027-01-01', '2028-02-29', '2026-02-28']);
  });

  it('have hours, as the API writes them', () => {
    expect(['08:30', '16:05', '00:00'].map(hourOf)).toEqual(['8 h 30', '16 h 05', '0 h 00']);
  });

  it('are those of the wall clock of the collectivité', () => {
    expect(dayIn('Europe/Paris', '2026-11-25T23:30:00Z')).toBe('2026-11-26');
    expect(dayIn('America/Martinique', '2026-11-26T02:00:00Z')).toBe('2026-11-25');
  });
});

describe('the time that is left', () => {
  const now = Date.parse('2026-11-26T08:00:00Z');
  it.each([
    ['2026-11-26T08:00:00Z', null],
    ['2026-11-26T07:00:00Z', null],
    ['2026-11-26T08:00:01Z', 'encore 1 min'],
    ['2026-11-26T08:59:00Z', 'encore 59 min'],
    ['2026-11-26T11:12:00Z', 'encore 3 h 12'],
    ['2026-11-26T09:00:00Z', 'encore 1 h 00'],
    ['2026-11-27T07:59:00Z', 'encore 23 h 59'],
    ['2026-11-27T07:59:01Z', 'encore 1 jour'],
    ['2026-11-27T08:59:00Z', 'encore 1 jour'],
    ['2026-11-27T09:22:00Z', 'encore 1 jour et 1 h'],
    ['2026-11-28T07:59:00Z', 'encore 1 jour et 23 h'],
    ['2026-11-28T08:00:00Z', 'encore 2 jours'],
  ])('until %s: %s', (instant, said) => {
    expect(timeLeft(instant, now)?.replaceAll(NBSP, ' ') ?? null).toBe(said);
  });
});
