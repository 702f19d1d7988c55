import { type Weekday, WEEKDAYS } from '../../kernel/civil-time.js';
import { enumeration, typeset, weekdayName } from '../../kernel/french.js';
import type { PaymentMode } from './prestation-kind.js';
import type { RunsOn } from '../../reglement/rules/index.js';

const RUNS: Record<RunsOn, string> = {
  SCHOOL_DAYS: 'en période scolaire',
  HOLIDAYS: 'pendant les vacances scolaires',
  BOTH: 'toute l’année',
};

/** « lundi, mardi, jeudi et vendredi, en période scolaire ». */
export function daysInFrench(weekdays: readonly Weekday[], runsOn: RunsOn): string {
  const days = weekdays.length === WEEKDAYS.length ? 'tous les jours' : enumeration(weekdays.map(weekdayName));
  return `${days}, ${RUNS[runsOn]}`;
}

/** How the column « paiement » is read. */
export function paymentInFrench(mode: PaymentMode): string {
  return typeset(mode === 'R' ? 'R : à la réservation' : 'C : à la consommation');
}
