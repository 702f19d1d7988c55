import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { DayField } from './fields.js';
import { invalidRequest } from './validation.js';

/** A year and some days: more is not read by a person, and one request must not ask for everything. */
const LONGEST_DAYS = 400;

/** Dates from … to …, both included. */
export class PeriodQuery {
  @DayField({ description: 'Premier jour.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour, compris ; 400 jours au plus après le premier.', example: '2026-09-30' })
  to!: Temporal.PlainDate;
}

/** Throws INVALID_REQUEST when the last day comes before the first, or too long after it. */
export function periodOf({ from, to }: PeriodQuery): {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
} {
  if (isBefore(to, from)) {
    throw invalidRequest([{ field: 'to', message: 'le dernier jour doit suivre le premier.' }]);
  }
  if (from.until(to).days > LONGEST_DAYS) {
    throw invalidRequest([{ field: 'to', message: `la période ne peut pas dépasser ${LONGEST_DAYS} jours.` }]);
  }
  return { from, to };
}
