import { NBSP, typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';

/** `HH:MM` from `00:00` to `24:00`; bookings close when the clock shows it, so that minute itself is refused. */
export type ClosingHour = string;

/**
 * An hour in the words of a règlement. « 23h59 » means the whole evening: it is kept as `24:00`. Without an hour,
 * « avant le jeudi » has two meanings: `day` and `eve` (« le jeudi », « le mercredi ») let the message offer both.
 */
export function parseClosingHour(
  json: unknown,
  field: string,
  errors: FieldError[],
  named?: { readonly day: string; readonly eve: string },
): ClosingHour {
  if (json === undefined || json === null || json === '')
    errors.push({
      field,
      message: named
        ? typeset(
            `Indiquez l’heure limite : « avant ${named.day} » peut se comprendre jusqu’à la fin de la journée qui précède (${named.eve}, « 24:00 ») ou jusqu’à la fin de ce jour (${named.day}, « 24:00 »). Choisissez l’un des deux, ou une heure comme « 09:00 ».`,
          )
        : typeset(
            'Indiquez l’heure limite, par exemple « 09:00 » ; « 24:00 » si ce jour est compris, « 00:00 » s’il ne l’est pas.',
          ),
    });
  else if (typeof json !== 'string' || !isClosingHour(json))
    errors.push({
      field,
      message: `Cette heure n’existe pas${NBSP}: écrivez-la de «${NBSP}00:00${NBSP}» à «${NBSP}24:00${NBSP}», avec deux chiffres, par exemple «${NBSP}09:00${NBSP}».`,
    });
  else return wholeEvening(json);
  return '';
}

/** The hour at which the service begins, for « 48 heures avant » counted from there: the same hour on the wall. */
export const SERVICE_START = 'SERVICE_START';

export function isClosingHour(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
}

/** « 23h59 » is the end of the day. */
export function wholeEvening(at: ClosingHour): ClosingHour {
  return at === '23:59' ? '24:00' : at;
}
