import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal, wallClock } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';

/** Since when the child is announced absent, and until when it was. */
export interface CalendarAbsence {
  readonly declaredAt: Temporal.Instant;
  /** Null: it stands. */
  readonly withdrawnAt: Temporal.Instant | null;
}

/** A day that a foyer reserved, or gave up, for one child. */
export interface CalendarDay {
  readonly sessionId: number;
  readonly date: Temporal.PlainDate;
  readonly prestationName: string;
  readonly siteName: string;
  /** Hours on the wall clock, `HH:MM`; the event takes the whole day where one is missing. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly bookedAt: Temporal.Instant;
  /** Given up, or called off by the mairie; null: the place is kept. */
  readonly cancelledAt: Temporal.Instant | null;
  /** Those that concern this day, the withdrawn ones too. */
  readonly absences: readonly CalendarAbsence[];
}

export interface CalendarOf {
  readonly childId: number;
  readonly firstName: string;
  readonly zone: string;
  /** What makes the names of events unique in the world. */
  readonly host: string;
}

const READ_AGAIN_SECONDS = 3600;

/**
 * The calendar of one child, in the words of RFC 5545. `days` in the order in which they were booked: a day that was
 * given up and booked again is one event, whose SEQUENCE grows; so is one of a declared absence, and it reads as
 * cancelled while the absence stands: the child is not there. It says where the child is, and nothing of its name, its
 * meals or its health: calendars are shown on screens that others see.
 *
 * Hours are written as instants (UTC): each day stands for itself, so no event has to follow the change of hour.
 */
export function calendarText(days: readonly CalendarDay[], { childId, firstName, zone, host }: CalendarOf): string {
  const calendar = ical({
    name: typeset(`${firstName} : accueils réservés`),
    prodId: { company: 'Espace Famille', product: 'Calendrier', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: READ_AGAIN_SECONDS,
  });
  for (const { day, sequence } of lastOfEach(days)) {
    const changedAt = lastChange(day);
    const absent = day.absences.some(({ withdrawnAt }) => withdrawnAt === null);
    calendar.createEvent({
      id: `accueil-${day.sessionId}-${childId}@${host}`,
      ...hoursOf(day, zone),
      summary: typeset(`${firstName} : ${day.prestationName}`),
      location: day.siteName,
      status: day.cancelledAt === null && !absent ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      // The child's day does not make the parent busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function lastOfEach(days: readonly CalendarDay[]): { readonly day: CalendarDay; readonly sequence: number }[] {
  const last = new Map<number, { readonly day: CalendarDay; readonly sequence: number }>();
  for (const day of days) {
    const before = last.get(day.sessionId)?.sequence ?? -1;
    last.set(day.sessionId, { day, sequence: before + (day.cancelledAt === null ? 1 : 2) });
  }
  return [...last.values()]
    .map(({ day, sequence }) => ({ day, sequence: sequence + instantsOf(day.absences).length }))
    .sort((a, b) => Temporal.PlainDate.compare(a.day.date, b.day.date));
}

function lastChange({ bookedAt, cancelledAt, absences }: CalendarDay): Temporal.Instant {
  return [cancelledAt ?? bookedAt, ...instantsOf(absences)].sort((a, b) => Temporal.Instant.compare(a, b)).at(-1)!;
}

function instantsOf(absences: readonly CalendarAbsence[]): Temporal.Instant[] {
  return absences.flatMap(({ declaredAt, withdrawnAt }) => (withdrawnAt ? [declaredAt, withdrawnAt] : [declaredAt]));
}

function hoursOf({ date, startsAt, endsAt }: CalendarDay, zone: string) {
  if (startsAt !== null && endsAt !== null)
    return { start: wallClock(date, startsAt, zone), end: wallClock(date, endsAt, zone) };
  return { start: date, end: date.add({ days: 1 }), allDay: true };
}
