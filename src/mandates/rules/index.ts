export { accountFaults, type BankAccount, typedAccount } from './bank-account.js';
export { announcedByInvoice, debitDateOf } from './debit-notice.js';
export { type MandateStanding, nextSequence, standingOn } from './mandate-state.js';
export type { DebitMode, SepaSettings } from './sepa-settings.js';
