import { type DateSpan, isBefore, spanHolds } from '../../kernel/civil-time.js';
import { plainDate, typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { type Reading, refused, understood } from './reading.js';

/** A quotient familial and the dates it is valid on, both included; `hundredths` is its value × 100, an integer. */
export interface DatedQuotient extends DateSpan {
  readonly hundredths: number;
}

/** 99 999: above it, the figure is an income or a typing mistake. */
export const GREATEST_QUOTIENT = 9_999_900;

/** Reads « 642 », « 642,5 », « 642.50 » or « 1 642,50 » into hundredths. */
export function parseQuotient(text: string): Reading<number> {
  const digits = text.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (/^[-−]\s*\d/.test(digits)) return refused('un quotient familial ne peut pas être négatif');
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(digits);
  if (!match) return refused(typeset('ce n’est pas un nombre : écrivez le quotient comme 642 ou 642,50'));
  const [, whole = '', decimals = ''] = match;
  if (decimals.length > 2) return refused(typeset('deux décimales au plus : écrivez le quotient comme 642,50'));
  if (whole.replace(/^0+/, '').length > 6) return refused(TOO_GREAT);
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return hundredths > GREATEST_QUOTIENT ? refused(TOO_GREAT) : understood(hundredths);
}

const TOO_GREAT = typeset('un quotient familial ne dépasse pas 99 999 : vérifiez la valeur');

/** The quotient in force on a date; null when none is known for that day. */
export function quotientOn<Q extends DatedQuotient>(quotients: readonly Q[], date: DateSpan['from']): Q | null {
  return quotients.find((quotient) => spanHolds(quotient, date)) ?? null;
}

/** What is wrong in the dated quotients of one household: at most one holds on any date. Fields: `quotients[i].from`, `.to`. */
export function quotientErrors(quotients: readonly DatedQuotient[]): FieldError[] {
  const errors: FieldError[] = [];
  const sound = quotients
    .map((quotient, index) => ({ ...quotient, index }))
    .filter(({ from, to, index }) => {
      const backwards = to !== null && isBefore(to, from);
      if (backwards) {
        errors.push({ field: `quotients[${index}].to`, message: 'La fin de validité précède le début.' });
      }
      return !backwards;
    });
  sound.sort((a, b) => (isBefore(a.from, b.from) ? -1 : isBefore(b.from, a.from) ? 1 : a.index - b.index));
  let latest: (typeof sound)[number] | null = null;
  for (const quotient of sound) {
    if (latest && (latest.to === null || !isBefore(latest.to, quotient.from))) {
      const until = latest.to === null ? 'sans date de fin' : `jusqu’au ${plainDate(latest.to)}`;
      errors.push({
        field: `quotients[${quotient.index}].from`,
        message: `Un autre quotient est déjà valable à cette date (à partir du ${plainDate(latest.from)}, ${until}).`,
      });
    }
    if (!latest || (latest.to !== null && (quotient.to === null || isBefore(latest.to, quotient.to))))
      latest = quotient;
  }
  return errors;
}
