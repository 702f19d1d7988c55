import { BilledBookingRow } from './data/billed-booking.entity.js';
import { BillingAnomalyRow } from './data/billing-anomaly.entity.js';
import { BillingRunRow } from './data/billing-run.entity.js';
import { BillingSetAsideRow } from './data/billing-set-aside.entity.js';
import { ChargeRow } from './data/charge.entity.js';
import { CreditNoteLineRow } from './data/credit-note-line.entity.js';
import { CreditNoteRow } from './data/credit-note.entity.js';
import { CreditUseRow } from './data/credit-use.entity.js';
import { InvoiceRow } from './data/invoice.entity.js';

export * from './rules/index.js';
export { BillingModule } from './billing.module.js';
export const billingEntities = [
  BillingRunRow,
  InvoiceRow,
  ChargeRow,
  BillingAnomalyRow,
  CreditNoteRow,
  CreditNoteLineRow,
  CreditUseRow,
  BilledBookingRow,
  BillingSetAsideRow,
];
export { ApplyCredit } from './actions/apply-credit.js';
export { BillBooking, type PaidBasket } from './actions/bill-booking.js';
export { BillMonth } from './actions/bill-month.js';
export { CareOfInvoices, type ChargedCare } from './actions/care-of-invoices.js';
export { CheckExplanations } from './actions/check-explanations.js';
export { ComputeRun } from './actions/compute-run.js';
export { FindInvoicePapers, type InvoicePaper } from './actions/find-invoice-papers.js';
export { IssueRun } from './actions/issue-run.js';
export { TallyCharges } from './actions/tally-charges.js';
export type { TalliedCharges } from './rules/tallied-charges.js';
export { type CreditNoteToMake, MakeCreditNote } from './actions/make-credit-note.js';
export { creditNoteIssued, invoiceIssued } from './events.js';
