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
import { ApplyAcquit } from './actions/apply-acquit.js';
import { ApplyReturnedPiece } from './actions/apply-returned-piece.js';
import { AttachDocuments } from './actions/attach-documents.js';
import { BatchDebits } from './actions/batch-debits.js';
import { BatchFiles } from './actions/batch-files.js';
import { CarryOutBatch } from './actions/carry-out-batch.js';
import { FindBatches } from './actions/find-batches.js';
import { FindFamilyClaims } from './actions/find-family-claims.js';
import { FindDueInvoices } from './actions/find-due-invoices.js';
import { FindPublicDebtor } from './actions/find-public-debtor.js';
import { FindTreasuryFiles } from './actions/find-treasury-files.js';
import { FindTreasurySettings } from './actions/find-treasury-settings.js';
import { NumberBatch } from './actions/number-batch.js';
import { PreviewBatch } from './actions/preview-batch.js';
import { PrintBatch } from './actions/print-batch.js';
import { PrintNotices } from './actions/print-notices.js';
import { ProductCodes } from './actions/product-codes.js';
import { ReadTreasuryFile } from './actions/read-treasury-file.js';
import { ReceiveTreasuryFile } from './actions/receive-treasury-file.js';
import { RecapitulateRoll } from './actions/recapitulate-roll.js';
import { RecordAdjustment } from './actions/record-adjustment.js';
import { RecordCollection } from './actions/record-collection.js';
import { ReturnBatch } from './actions/return-batch.js';
import { ReturnPiece } from './actions/return-piece.js';
import { SaveTreasurySettings } from './actions/save-treasury-settings.js';
import { SortOutInvoices } from './actions/sort-out-invoices.js';
import { StartBatch } from './actions/start-batch.js';
import { StartRegieTitre } from './actions/start-regie-titre.js';
import { StartTitre } from './actions/start-titre.js';
import { TakeDebts } from './actions/take-debts.js';
import { TakeReductions } from './actions/take-reductions.js';
import { WriteBatch } from './actions/write-batch.js';
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
