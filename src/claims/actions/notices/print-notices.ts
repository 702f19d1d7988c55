import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Database } from '../../../platform/database/database.js';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import type { StoredFile } from '../../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import type { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { claimsProblems } from '../../problems.js';
import { issuerOf } from '../../rules/batch-file.js';
import { batchTitle } from '../../rules/batch.js';
import { type NoticeTerms, NOTICES_AT_ONCE, printedNotice, printsNotices } from '../../rules/printed-notice.js';
import { FindBatches } from '../batches/find-batches.js';
import { FindTreasurySettings, settingsOf } from '../settings/find-treasury-settings.js';
import { noticeDocument, noticeName } from './notice-document.js';

/** The avis des sommes à payer that the commune sends itself, as papers: that of a piece, drawn once, or all to be printed. */
@Injectable()
export class PrintNotices {
  constructor(
    private readonly database: Database,
    private readonly findBatches: FindBatches,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindTreasurySettings,
    private readonly drawn: DrawnOnce,
  ) {}

  /** The avis of a piece. Throws CLAIM_NOTICE_NOT_PRINTED, CLAIM_BATCH_NOT_READY; not inside a unit. */
  async one(piece: ClaimPieceRow): Promise<StoredFile> {
    const { id, collectiviteId, batchId, pdfFileId, content } = piece;
    const batch = await this.findBatches.one(collectiviteId, batchId);
    const name = `avis-${batch.exercise}-${batch.number}-${content.invoiceNumber}.pdf`;
    return this.drawn.run({ table: 'claim_pieces', id, collectiviteId, pdfFileId, name }, async () =>
      this.draw(batch, [piece]),
    );
  }

  /** What the family reads beside its claim. Throws NOT_FOUND, as `one` does besides. */
  async ofFamily(collectiviteId: number, familyId: number, pieceId: number): Promise<StoredFile> {
    const piece = await this.findBatches.piece(collectiviteId, pieceId);
    if (piece.familyId !== familyId || (piece.state !== 'SENT' && piece.state !== 'TAKEN'))
      throw httpProblems.NOT_FOUND('Cet avis n’existe pas, ou vous n’y avez pas accès.');
    return this.one(piece);
  }

  /** How many files hold the avis of a bordereau; 0 where it has none, or not yet. */
  async parts(batch: ClaimBatchRow): Promise<number> {
    const settings = await this.findSettings.run(batch.collectiviteId);
    const isPrinted = batch.noticeTerms !== null || (settings?.notice != null && printsNotices(batch, settings));
    return batch.state === 'READY' && isPrinted ? Math.ceil(batch.pieces / NOTICES_AT_ONCE) : 0;
  }

  /** One of those files, from 1. Throws NOT_FOUND, CLAIM_NOTICE_NOT_PRINTED, CLAIM_BATCH_NOT_READY; not inside a unit. */
  async part(collectiviteId: number, batchId: number, part: number): Promise<Buffer> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    const pieces = await this.findBatches.pieces(batch.id, (part - 1) * NOTICES_AT_ONCE, NOTICES_AT_ONCE);
    if (pieces.length === 0) throw httpProblems.NOT_FOUND('Ce bordereau n’a pas autant d’avis.');
    return this.draw(batch, pieces);
  }

  private async draw(batch: ClaimBatchRow, pieces: readonly ClaimPieceRow[]): Promise<Buffer> {
    const terms = await this.termsOf(batch);
    const numbered = { ...batch, number: batch.number!, firstPiece: batch.firstPiece! };
    const [first, ...others] = pieces.map((piece) => printedNotice(numbered, piece, terms));
    const about = others.length === 0 ? noticeName(first!) : batchTitle(batch);
    return renderPdf(
      noticeDocument([first!, ...others], { title: `Avis des sommes à payer – ${about}`, drawnAt: batch.createdAt }),
    );
  }

  /** Frozen with the first avis where the file was frozen before the settings were complete: all say the same. */
  private async termsOf(batch: ClaimBatchRow): Promise<NoticeTerms> {
    const { id, collectiviteId, state } = batch;
    if (batch.noticeTerms) return batch.noticeTerms;
    if (state !== 'READY') {
      throw claimsProblems.CLAIM_BATCH_NOT_READY('Ce bordereau n’a pas encore son fichier : ses avis viennent après.');
    }
    const settings = await this.findSettings.usable(collectiviteId);
    if (!printsNotices(batch, settings)) {
      throw claimsProblems.CLAIM_NOTICE_NOT_PRINTED('La commune n’imprime pas d’avis pour ce bordereau.');
    }
    const { notice } = settings;
    if (!notice) {
      throw claimsProblems.CLAIM_NOTICE_NOT_PRINTED(
        'Il manque aux réglages de la Trésorerie ce que disent les avis : signataire, tribunal, centre d’encaissement et talon.',
      );
    }
    const issuer = issuerOf(await this.findCollectivite.run(collectiviteId));
    const terms: NoticeTerms = { settings: { ...settingsOf(settings), notice }, issuer };
    return this.database.unit(async () => {
      await this.database.change('UPDATE claim_batches SET notice_terms = ? WHERE id = ? AND notice_terms IS NULL', [
        JSON.stringify(terms),
        id,
      ]);
      return (await this.database.repository(ClaimBatchRow).findOneByOrFail({ id })).noticeTerms!;
    });
  }
}
