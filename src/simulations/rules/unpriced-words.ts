import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { counted, plainDate, typeset } from '../../kernel/french.js';
import type { Unpriced, When } from './totals.js';

/** What an administrator is told of the days of a prestation that no tariff holds; null where there are none. */
export function unpricedSentence(
  prestation: string,
  { before, after }: Readonly<Record<When, Unpriced>>,
): string | null {
  const both = [before, after].flatMap(({ from, to }) => (from && to ? [{ from, to }] : []));
  if (both.length === 0) return null;
  const from = both.map((span) => span.from).reduce((a, b) => (isBefore(b, a) ? b : a));
  const to = both.map((span) => span.to).reduce((a, b) => (isBefore(a, b) ? b : a));
  const most = Math.max(before.days, after.days);
  const days = counted(
    most,
    'journée d’enfant n’a pas pu être chiffrée',
    'journées d’enfants n’ont pas pu être chiffrées',
  );
  const each = before.days === after.days ? '' : ` (${timesOf(before, 'avant')}, ${timesOf(after, 'après')} le projet)`;
  const lost = most < 2 ? 'ne compte' : 'ne comptent';
  return typeset(
    `${prestation} : aucun tarif n’est en vigueur ${spanOf(from, to)}. ${days}${each} et ${lost} dans aucune recette.`,
  );
}

function timesOf({ days }: Unpriced, when: string): string {
  return counted(days, when, when);
}

function spanOf(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  return from.equals(to)
    ? `le ${plainDate(from)}`
    : `certains jours, entre le ${plainDate(from)} et le ${plainDate(to)}`;
}
