import { Temporal, wallClock, type Weekday, WEEKDAYS, weekdayOf } from '../../../kernel/civil-time.js';
import { enumeration, longDate, typeset, weekdayName } from '../../../kernel/french.js';
import { compileDeadline } from './compile-deadline.js';
import { hourWords } from './day-words.js';
import type { Deadline, DeadlineOperation } from './deadline.js';
import { OPERATION_DEADLINE } from './operation-words.js';
import { type SampledService, samplesOf } from './sample.js';

/** The dates whose limit falls once the service has begun: allowed, but rarely what the mairie means. */
export function lateDates(deadline: Deadline, { dates, startsAt, endsAt, context }: SampledService) {
  const begins = startsAt ?? endsAt ?? '24:00';
  return samplesOf(compileDeadline(deadline, context), dates)
    .filter(({ date, closesAt }) => Temporal.Instant.compare(closesAt, wallClock(date, begins, context.zone)) > 0)
    .map(({ date }) => date);
}

/** One French sentence for the person who sets the policy; null when there is nothing to say. */
export function lateDeadlineWarning(
  deadline: Deadline,
  operation: DeadlineOperation,
  service: SampledService,
): string | null {
  const late = lateDates(deadline, service);
  if (late.length === 0) return null;
  const start = service.startsAt === null ? '' : ` (${hourWords(service.startsAt)})`;
  return typeset(
    `${OPERATION_DEADLINE[operation]} se termine après le début du service${start}, ${daysOf(late, service.dates)} : vérifiez que c’est voulu.`,
  );
}

/** « chaque jour », « le lundi et le mardi » where it is so every week, else the first date. */
function daysOf(late: readonly Temporal.PlainDate[], all: readonly Temporal.PlainDate[]): string {
  if (late.length === all.length) return 'chaque jour';
  const on = (weekday: Weekday, dates: readonly Temporal.PlainDate[]) =>
    dates.filter((date) => weekdayOf(date) === weekday).length;
  const weekdays = WEEKDAYS.filter((weekday) => on(weekday, late) > 0);
  const everyWeek = weekdays.every((weekday) => on(weekday, late) === on(weekday, all));
  return everyWeek
    ? enumeration(weekdays.map((weekday) => `le ${weekdayName(weekday)}`))
    : `par exemple pour le ${longDate(late[0]!)}`;
}
