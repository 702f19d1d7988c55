import { ClaimAdjustmentRow } from './data/claim-adjustment.entity.js';
import { ClaimBatchRow } from './data/claim-batch.entity.js';
import { ClaimCollectionRow } from './data/claim-collection.entity.js';
import { ClaimLeftoverRow } from './data/claim-leftover.entity.js';
import { ClaimPieceRow } from './data/claim-piece.entity.js';
import { ClaimReturnRow } from './data/claim-return.entity.js';
import { ClaimTitreRow } from './data/claim-titre.entity.js';
import { ProductCodeRow } from './data/product-code.entity.js';
import { TreasuryFileRow } from './data/treasury-file.entity.js';
import { TreasurySettingsRow } from './data/treasury-settings.entity.js';

export { ClaimsModule } from './claims.module.js';
export { CarryOutBatch } from './actions/batches/carry-out-batch.js';
export { FindBatches } from './actions/batches/find-batches.js';
export { FindTreasurySettings } from './actions/settings/find-treasury-settings.js';
export { ProductCodes } from './actions/settings/product-codes.js';
export { ReadTreasuryFile } from './actions/returns/read-treasury-file.js';
export { type ClosedReceipts, StartRegieTitre } from './actions/titres/start-regie-titre.js';
export { WriteBatch } from './actions/batches/write-batch.js';
export { claimsProblems } from './problems.js';
export { type ProductCode, productCodeOn } from './rules/product-code.js';

export const claimsEntities = [
  ClaimAdjustmentRow,
  ClaimBatchRow,
  ClaimCollectionRow,
  ClaimLeftoverRow,
  ClaimPieceRow,
  ClaimReturnRow,
  ClaimTitreRow,
  ProductCodeRow,
  TreasuryFileRow,
  TreasurySettingsRow,
];
