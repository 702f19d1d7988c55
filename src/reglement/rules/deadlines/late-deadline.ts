import { DateOutsideCalendar } from '../../../calendar/index.js';
import { Temporal, wallClock, type Weekday, WEEKDAYS, weekdayOf } from '../../../kernel/civil-time.js';
import { enumeration, longDate, typeset, weekdayName } from '../../../kernel/french.js';
import { compileDeadline, type CompiledDeadline } from './compile-deadline.js';
import { hourWords } from './day-words.js';
import type { Deadline, DeadlineContext, DeadlineOperation } from './deadline.js';
import { OPERATION_DEADLINE } from './operation-words.js';
import { DeadlineNotDefined } from './wall-moment.js';

/** A prestation on real days, by which a rule is judged. */
export interface SampledService {
  /** Days of service to try. Those that the rule cannot judge are passed over: they are told of elsewhere. */
  readonly dates: readonly Temporal.PlainDate[];
  /** `HH:MM`; where unknown, the end of the service, or else of the day. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly context: DeadlineContext;
}

/** The dates whose limit falls once the service has begun: allowed, but rarely what the mairie means. */
export function lateDates(deadline: Deadline, { dates, startsAt, endsAt, context }: SampledService) {
  const compiled = compileDeadline(deadline, context);
  const begins = startsAt ?? endsAt ?? '24:00';
  return dates.filter((date) => {
    const closes = closingOrNull(compiled, date);
    return closes !== null && Temporal.Instant.compare(closes, wallClock(date, begins, context.zone)) > 0;
  });
}

function closingOrNull(compiled: CompiledDeadline, date: Temporal.PlainDate): Temporal.Instant | null {
  try {
    return compiled.closesAt(date);
  } catch (error) {
    if (error instanceof DateOutsideCalendar || error instanceof DeadlineNotDefined) return null;
    throw error;
  }
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
