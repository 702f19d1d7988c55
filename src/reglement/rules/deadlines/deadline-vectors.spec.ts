import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { civilCalendar, type HolidayTerritory } from '../../../calendar/rules/index.js';
import { publicHolidays, schoolHolidays } from '../../../../test/support/calendars.js';
import { Temporal, type Weekday } from '../../../kernel/civil-time.js';
import { closesAt } from './compile-deadline.js';
import { parseDeadline } from './parse-deadline.js';
import { serviceDays } from '../service-days.js';

interface Rule {
  readonly id: string;
  readonly commune: string;
  readonly deadline: { readonly type: string };
  readonly serviceWeekdays: readonly Weekday[];
  readonly holidaysOf: HolidayTerritory;
  readonly vectors: readonly { readonly target: string; readonly closes_at: string }[];
}

const FILE = new URL('../../../../../shared/reglements/deadline-vectors.json', import.meta.url);

const rules = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { rules: Rule[] }).rules : [];

if (rules.length === 0) {
  describe('deadlines of real communes', () => {
    it.skip('skipped: shared/reglements/deadline-vectors.json is not beside the repository', () => {});
  });
} else {
  describe.each(rules)('deadlines of real communes: $id $commune', (rule) => {
    const calendar = civilCalendar({
      schoolHolidays: schoolHolidays('A'),
      publicHolidays: publicHolidays(rule.holidaysOf),
      closures: [],
      siteId: null,
    });
    const isServiceDay = serviceDays({ weekdays: rule.serviceWeekdays, runsOn: 'SCHOOL_DAYS', calendar });

    it.each(rule.vectors)('$target closes at $closes_at', ({ target, closes_at }) => {
      const parsed = parseDeadline(rule.deadline);
      if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
      const closes = closesAt(parsed.deadline, Temporal.PlainDate.from(target), {
        zone: 'Europe/Paris',
        calendar,
        isServiceDay,
      });
      expect(closes?.toString()).toBe(Temporal.Instant.from(closes_at).toString());
    });
  });
}
