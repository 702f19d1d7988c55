import { Temporal, wallClock, weekdayOf } from '../../../kernel/civil-time.js';
import { onOpenDay } from './closed-days.js';
import type { Deadline, DeadlineContext } from './deadline.js';
import type { PartContext } from './form.js';
import { formOf } from './forms.js';
import { type MomentOf, rememberedByDate, type WallMoment } from './wall-moment.js';

/** A rule made ready for many days of service; it remembers what it computed. */
export interface CompiledDeadline {
  /** What the clock on the wall shows when it closes; null without limit. */
  closesOnWall(serviceDate: Temporal.PlainDate): WallMoment | null;
  /** The first refused instant for a day of service; null without limit. */
  closesAt(serviceDate: Temporal.PlainDate): Temporal.Instant | null;
  /** The first accepted instant; null when requests are accepted from the start. */
  opensAt(serviceDate: Temporal.PlainDate): Temporal.Instant | null;
}

/**
 * Prepares a rule for one calendar. Its functions throw DateOutsideCalendar when the rule needs holidays that are
 * not known, and DeadlineNotDefined when it says nothing about a day.
 */
export function compileDeadline(deadline: Deadline, context: DeadlineContext): CompiledDeadline {
  const instants = new Map<string, (date: Temporal.PlainDate) => Temporal.Instant>();
  const whole: PartContext = {
    ...context,
    part: (part) => momentOf(part, whole),
    instantOf({ date, at }: WallMoment) {
      let instantAt = instants.get(at);
      if (!instantAt) {
        instantAt = rememberedByDate((day) => wallClock(day, at, context.zone));
        instants.set(at, instantAt);
      }
      return instantAt(date);
    },
  };
  const instantOf = (moment: WallMoment | null) => moment && whole.instantOf(moment);
  const closes = momentOf(deadline, whole);
  const opens = openingOf(deadline, whole);
  return {
    closesOnWall: closes,
    closesAt: rememberedByDate((date) => instantOf(closes(date))),
    opensAt: rememberedByDate((date) => instantOf(opens(date))),
  };
}

/** The first refused instant for one day of service; null without limit. For many days, compile the rule once. */
export function closesAt(
  deadline: Deadline,
  serviceDate: Temporal.PlainDate,
  context: DeadlineContext,
): Temporal.Instant | null {
  return compileDeadline(deadline, context).closesAt(serviceDate);
}

/** The first accepted instant for one day of service; null when requests are accepted from the start. */
export function opensAt(
  deadline: Deadline,
  serviceDate: Temporal.PlainDate,
  context: DeadlineContext,
): Temporal.Instant | null {
  return compileDeadline(deadline, context).opensAt(serviceDate);
}

/** Accepted if and only if `now` is before the closing instant, to the second and beyond; always without limit. */
export function isOpen(now: Temporal.Instant, closes: Temporal.Instant | null): boolean {
  return closes === null || Temporal.Instant.compare(now, closes) < 0;
}

function momentOf(deadline: Deadline, context: PartContext): MomentOf {
  const moment = formOf(deadline.type).compile(deadline, context);
  return deadline.ifOnClosedDay === 'PREVIOUS_OPEN_DAY' ? onOpenDay(moment, context.calendar) : moment;
}

/** The opening given with the whole rule or, in a BATCH, with the rule of that weekday. */
function openingOf(deadline: Deadline, context: PartContext): MomentOf {
  if (deadline.opensAt) return momentOf(deadline.opensAt, context);
  if (deadline.type !== 'BATCH') return () => null;
  const openings = Object.entries(deadline.perWeekday).map(
    ([weekday, part]) => [weekday, openingOf(part, context)] as const,
  );
  const byWeekday = new Map<string, MomentOf>(openings);
  return (date) => byWeekday.get(weekdayOf(date))?.(date) ?? null;
}
