import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import {
  type Attachment,
  CheckSchema,
  checkingBordereau,
  type BordereauCheck,
  type Fault,
  parseTriplet,
  partBytes,
  type Piece,
  recetteParts,
} from '../../../pes/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Database } from '../../../platform/database/database.js';
import { Batches } from '../../data/batches.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import type { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import type { TreasurySettingsRow } from '../../data/treasury-settings.entity.js';
import { tripletOf } from '../../rules/batch.js';
import { batchFileName, bordereauOf, issuerOf, type NumberedBatch, numberedPiece } from '../../rules/batch-file.js';
import { sameDebits } from '../../rules/debit.js';
import { hasNotices, noticeTerms } from '../../rules/printed-notice.js';
import { type TitreContent, titrePiece } from '../../rules/public-titre.js';
import { editionOf, senderOf } from '../../rules/treasury-settings.js';
import { AttachDocuments } from './attach-documents.js';
import { BatchDebits, type DebitsByRank } from './batch-debits.js';
import { BatchFiles, type WrittenFile } from './batch-files.js';
import { FindBatches } from './find-batches.js';
import { FindTreasurySettings, settingsOf } from '../settings/find-treasury-settings.js';

const VERSION = (
  JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
const MOST_FAULTS = 100;

type BatchToWrite = NumberedBatch & ClaimBatchRow;

interface FileToFreeze {
  readonly name: string;
  readonly written: WrittenFile;
  readonly frozen: Pick<ClaimBatchRow, 'notices' | 'noticeTerms'>;
}

/**
 * Writes the file of a bordereau, piece by piece, checks it on the way, and freezes it: what was stored first is what is
 * downloaded for ever. A file with a fault is thrown away, and the bordereau says why.
 */
@Injectable()
export class WriteBatch {
  constructor(
    private readonly database: Database,
    private readonly files: BatchFiles,
    private readonly schema: CheckSchema,
    private readonly findBatches: FindBatches,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindTreasurySettings,
    private readonly attach: AttachDocuments,
    private readonly batches: Batches,
    private readonly debits: BatchDebits,
  ) {}

  /** Nothing for a bordereau that has its file, or has no numbers. Not inside a unit. */
  async run(collectiviteId: number, batchId: number): Promise<void> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    if (batch.state !== 'NUMBERED' && batch.state !== 'FAULTY') return;
    const settings = await this.findSettings.usable(collectiviteId);
    const numbered = { ...batch, number: batch.number!, firstPiece: batch.firstPiece! };
    // Again where another process decided otherwise of the debits while the bytes were written.
    while (!(await this.written(numbered, settings)));
  }

  /** False where nothing came of it, and the bordereau still waits for its file. */
  private async written(batch: BatchToWrite, settings: TreasurySettingsRow): Promise<boolean> {
    await this.debits.decide(batch);
    const debits = await this.debits.of(batch.id);
    const faults: Fault[] = [];
    const { collectiviteId, kind } = batch;
    const name = `${batchFileName(batch, settings)}.xml`;
    const bytes = this.bytes(batch, settings, debits, faults);
    const written = await this.files.write(collectiviteId, bytes, { holdsAccounts: debits.size > 0 });
    const terms = noticeTerms(settingsOf(settings), kind, issuerOf(await this.findCollectivite.run(collectiviteId)));
    const frozen = { noticeTerms: terms, notices: hasNotices(kind) ? settings.notices : null };
    const file = { name, written, frozen };
    return this.database.unit(() => this.freeze(batch, file, { debits, faults: faults.slice(0, MOST_FAULTS) }));
  }

  /** The file as it is written; what is wrong with it is added to `faults`. */
  private async *bytes(
    batch: BatchToWrite,
    settings: TreasurySettingsRow,
    debits: DebitsByRank,
    faults: Fault[],
  ): AsyncGenerator<Buffer> {
    const titre = (await this.findBatches.titre(batch.id))?.content;
    const triplet = titre && parseTriplet(titre.triplet);
    const bordereau = bordereauOf(batch, settings, triplet);
    // Debtors below the threshold were left when the debts were taken, together with what else they owe.
    const check = checkingBordereau(bordereau, 0);
    const parts = recetteParts({
      ...{ sender: senderOf(settings, VERSION), kind: tripletOf(batch.kind).file, writtenOn: batch.issuedOn },
      name: batchFileName(batch, settings),
      bordereaux: [
        {
          bordereau,
          pieces: titre
            ? this.titre(batch, titre, check, faults)
            : this.pieces(batch, settings, { check, debits, faults }),
        },
      ],
      attachments: this.attachments(batch, settings, faults),
    });
    for await (const part of this.schema.watch(parts, faults)) yield partBytes(part);
    faults.push(...check.end());
  }

  private async *pieces(
    batch: BatchToWrite,
    settings: TreasurySettingsRow,
    { check, debits, faults }: { check: BordereauCheck; debits: DebitsByRank; faults: Fault[] },
  ): AsyncGenerator<Piece> {
    for await (const rows of this.findBatches.everyPage(batch.id)) {
      const some = rows.flatMap(({ pieceRank }) => debits.get(pieceRank) ?? []);
      const mandates = await this.debits.opened(batch.collectiviteId, some);
      for (const { pieceRank, content } of rows) {
        const debit = debits.get(pieceRank);
        const debited = debit && { debit, mandate: mandates.get(debit.mandateId)! };
        const piece = numberedPiece(batch, { pieceRank, content }, settings, debited);
        if (faults.length < MOST_FAULTS) faults.push(...check.piece(piece));
        else check.piece(piece);
        yield piece;
      }
    }
  }

  private *titre(
    batch: NumberedBatch,
    content: TitreContent,
    check: BordereauCheck,
    faults: Fault[],
  ): Generator<Piece> {
    const piece = titrePiece(content, batch.firstPiece);
    faults.push(...check.piece(piece));
    yield piece;
  }

  private async *attachments(
    batch: BatchToWrite,
    settings: TreasurySettingsRow,
    faults: Fault[],
  ): AsyncGenerator<Attachment> {
    if (!editionOf(settings, batch.kind)) return;
    const pieces: AsyncIterable<ClaimPieceRow> = this.findBatches.everyPiece(batch.id);
    yield* this.attach.run(pieces, { batch, settings, version: VERSION }, faults);
  }

  private async freeze(
    { id, collectiviteId }: BatchToWrite,
    { name, written, frozen }: FileToFreeze,
    { debits, faults }: { debits: DebitsByRank; faults: readonly Fault[] },
  ): Promise<boolean> {
    const { state } = await this.batches.hold(id);
    const isWaiting = state === 'NUMBERED' || state === 'FAULTY';
    const isRight = faults.length === 0 && sameDebits(debits, await this.debits.of(id));
    const rows = this.database.repository(ClaimBatchRow);
    if (isWaiting && isRight && (await this.debits.served(collectiviteId, debits))) {
      const schemaChecked = this.schema.available;
      const kept = await this.files.keep(collectiviteId, name, written);
      await rows.update({ id }, { ...kept, ...frozen, state: 'READY', schemaChecked, faults: null });
      return true;
    }
    // Where it waits no more, another process wrote it at the same time: its file was first, and stays.
    if (isWaiting && faults.length > 0) await rows.update({ id }, { state: 'FAULTY', faults: [...faults] });
    return !isWaiting || faults.length > 0;
  }
}
