import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import {
  type Attachment,
  CheckSchema,
  checkingBordereau,
  type BordereauCheck,
  type Fault,
  partBytes,
  type Piece,
  recetteParts,
} from '../../pes/index.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { ClaimBatchRow } from '../data/claim-batch.entity.js';
import type { ClaimPieceRow } from '../data/claim-piece.entity.js';
import type { TreasurySettingsRow } from '../data/treasury-settings.entity.js';
import { tripletOf } from '../rules/batch.js';
import { batchFileName, bordereauOf, type NumberedBatch, numberedPiece } from '../rules/batch-file.js';
import { editionOf, senderOf } from '../rules/treasury-settings.js';
import { AttachDocuments } from './attach-documents.js';
import { FindBatches } from './find-batches.js';
import { FindTreasurySettings } from './find-treasury-settings.js';

const VERSION = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
const MOST_FAULTS = 100;

/**
 * Writes the file of a bordereau, piece by piece, checks it on the way, and freezes it: what was stored first is what is
 * downloaded for ever. A file with a fault is thrown away, and the bordereau says why.
 */
@Injectable()
export class WriteBatch {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly schema: CheckSchema,
    private readonly findBatches: FindBatches,
    private readonly findSettings: FindTreasurySettings,
    private readonly attach: AttachDocuments,
  ) {}

  /** Nothing for a bordereau that has its file, or has no numbers. Not inside a unit. */
  async run(collectiviteId: number, batchId: number): Promise<void> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    if (batch.state !== 'NUMBERED' && batch.state !== 'FAULTY') return;
    const settings = await this.findSettings.usable(collectiviteId);
    const numbered = { ...batch, number: batch.number!, firstPiece: batch.firstPiece! };
    const faults: Fault[] = [];
    const name = `${batchFileName(numbered, settings)}.xml`;
    const bytes = this.bytes(numbered, settings, faults);
    const { id: fileId } = await this.files.putStream({ collectiviteId, name, mediaType: 'application/xml' }, bytes);
    await this.database.unit(() => this.freeze(batch, fileId, faults.slice(0, MOST_FAULTS)));
  }

  /** The file as it is written; what is wrong with it is added to `faults`. */
  async *bytes(
    batch: NumberedBatch & Pick<ClaimBatchRow, 'id' | 'collectiviteId'>,
    settings: TreasurySettingsRow,
    faults: Fault[],
  ): AsyncGenerator<Buffer> {
    const bordereau = bordereauOf(batch, settings);
    // Debtors below the threshold were left when the debts were taken, together with what else they owe.
    const check = checkingBordereau(bordereau, 0);
    const parts = recetteParts({
      ...{ sender: senderOf(settings, VERSION), kind: tripletOf(batch.kind).file, writtenOn: batch.issuedOn },
      name: batchFileName(batch, settings),
      bordereaux: [{ bordereau, pieces: this.pieces(batch, settings, check, faults) }],
      attachments: this.attachments(batch, settings, faults),
    });
    for await (const part of this.schema.watch(parts, faults)) yield partBytes(part);
    faults.push(...check.end());
  }

  private async *pieces(
    batch: NumberedBatch & Pick<ClaimBatchRow, 'id'>,
    settings: TreasurySettingsRow,
    check: BordereauCheck,
    faults: Fault[],
  ): AsyncGenerator<Piece> {
    for await (const row of this.findBatches.everyPiece(batch.id)) {
      const piece = numberedPiece(batch, row, settings);
      if (faults.length < MOST_FAULTS) faults.push(...check.piece(piece));
      else check.piece(piece);
      yield piece;
    }
  }

  private async *attachments(
    batch: NumberedBatch & Pick<ClaimBatchRow, 'id' | 'collectiviteId'>,
    settings: TreasurySettingsRow,
    faults: Fault[],
  ): AsyncGenerator<Attachment> {
    if (!editionOf(settings, batch.kind)) return;
    const pieces: AsyncIterable<ClaimPieceRow> = this.findBatches.everyPiece(batch.id);
    yield* this.attach.run(pieces, { batch, settings, version: VERSION }, faults);
  }

  private async freeze({ id, collectiviteId }: ClaimBatchRow, fileId: number, faults: readonly Fault[]): Promise<void> {
    const rows = this.database.repository(ClaimBatchRow);
    if (faults.length > 0) {
      await rows.update({ id, state: 'NUMBERED' }, { state: 'FAULTY' });
      await rows.update({ id, state: 'FAULTY' }, { faults: [...faults] });
      await this.files.forget(collectiviteId, fileId);
      return;
    }
    const frozen = await this.database.change(
      `UPDATE claim_batches SET state = 'READY', file_id = ?, schema_checked = ?, faults = NULL
       WHERE id = ? AND state IN ('NUMBERED', 'FAULTY')`,
      [fileId, this.schema.available ? 1 : 0, id],
    );
    // Another process wrote it at the same time: its file was first, and stays.
    if (frozen === 0) await this.files.forget(collectiviteId, fileId);
  }
}
