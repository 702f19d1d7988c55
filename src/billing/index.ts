import { BillingAnomalyRow } from './data/billing-anomaly.entity.js';
import { BillingRunRow } from './data/billing-run.entity.js';
import { ChargeRow } from './data/charge.entity.js';
import { InvoiceRow } from './data/invoice.entity.js';

export { BillingModule } from './billing.module.js';
export { BillingAnomalyRow, BillingRunRow, ChargeRow, InvoiceRow };
export const billingEntities = [BillingRunRow, InvoiceRow, ChargeRow, BillingAnomalyRow];
export { BillMonth } from './actions/bill-month.js';
export { ComputeRun } from './actions/compute-run.js';
export { DiscardRun } from './actions/discard-run.js';
export { FindInvoices, type InvoiceFilter, type InvoiceWithBalance } from './actions/find-invoices.js';
export { IssueRun } from './actions/issue-run.js';
export { RenderInvoices } from './actions/render-invoices.js';
export { StartRun } from './actions/start-run.js';
export { invoiceIssued } from './events.js';
export { billingProblems } from './problems.js';
export type { BillingPeriod } from './rules/billing-period.js';
export type { InvoiceChild, InvoiceGroup, InvoiceLine } from './rules/invoice-lines.js';
export type { InvoiceSnapshot } from './rules/invoice-snapshot.js';
export { type Settlement, settlementOf } from './rules/settlement.js';
export { type InForce, type StoredPromise, priceCharge } from './rules/charge-price.js';
export {
  type ChargeToBill,
  type DraftInvoice,
  type DraftLine,
  draftInvoices,
  lineLabel,
} from './rules/draft-invoices.js';
export {
  type Anomaly,
  type AttendanceState,
  type BookingState,
  type Due,
  type DueReason,
  type Facts,
  reasonInFrench,
  whatIsDue,
} from './rules/due.js';
export { budgetYear, formatInvoiceNumber } from './rules/invoice-number.js';
