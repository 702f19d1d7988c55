import { type Weekday, weekdaysIn } from '../../kernel/civil-time.js';

/** The days of the week on which a prestation runs. */
export function weekdaysOf(prestation: { readonly weekdays: string }): Weekday[] {
  return weekdaysIn(prestation.weekdays);
}
