import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { counted, euros } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { FieldError } from '../../kernel/problem.js';

/** What a family agrees to pay, and until when. */
export interface Instalment {
  readonly dueOn: Temporal.PlainDate;
  /** More than zero. */
  readonly cents: Cents;
}

/** One for each month of two years: whoever needs longer needs other help. */
export const MOST_INSTALMENTS = 24;
const LONGEST_MONTHS = 24;

/**
 * What is wrong with a plan proposed on the day `today` for a debt of `totalCents`, by field of the request; nothing
 * when it can be agreed. Dates come one after the other from today on, and the amounts make the debt to the cent.
 */
export function planFaults(
  instalments: readonly Instalment[],
  totalCents: Cents,
  today: Temporal.PlainDate,
): FieldError[] {
  const faults: FieldError[] = [];
  if (instalments.length < 1 || instalments.length > MOST_INSTALMENTS) {
    faults.push({ field: 'instalments', message: `De 1 à ${MOST_INSTALMENTS} échéances.` });
  }
  instalments.forEach(({ dueOn }, index) => {
    const field = `instalments[${index}].dueOn`;
    const before = instalments[index - 1]?.dueOn;
    if (isBefore(dueOn, today)) faults.push({ field, message: 'Aujourd’hui au plus tôt.' });
    else if (before && !isBefore(before, dueOn)) faults.push({ field, message: 'Après l’échéance précédente.' });
    else if (isBefore(today.add({ months: LONGEST_MONTHS }), dueOn))
      faults.push({ field, message: `Dans ${counted(LONGEST_MONTHS, 'mois', 'mois')} au plus.` });
  });
  const sum = sumCents(instalments.map(({ cents }) => cents));
  if (sum !== totalCents) {
    const message = `Les échéances font ${euros(sum)} : elles doivent faire ${euros(totalCents)}, ce qui reste dû sur ces factures.`;
    faults.push({ field: 'instalments', message });
  }
  return faults;
}
