export { bicFault, ibanFault, maskedIban, plainIban, spacedIban } from './bank-account.js';
export { icsFault } from './creditor-identifier.js';
export {
  type Debit,
  type DebitCreditor,
  type DebitFile,
  type DebitGroup,
  PAIN_VERSIONS,
  type PainVersion,
  type SequenceType,
  type StructuredAddress,
} from './debit-file.js';
export { debitFaults, fileFaults, LATEST_SENDING_DAYS } from './debit-faults.js';
export { dftEndToEndId, dftMessageId } from './dft.js';
export { isMandateReference, mandateReference } from './mandate-reference.js';
export { painFaults } from './pain-faults.js';
export { type ReportedReject, readStatusReport, type StatusReport } from './read-status-report.js';
export { REJECT_REASONS, type RejectReason, rejectReason } from './reject-reason.js';
export { sepaText } from './sepa-text.js';
export { isSettlementDay, settlementDayFrom, settlementDaysBefore } from './target-days.js';
export { writePain } from './write-pain.js';
