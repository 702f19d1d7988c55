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
