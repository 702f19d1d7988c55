import { hour, NBSP } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';

/** `HH:MM` from `00:00` to `24:00`; bookings close when the clock shows it, so that minute itself is refused. */
export type ClosingHour = string;

/** An hour in the words of a règlement. « 23h59 » means the whole evening: it is kept as `24:00`. */
export function parseClosingHour(json: unknown, field: string, errors: FieldError[]): ClosingHour {
  if (json === undefined || json === null || json === '')
    errors.push({
      field,
      message: `Indiquez l’heure limite, par exemple «${NBSP}09:00${NBSP}», ou «${NBSP}24:00${NBSP}» pour la fin de la journée.`,
    });
  else if (typeof json !== 'string' || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(json))
    errors.push({
      field,
      message: `Cette heure n’existe pas${NBSP}: écrivez-la de «${NBSP}00:00${NBSP}» à «${NBSP}24:00${NBSP}», avec deux chiffres, par exemple «${NBSP}09:00${NBSP}».`,
    });
  else return json === '23:59' ? '24:00' : json;
  return '';
}

/** « , avant 9 h 00 », after the words that name a day (masculine); midnight is said by that day, in or out. */
export function closingPhrase(at: ClosingHour): string {
  if (at === '24:00') return ' inclus';
  if (at === '00:00') return ', ce jour non compris';
  const [hours, minutes] = at.split(':').map(Number);
  return `, avant ${hour({ hour: hours!, minute: minutes! })}`;
}
