import { type Weekday, WEEKDAYS } from '../../kernel/civil-time.js';

/** Days of the week as a row keeps them, `MO,TU,TH,FR`, in the order of the week. */
export function weekdaysText(weekdays: readonly Weekday[]): string {
  return WEEKDAYS.filter((weekday) => weekdays.includes(weekday)).join(',');
}

/** The days of the week on which a prestation runs. */
export function weekdaysOf(prestation: { readonly weekdays: string }): Weekday[] {
  const kept = prestation.weekdays.split(',');
  return WEEKDAYS.filter((weekday) => kept.includes(weekday));
}
