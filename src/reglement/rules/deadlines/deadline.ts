import type { Weekday } from '../../../kernel/civil-time.js';
import type { ClosingHour } from './closing-hour.js';
import type { CountingDays, CountingUnit } from './counting-unit.js';

/**
 * The language in which a mairie says until when it accepts requests for a day of service. These are plain values,
 * kept as JSON; what each form means, how it is read and how it is said to families stands in the file of its name.
 */
export type Deadline = DeadlineOptions &
  (
    | DaysBefore
    | WeekdayOfWeek
    | PreviousWeekday
    | Batch
    | DaysFrancsBefore
    | DayOfMonth
    | FixedDates
    | NoLimit
    | Combined<'MIN_OF'>
    | Combined<'MAX_OF'>
  );
export type DeadlineType = Deadline['type'];

/** What may be added to any form. */
export interface DeadlineOptions {
  /**
   * What to do when the limit falls on a day on which the mairie is closed: keep it (the default) or bring it
   * forward to the same hour of the open day before. 00:00 of a day is the end of the day before.
   */
  readonly ifOnClosedDay?: 'KEEP' | 'PREVIOUS_OPEN_DAY';
  /** The instant from which requests are accepted, in the same language; absent: at any time before. */
  readonly opensAt?: Deadline;
}

/**
 * « n jours avant, à telle heure »: `n` days that count before the day of service; 0 is the day of service itself. At
 * SERVICE_START, « 48 heures » are two dates before, at the hour at which the service begins: a night on which the
 * clocks change makes them 47 or 49.
 */
export interface DaysBefore {
  readonly type: 'DAYS_BEFORE';
  readonly n: number;
  readonly unit: CountingUnit;
  readonly at: ClosingHour;
}

/** « le jeudi de la semaine précédente »: weeks are ISO weeks, which start on Monday; 0 is the week of the service. */
export interface WeekdayOfWeek {
  readonly type: 'WEEKDAY_OF_WEEK';
  readonly weeksBack: number;
  readonly weekday: Weekday;
  readonly at: ClosingHour;
}

/** « le vendredi qui précède »: strictly before the day of service, whatever its week. */
export interface PreviousWeekday {
  readonly type: 'PREV_WEEKDAY';
  readonly weekday: Weekday;
  readonly at: ClosingHour;
}

/** « pour le lundi et le mardi, vendredi 9 h ; pour le jeudi, mardi 9 h »: a deadline for each weekday of service. */
export interface Batch {
  readonly type: 'BATCH';
  readonly perWeekday: Readonly<Partial<Record<Weekday, Deadline>>>;
}

/**
 * « 15 jours francs avant les vacances »: neither the first nor the last day counts, so requests close at 00:00 of
 * the anchor minus `n` days. PERIOD_START is the first day of the school holidays that hold the day of service or,
 * in class time, the day on which class resumed after the previous holidays. OFFICIAL takes the day of the national
 * calendar (a Saturday, as a rule), FIRST_SERVICE_DAY the first day on which the prestation runs in that period.
 */
export interface DaysFrancsBefore {
  readonly type: 'DAYS_FRANCS_BEFORE';
  readonly n: number;
  readonly anchor: 'SERVICE_DAY' | 'PERIOD_START';
  readonly periodStart?: 'OFFICIAL' | 'FIRST_SERVICE_DAY';
}

/** « le 20 du mois précédent »; a day that a shorter month lacks is its last one. 0 is the month of the service. */
export interface DayOfMonth {
  readonly type: 'DAY_OF_MONTH';
  readonly monthsBack: number;
  readonly day: number;
  readonly at: ClosingHour;
}

/** The list of limits that the mairie publishes, each for the days of service of a period. */
export interface FixedDates {
  readonly type: 'FIXED_DATES';
  readonly dates: readonly FixedDate[];
}

export interface FixedDate {
  /** Days of service that it limits, both included (`YYYY-MM-DD`), or a whole month (`YYYY-MM`). */
  readonly period: string | { readonly from: string; readonly to: string };
  /** `YYYY-MM-DDTHH:MM` on the wall clock of the collectivité; `T24:00` is the end of the day. */
  readonly closesAt: string;
  /** The weekday that the mairie printed with the date: one that is not its own is refused. */
  readonly weekday?: Weekday;
}

/** No limit: requests are accepted until the day of service ends. */
export interface NoLimit {
  readonly type: 'NONE';
}

/** The earliest or the latest of several limits. NONE counts as infinitely late. */
export interface Combined<Type extends 'MIN_OF' | 'MAX_OF'> {
  readonly type: Type;
  readonly of: readonly Deadline[];
}

/** What a deadline limits: booking, giving a booking up, changing it, changing the menu. */
export const DEADLINE_OPERATIONS = ['ADD', 'CANCEL', 'MODIFY', 'DIET'] as const;
export type DeadlineOperation = (typeof DEADLINE_OPERATIONS)[number];

/** What the mairie's calendar and the prestation add to a rule. */
export interface DeadlineContext extends CountingDays {
  /** IANA zone of the collectivité: rules speak of the hour on the wall there. */
  readonly zone: string;
  /** When the service begins, `HH:MM`; absent or null: not told, and no rule can count from there. */
  readonly startsAt?: string | null;
}
