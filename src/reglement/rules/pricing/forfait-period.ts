import { type CivilCalendar, schoolYearOf, schoolYearSpan } from '../../../calendar/rules/index.js';
import { Temporal, weekdayOfWeek } from '../../../kernel/civil-time.js';
import type { ForfaitPeriod } from './tariff.js';

/** A period of a forfait, both days included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * The period of a forfait that holds a date of service. A school period is the class time between two holidays, or one
 * of these holidays. Throws DateOutsideCalendar on a school period that the calendar does not reach.
 */
export function forfaitPeriod(per: ForfaitPeriod, date: Temporal.PlainDate, calendar: CivilCalendar): Period {
  switch (per) {
    case 'WEEK':
      return period(weekdayOfWeek(date, 'MO'), weekdayOfWeek(date, 'SU'));
    case 'MONTH':
      return period(date.with({ day: 1 }), date.with({ day: date.daysInMonth }));
    case 'SCHOOL_YEAR': {
      const { from, to } = schoolYearSpan(schoolYearOf(date));
      return period(from, to);
    }
    case 'SCHOOL_PERIOD':
      return period(edge(date, -1, calendar), edge(date, 1, calendar));
  }
}

/** The farthest day, one way, that is of the same holidays or of the same class time. */
function edge(date: Temporal.PlainDate, step: 1 | -1, calendar: CivilCalendar): Temporal.PlainDate {
  const holiday = calendar.schoolHoliday(date);
  let last = date;
  for (;;) {
    const next = last.add({ days: step });
    if (!calendar.covers(next) || calendar.schoolHoliday(next) !== holiday) return last;
    last = next;
  }
}

function period(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  return { from: from.toString(), to: to.toString() };
}
