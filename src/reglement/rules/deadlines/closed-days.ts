import type { CivilCalendar } from '../../../calendar/rules/index.js';
import { type Temporal, weekdayOf } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { DeadlineNotDefined, lastDateThat, type MomentOf, type WallMoment } from './wall-moment.js';

/** A mairie that closes longer than this never opens. */
const LONGEST_CLOSURE = 366;

/** Whether the mairie is open: Monday to Friday, not a public holiday, not closed. Throws DateOutsideCalendar. */
export function isOpenDay(date: Temporal.PlainDate, calendar: CivilCalendar): boolean {
  const weekday = weekdayOf(date);
  return (
    weekday !== 'SA' && weekday !== 'SU' && calendar.publicHoliday(date) === null && calendar.closure(date) === null
  );
}

/** The day that a moment belongs to for people: midnight ends the day before. */
export function dayEnded({ date, at }: WallMoment): WallMoment {
  return at === '00:00' ? { date: date.subtract({ days: 1 }), at: '24:00' } : { date, at };
}

/** Brings limits that fall on a closed day forward to the same hour of the open day before. */
export function onOpenDay(momentOf: MomentOf, calendar: CivilCalendar): MomentOf {
  return (serviceDate) => {
    const moment = momentOf(serviceDate);
    if (moment === null) return null;
    const { date, at } = dayEnded(moment);
    const open = lastDateThat((day) => isOpenDay(day, calendar), date, LONGEST_CLOSURE);
    if (!open)
      throw new DeadlineNotDefined(
        serviceDate,
        typeset('Aucun jour d’ouverture de la mairie ne précède cette limite : vérifiez les fermetures.'),
      );
    return { date: open, at };
  };
}
