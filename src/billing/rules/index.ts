export type { CareParts } from './care-left.js';
export { type AttendanceState, whatIsDue } from './due.js';
export { formatInvoiceNumber } from './invoice-number.js';
export { eventCounted, forfaitCounted, Tally } from './tally.js';
