import { CollectionReportRow } from './data/collection-report.entity.js';

export { TreasuryModule } from './treasury.module.js';
export { CollectionReportRow };
export { CheckLedger, type LedgerFault, type LedgerVerdict } from './actions/check-ledger.js';
export { FindCollectionReports } from './actions/find-collection-reports.js';
export { MakeCollectionReport } from './actions/make-collection-report.js';
export { MakeMonthlyReports } from './actions/make-monthly-reports.js';
export { type NamedArrears, ReportArrears } from './actions/report-arrears.js';
export { StoreCollectionReport } from './actions/store-collection-report.js';
export { type AgeTotal, type ArrearsLine, type ArrearsReport, ageLabel } from './rules/arrears.js';
export { formatReportNumber, type ReportContent } from './rules/report-content.js';
export { treasuryProblems } from './problems.js';

export const treasuryEntities = [CollectionReportRow];
