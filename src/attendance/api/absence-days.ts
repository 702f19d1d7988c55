import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { invalidRequest } from '../../platform/http/validation.js';

/** A term of school: longer absences are several, each with its proof. */
const LONGEST_DAYS = 100;

/** Throws INVALID_REQUEST when the last day comes before the first, or too long after it. */
export function absenceDays({ from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }) {
  if (isBefore(to, from)) throw invalidRequest([{ field: 'to', message: 'le dernier jour doit suivre le premier.' }]);
  if (from.until(to).days > LONGEST_DAYS) {
    throw invalidRequest([
      { field: 'to', message: `une absence ne peut pas dépasser ${LONGEST_DAYS} jours : faites-en plusieurs.` },
    ]);
  }
  return { fromDate: from, toDate: to };
}
