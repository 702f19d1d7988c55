import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../kernel/civil-time.js';
import { demoYear, isPlayed } from './demo-year.js';

const inParis = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant();

describe('the school year that the demo plays', () => {
  it.each([
    // now, first day, last day, last hour
    ['2026-11-26T03:24:00', '2026-09-01', '2026-11-26', '2026-11-26T03:24:00'],
    ['2026-11-03T10:00:00', '2025-09-01', '2026-11-03', '2026-11-03T10:00:00'],
    ['2026-11-04T10:00:00', '2026-09-01', '2026-11-04', '2026-11-04T10:00:00'],
    // After the last day of class that the calendars know.
    ['2031-01-15T10:00:00', '2026-09-01', '2027-07-02', '2027-07-03T00:00:00'],
  ])('at %s, goes from %s to %s and stops at %s', (now, from, to, until) => {
    const year = demoYear(inParis(now));
    expect([year.from.toString(), year.to.toString(), year.until]).toEqual([from, to, inParis(until)]);
  });

  it.each([
    ['2026-11-25', '18:40', true],
    ['2026-11-26', '10:00', true],
    ['2026-11-26', '12:05', true],
    ['2026-11-26', '18:35', false],
    ['2026-11-27', '07:30', false],
  ])('started at 12:05 on 26 November, %s at %s is played: %s', (date, hour, played) => {
    const year = { until: inParis('2026-11-26T12:05:00') };
    expect(isPlayed(year, Temporal.PlainDate.from(date), hour)).toBe(played);
  });
});
