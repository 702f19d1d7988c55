import { dayIn, plainDay } from '../words/dates';

export interface SentDates {
  /** When it left for the mairie; null where it comes from the mairie itself. */
  readonly sentAt: string | null;
  /** What happened to it last, and when; null while nothing did. */
  readonly last?: readonly [what: 'réponse' | 'retrait' | 'dernière nouvelle', at: string] | null;
  readonly timeZone: string;
}

/** « Envoi du 12 octobre 2026 », « réponse du 14 octobre 2026 »; a day on which both happened is said once. */
export function datesInWords({ sentAt, last = null, timeZone }: SentDates): readonly string[] {
  const day = (instant: string) => plainDay(dayIn(timeZone, instant));
  if (sentAt === null) return last ? [`${last[0]} du ${day(last[1])}`] : [];
  if (last === null) return [`Envoi du ${day(sentAt)}`];
  const [what, at] = [last[0], day(last[1])];
  return at === day(sentAt) ? [`Envoi et ${what} du ${at}`] : [`Envoi du ${day(sentAt)}`, `${what} du ${at}`];
}
