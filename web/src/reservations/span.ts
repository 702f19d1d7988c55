import { addDays, dayOfYear, endOfMonth, mondayOf, month } from '../words/dates';

export interface ShownSpan {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** « Semaine », « Mois ». */
  readonly kind: string;
}

/** The week, or the month, of a day. */
export function spanOf(date: string, byMonth: boolean): ShownSpan {
  if (byMonth) {
    const from = `${date.slice(0, 8)}01`;
    return { from, to: endOfMonth(date), title: `Mois de ${month(from)}`, kind: 'Mois' };
  }
  const from = mondayOf(date);
  return { from, to: addDays(from, 6), title: `Semaine du ${dayOfYear(from)}`, kind: 'Semaine' };
}
