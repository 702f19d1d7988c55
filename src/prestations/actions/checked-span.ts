import { type DateSpan, isBefore, type Temporal } from '../../kernel/civil-time.js';
import { plainDate } from '../../kernel/french.js';
import { prestationsProblems } from '../problems.js';

/** Dates as a request gives them; no `to` means without end. Throws DATES_REVERSED. */
export function checkedSpan(given: {
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
}): DateSpan {
  const span = { from: given.from, to: given.to ?? null };
  if (span.to !== null && isBefore(span.to, span.from))
    throw prestationsProblems.DATES_REVERSED('La date de fin précède la date de début. Corrigez l’une des deux.', {
      errors: [{ field: 'to', message: `Choisissez une date à partir du ${plainDate(span.from)}.` }],
    });
  return span;
}
