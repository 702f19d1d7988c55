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
export { ApplyCredit } from './actions/invoices/apply-credit.js';
export { BillBooking, type PaidBasket } from './actions/invoices/bill-booking.js';
export { BillMonth } from './actions/runs/bill-month.js';
export { CareOfInvoices, type ChargedCare } from './actions/invoices/care-of-invoices.js';
export { CheckExplanations } from './actions/charges/check-explanations.js';
export { ComputeRun } from './actions/runs/compute-run.js';
export { FindInvoicePapers, type InvoicePaper } from './actions/invoices/find-invoice-papers.js';
export { IssueRun } from './actions/runs/issue-run.js';
export { TallyCharges } from './actions/charges/tally-charges.js';
export type { TalliedCharges } from './rules/tallied-charges.js';
export { type CreditNoteToMake, MakeCreditNote } from './actions/credit-notes/make-credit-note.js';
export { CREDIT_NOTE_SERIES } from './data/credit-note-store.js';
export { creditNoteIssued, invoiceIssued } from './events.js';
