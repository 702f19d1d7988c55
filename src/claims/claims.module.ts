import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { InstalmentsModule } from '../instalments/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MandatesModule } from '../mandates/index.js';
import { PaymentsModule } from '../payments/index.js';
import { PesModule } from '../pes/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { RemindersModule } from '../reminders/index.js';
import { ApplyAcquit } from './actions/returns/apply-acquit.js';
import { ApplyReturnedPiece } from './actions/returns/apply-returned-piece.js';
import { AttachDocuments } from './actions/batches/attach-documents.js';
import { BatchDebits } from './actions/batches/batch-debits.js';
import { BatchFiles } from './actions/batches/batch-files.js';
import { CarryOutBatch } from './actions/batches/carry-out-batch.js';
import { FindBatches } from './actions/batches/find-batches.js';
import { FindFamilyClaims } from './actions/debts/find-family-claims.js';
import { FindDueInvoices } from './actions/debts/find-due-invoices.js';
import { FindPublicDebtor } from './actions/titres/find-public-debtor.js';
import { FindTreasuryFiles } from './actions/returns/find-treasury-files.js';
import { FindTreasurySettings } from './actions/settings/find-treasury-settings.js';
import { NumberBatch } from './actions/batches/number-batch.js';
import { PreviewBatch } from './actions/batches/preview-batch.js';
import { PrintBatch } from './actions/batches/print-batch.js';
import { PrintNotices } from './actions/notices/print-notices.js';
import { ProductCodes } from './actions/settings/product-codes.js';
import { ReadTreasuryFile } from './actions/returns/read-treasury-file.js';
import { ReceiveTreasuryFile } from './actions/returns/receive-treasury-file.js';
import { RecapitulateRoll } from './actions/titres/recapitulate-roll.js';
import { RecordAdjustment } from './actions/returns/record-adjustment.js';
import { RecordCollection } from './actions/returns/record-collection.js';
import { ReturnBatch } from './actions/batches/return-batch.js';
import { ReturnPiece } from './actions/returns/return-piece.js';
import { SaveTreasurySettings } from './actions/settings/save-treasury-settings.js';
import { SortOutInvoices } from './actions/debts/sort-out-invoices.js';
import { StartBatch } from './actions/batches/start-batch.js';
import { StartRegieTitre } from './actions/titres/start-regie-titre.js';
import { StartTitre } from './actions/titres/start-titre.js';
import { TakeDebts } from './actions/debts/take-debts.js';
import { TakeReductions } from './actions/debts/take-reductions.js';
import { WriteBatch } from './actions/batches/write-batch.js';
import { ClaimBatchesController } from './api/claim-batches.controller.js';
import { FamilyClaimsController } from './api/family-claims.controller.js';
import { TreasuryFilesController } from './api/treasury-files.controller.js';
import { TreasurySettingsController } from './api/treasury-settings.controller.js';
import { Batches } from './data/batches.js';

const OFFERED = [FindTreasurySettings, ProductCodes, StartRegieTitre, WriteBatch];

@Module({
  imports: [
    BillingModule,
    CollectivitesModule,
    FamiliesModule,
    InstalmentsModule,
    LedgerModule,
    MandatesModule,
    PaymentsModule,
    PesModule,
    PrestationsModule,
    RemindersModule,
  ],
  controllers: [ClaimBatchesController, FamilyClaimsController, TreasuryFilesController, TreasurySettingsController],
  providers: [
    ...OFFERED,
    ApplyAcquit,
    ApplyReturnedPiece,
    AttachDocuments,
    BatchDebits,
    BatchFiles,
    Batches,
    CarryOutBatch,
    FindBatches,
    FindDueInvoices,
    FindFamilyClaims,
    FindPublicDebtor,
    FindTreasuryFiles,
    NumberBatch,
    PreviewBatch,
    PrintBatch,
    PrintNotices,
    ReadTreasuryFile,
    ReceiveTreasuryFile,
    RecapitulateRoll,
    RecordAdjustment,
    RecordCollection,
    ReturnBatch,
    ReturnPiece,
    SaveTreasurySettings,
    SortOutInvoices,
    StartBatch,
    StartTitre,
    TakeDebts,
    TakeReductions,
  ],
  exports: OFFERED,
})
export class ClaimsModule {}
