import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { longDate } from '../../kernel/french.js';
import { paymentsProblems } from '../problems.js';

/** Throws PAYMENT_DATE_REFUSED for a day to come, or one so old that the year must be a slip of the keyboard. */
export function checkReceivedOn(receivedOn: Temporal.PlainDate, today: Temporal.PlainDate): void {
  if (isBefore(today, receivedOn)) {
    throw paymentsProblems.PAYMENT_DATE_REFUSED(
      `Le ${longDate(receivedOn)} n’est pas encore arrivé. Indiquez le jour où vous avez reçu le paiement.`,
      { errors: [{ field: 'receivedOn', message: 'Aujourd’hui au plus tard.' }] },
    );
  }
  if (isBefore(receivedOn, today.subtract({ years: 1 }))) {
    throw paymentsProblems.PAYMENT_DATE_REFUSED(
      `Le ${longDate(receivedOn)} remonte à plus d’un an. Vérifiez l’année.`,
      { errors: [{ field: 'receivedOn', message: 'Un an d’ancienneté au plus.' }] },
    );
  }
}

/**
 * The day for which a payment counts: the day it was received, unless that day is behind what is already told. The
 * months before this one and the days before `firstOpen` are closed (their collection report has gone to the
 * Trésorerie), and a debt is not settled before the day it was posted (`issuedOn`): such a payment counts for the day it
 * is recorded, or where the régisseur has closed that one too, for the first day that is open.
 */
export function accountingDay(
  receivedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  issuedOn: readonly Temporal.PlainDate[],
  firstOpen: Temporal.PlainDate | null,
): Temporal.PlainDate {
  const earliest = [today.with({ day: 1 }), ...(firstOpen ? [firstOpen] : []), ...issuedOn];
  if (!earliest.some((day) => isBefore(receivedOn, day))) return receivedOn;
  return firstOpen && isBefore(today, firstOpen) ? firstOpen : today;
}
