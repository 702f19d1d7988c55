import type { CivilCalendar } from '../../calendar/rules/index.js';
import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { counted, enumeration, plainDate, typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';

const LONGEST = 400;

/** Why nothing can be replayed between two dates, both included; null when it can. `today` is that of the commune. */
export function periodRefusal(
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  today: Temporal.PlainDate,
  calendar: CivilCalendar,
): FieldError | null {
  if (isBefore(to, from)) return refusal('to', 'La fin de la période précède son début.');
  if (!isBefore(to, today))
    return refusal(
      'to',
      `La période doit être finie : choisissez un dernier jour avant le ${plainDate(today)}, pour que tout ce qui s’y est passé soit connu.`,
    );
  const days = from.until(to).days + 1;
  if (days > LONGEST) return refusal('to', `La période compte ${counted(days, 'jour', 'jours')} : ${LONGEST} au plus.`);
  for (const [field, date] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!calendar.covers(date))
      return refusal(
        field,
        `Les vacances et jours fériés ne sont pas connus au ${plainDate(date)} : choisissez des jours des années scolaires ${enumeration(calendar.coveredSchoolYears)}.`,
      );
  return null;
}

function refusal(field: string, message: string): FieldError {
  return { field, message: typeset(message) };
}
