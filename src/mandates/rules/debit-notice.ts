import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { settlementDayFrom } from '../../sepa/rules/index.js';

/**
 * The day on which an invoice is debited, said by the invoice itself: its due date, or later, so that the family is told
 * as many days before as agreed; then a day on which banks settle.
 */
export function debitDateOf(
  { issuedOn, dueOn }: { readonly issuedOn: Temporal.PlainDate; readonly dueOn: Temporal.PlainDate },
  noticeDays: number,
): Temporal.PlainDate {
  const told = issuedOn.add({ days: noticeDays });
  return settlementDayFrom(isBefore(dueOn, told) ? told : dueOn);
}

/**
 * Whether an invoice told its family of the debit: it was issued while the mandate was there. Else the debit has to be
 * told by a mail of its own.
 */
export function announcedByInvoice(signedOn: Temporal.PlainDate, issuedOn: Temporal.PlainDate): boolean {
  return !isBefore(issuedOn, signedOn);
}
