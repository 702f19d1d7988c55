import { type Weekday, WEEKDAYS } from '../../kernel/civil-time.js';
import { enumeration, hundredths, typeset, weekdayName } from '../../kernel/french.js';
import type { PaymentMode } from './prestation-kind.js';
import type { RunsOn, TariffRow } from '../../reglement/index.js';

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

/** « QF inférieur à 400 », « QF de 400 à moins de 640 », « QF de 1 900 et plus ». Bounds in hundredths. */
export function quotientsInFrench({
  quotientMin,
  quotientMax,
}: Pick<TariffRow, 'quotientMin' | 'quotientMax'>): string {
  if (quotientMax === null) return quotientMin === 0 ? 'tous les QF' : `QF de ${hundredths(quotientMin)} et plus`;
  if (quotientMin === 0) return `QF inférieur à ${hundredths(quotientMax)}`;
  return `QF de ${hundredths(quotientMin)} à moins de ${hundredths(quotientMax)}`;
}

/** How the column « paiement » is read. */
export function paymentInFrench(mode: PaymentMode): string {
  return typeset(mode === 'R' ? 'R : à la réservation' : 'C : à la consommation');
}
