import { CollectionReportRow } from './data/collection-report.entity.js';

export { TreasuryModule } from './treasury.module.js';
export { CheckLedger } from './actions/check-ledger.js';
export { FindCollectionReports } from './actions/find-collection-reports.js';
export { MakeMonthlyReports } from './actions/make-monthly-reports.js';

export const treasuryEntities = [CollectionReportRow];
