import { BillingAnomalyRow } from './data/billing-anomaly.entity.js';
import { BillingRunRow } from './data/billing-run.entity.js';
import { ChargeRow } from './data/charge.entity.js';
import { InvoiceRow } from './data/invoice.entity.js';

export * from './rules/index.js';
export { BillingModule } from './billing.module.js';
export const billingEntities = [BillingRunRow, InvoiceRow, ChargeRow, BillingAnomalyRow];
export { BillMonth } from './actions/bill-month.js';
export { CheckExplanations } from './actions/check-explanations.js';
export { ComputeRun } from './actions/compute-run.js';
export { IssueRun } from './actions/issue-run.js';
export { type TalliedCharges, TallyCharges } from './actions/tally-charges.js';
export { invoiceIssued } from './events.js';
