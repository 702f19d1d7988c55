import { Temporal } from '../../kernel/civil-time.js';

/** A family's place in a line that came to nothing. */
interface ClosedLine {
  /** The day of service. */
  readonly date: Temporal.PlainDate;
}

export interface TellingMoment {
  /** On the clock of the commune. */
  readonly now: Temporal.PlainDateTime;
  /** Whether the family had such a mail today. */
  readonly toldToday: boolean;
}

const MORNING = Temporal.PlainTime.from('07:00');
const NIGHT = Temporal.PlainTime.from('21:00');

/**
 * Of which lines to tell a family now: one mail a day for all of them, and none at night. What concerns today or
 * tomorrow does not wait for either: the parent still has to find a solution.
 */
export function linesToTell<Line extends ClosedLine>(
  lines: readonly Line[],
  { now, toldToday }: TellingMoment,
): readonly Line[] {
  const tomorrow = now.toPlainDate().add({ days: 1 });
  const presses = lines.some(({ date }) => Temporal.PlainDate.compare(date, tomorrow) <= 0);
  return presses || (!toldToday && isDaytime(now.toPlainTime())) ? lines : [];
}

function isDaytime(time: Temporal.PlainTime): boolean {
  return Temporal.PlainTime.compare(MORNING, time) <= 0 && Temporal.PlainTime.compare(time, NIGHT) < 0;
}
