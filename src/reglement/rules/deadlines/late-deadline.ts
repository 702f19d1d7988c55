import { type Weekday, WEEKDAYS } from '../../../kernel/civil-time.js';
import { enumeration, hour, NBSP, weekdayName } from '../../../kernel/french.js';
import type { Deadline, DeadlineOperation } from './deadline.js';

interface ServiceTimes {
  readonly weekdays: readonly Weekday[];
  /** `HH:MM`; where unknown, the end of the service, or else of the day. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** The days of service whose deadline falls once the service has begun: allowed, but rarely what the mairie means. */
export function lateWeekdays(deadline: Deadline, service: ServiceTimes): Weekday[] {
  const begins = service.startsAt ?? service.endsAt ?? '24:00';
  switch (deadline.type) {
    case 'DAYS_BEFORE':
      return deadline.n === 0 && deadline.at > begins ? [...service.weekdays] : [];
    case 'WEEKDAY_OF_WEEK':
      return service.weekdays.filter((weekday) => {
        const days = WEEKDAYS.indexOf(deadline.weekday) - WEEKDAYS.indexOf(weekday) - 7 * deadline.weeksBack;
        return days > 0 || (days === 0 && deadline.at > begins);
      });
  }
}

/** One French sentence for the person who sets the policy; null when there is nothing to say. */
export function lateDeadlineWarning(
  deadline: Deadline,
  operation: DeadlineOperation,
  service: ServiceTimes,
): string | null {
  const late = lateWeekdays(deadline, service);
  if (late.length === 0) return null;
  const which = operation === 'ADD' ? 'réservation' : 'annulation';
  const days = late.length === service.weekdays.length ? 'chaque jour' : `le ${enumeration(late.map(weekdayName))}`;
  const start = service.startsAt === null ? '' : ` (${clock(service.startsAt)})`;
  return `Le délai de ${which} se termine après le début du service${start}, ${days}${NBSP}: vérifiez qu’il est voulu.`;
}

function clock(text: string): string {
  const [hours, minutes] = text.split(':').map(Number);
  return hour({ hour: hours!, minute: minutes! });
}
