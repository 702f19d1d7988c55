import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { InstalmentsModule } from '../instalments/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PaymentsModule } from '../payments/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { CheckLedger } from './actions/check-ledger.js';
import { CheckReports } from './actions/check-reports.js';
import { CloseDays } from './actions/close-days.js';
import { ComposeCollectionReport } from './actions/compose-collection-report.js';
import { FindCollectionReports } from './actions/find-collection-reports.js';
import { FindLedgerEntries } from './actions/find-ledger-entries.js';
import { MakeCollectionReport } from './actions/make-collection-report.js';
import { MakeMonthlyReports } from './actions/make-monthly-reports.js';
import { PrestationLabels } from './actions/prestation-labels.js';
import { PreviewCollection } from './actions/preview-collection.js';
import { PrintArrears } from './actions/print-arrears.js';
import { PrintJournal } from './actions/print-journal.js';
import { PrintPreview } from './actions/print-preview.js';
import { PrintTable } from './actions/print-table.js';
import { ReadJournal } from './actions/read-journal.js';
import { ReadRegister } from './actions/read-register.js';
import { ReportArrears } from './actions/report-arrears.js';
import { SendCollectionReport } from './actions/send-collection-report.js';
import { StartReportTitre } from './actions/start-report-titre.js';
import { StoreCollectionReport } from './actions/store-collection-report.js';
import { ArrearsController } from './api/arrears.controller.js';
import { ClosedDaysController } from './api/closed-days.controller.js';
import { CollectionReportsController } from './api/collection-reports.controller.js';
import { JournalController } from './api/journal.controller.js';
import { LedgerEntriesController } from './api/ledger-entries.controller.js';
import { ReceiptRegisterController } from './api/receipt-register.controller.js';
import { DebtMarks } from './data/debt-marks.js';
import { MovementPapers } from './data/movement-papers.js';
import { ReceiptRegister } from './data/receipt-register.js';
import { SourceDocuments } from './data/source-documents.js';
import { CollectionReportTask } from './tasks/collection-report.task.js';

const OFFERED = [
  CheckLedger,
  FindCollectionReports,
  MakeCollectionReport,
  MakeMonthlyReports,
  ReportArrears,
  StoreCollectionReport,
];

@Module({
  imports: [
    ClaimsModule,
    CollectivitesModule,
    FamiliesModule,
    InstalmentsModule,
    LedgerModule,
    PaymentsModule,
    PrestationsModule,
  ],
  controllers: [
    CollectionReportsController,
    ArrearsController,
    JournalController,
    ReceiptRegisterController,
    LedgerEntriesController,
    ClosedDaysController,
  ],
  providers: [
    ...OFFERED,
    CheckReports,
    CloseDays,
    ComposeCollectionReport,
    DebtMarks,
    MovementPapers,
    PrestationLabels,
    PreviewCollection,
    PrintArrears,
    PrintJournal,
    PrintPreview,
    PrintTable,
    ReadJournal,
    ReadRegister,
    ReceiptRegister,
    FindLedgerEntries,
    SendCollectionReport,
    SourceDocuments,
    StartReportTitre,
    CollectionReportTask,
  ],
  exports: OFFERED,
})
export class TreasuryModule {}
