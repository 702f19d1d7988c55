import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { download } from '../../platform/http/download.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { BatchFiles } from '../actions/batches/batch-files.js';
import { FindBatches } from '../actions/batches/find-batches.js';
import { PreviewBatch } from '../actions/batches/preview-batch.js';
import { PrintBatch } from '../actions/batches/print-batch.js';
import { PrintNotices } from '../actions/notices/print-notices.js';
import { RecapitulateRoll } from '../actions/titres/recapitulate-roll.js';
import { ReturnBatch } from '../actions/batches/return-batch.js';
import { ReturnPiece } from '../actions/returns/return-piece.js';
import { StartBatch } from '../actions/batches/start-batch.js';
import { WriteBatch } from '../actions/batches/write-batch.js';
import type { ClaimBatchRow } from '../data/claim-batch.entity.js';
import { claimsProblems } from '../problems.js';
import { csvHead, csvOfPiece, csvOfTitre } from '../rules/batch-csv.js';
import { batchFileName, pieceNumber } from '../rules/batch.js';
import { batchDetailsView, batchView, pieceView } from './claim-batch-view.js';
import {
  BatchPreviewDto,
  BatchSelectionDto,
  ClaimBatchDetailsDto,
  ClaimBatchDto,
  ClaimPieceDto,
  ReturnDto,
  ReturnedBatchDto,
  selectionIn,
  StartBatchDto,
} from './claim-batches.dto.js';

@AdministrationApi('Trésorerie')
@Controller('collectivites/:collectiviteId/claim-batches')
export class ClaimBatchesController {
  constructor(
    private readonly startBatch: StartBatch,
    private readonly previewBatch: PreviewBatch,
    private readonly findBatches: FindBatches,
    private readonly writeBatch: WriteBatch,
    private readonly printBatch: PrintBatch,
    private readonly printNotices: PrintNotices,
    private readonly stored: FileStore,
    private readonly recapitulate: RecapitulateRoll,
    private readonly returnBatch: ReturnBatch,
    private readonly returnPiece: ReturnPiece,
    private readonly files: BatchFiles,
  ) {}

  /**
   * Transmettre des impayés à la Trésorerie
   *
   * Le bordereau est composé, numéroté et écrit dans les instants qui suivent : lisez-le jusqu’à `READY`. Chaque facture
   * prise quitte la régie, qui ne l’encaisse plus. Les débiteurs sous le seuil, ou à compléter, sont reportés et listés.
   */
  @Post()
  @Allowed('regisseur', 'administrateur')
  @Idempotent()
  @ApiProblems(claimsProblems.TREASURY_SETTINGS_MISSING)
  async start(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: StartBatchDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ClaimBatchDto> {
    return batchView(await this.startBatch.run(collectiviteId, body.kind, selectionIn(body), caller.accountId));
  }

  /** Voir ce qu’un bordereau prendrait, sans rien transmettre */
  @Get('preview')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(claimsProblems.TREASURY_SETTINGS_MISSING)
  async preview(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { dueBefore, runId, reminded }: BatchSelectionDto,
  ): Promise<BatchPreviewDto> {
    const preview = await this.previewBatch.run(collectiviteId, {
      ...(dueBefore ? { dueBefore: dueBefore.toString() } : {}),
      ...(runId === undefined ? {} : { runId }),
      ...(reminded ? { reminded: true } : {}),
    });
    const { incomplete, withoutCode, debits } = preview;
    return {
      ...preview,
      incomplete: [...incomplete],
      withoutCode: [...withoutCode],
      debits: debits && { ...debits, families: [...debits.families] },
    };
  }

  /** Lister les bordereaux, le dernier d’abord */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(ClaimBatchDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<ClaimBatchDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findBatches.list(collectiviteId, limit, query.after), limit, batchView);
  }

  /** Lire un bordereau, avec ce qu’il a laissé */
  @Get(':batchId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
  ): Promise<ClaimBatchDetailsDto> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    const leftovers = await this.findBatches.leftovers(batch.id);
    const titre = await this.findBatches.titre(batch.id);
    return batchDetailsView(batch, { leftovers, titre, noticeParts: await this.printNotices.parts(batch) });
  }

  /** Lister les pièces d’un bordereau, dans l’ordre */
  @Get(':batchId/pieces')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(ClaimPieceDto)
  async pieces(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
    @Query() query: PageQuery,
  ): Promise<Page<ClaimPieceDto>> {
    const limit = limitOf(query);
    const batch = await this.findBatches.one(collectiviteId, batchId);
    const rows = await this.findBatches.pieces(batch.id, query.after ?? 0, limit + 1);
    const page = pageOf(rows, limit, (piece) => pieceView(batch, piece));
    return { items: page.items, next: page.next === null ? null : rows[limit - 1]!.pieceRank };
  }

  /**
   * Télécharger le fichier PES d’un bordereau (XML)
   *
   * Il est figé : c’est toujours le même, octet pour octet. Celui d’un rôle que la Trésorerie prélève contient des
   * coordonnées bancaires : ne le gardez pas sur un poste.
   */
  @Get(':batchId/file')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/xml')
  @ApiProblems(claimsProblems.CLAIM_BATCH_NOT_READY)
  async file(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
  ): Promise<StreamableFile> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    if (batch.fileId === null) throw notReady(batch);
    const { fileId } = batch;
    const { content, ...file } = await this.files.read({ ...batch, fileId });
    return download(file, content);
  }

  /** Écrire à nouveau le fichier d’un bordereau fautif, une fois les réglages corrigés */
  @Post(':batchId/file')
  @HttpCode(200)
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(claimsProblems.TREASURY_SETTINGS_MISSING)
  async write(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
  ): Promise<ClaimBatchDto> {
    await this.writeBatch.run(collectiviteId, batchId);
    return batchView(await this.findBatches.one(collectiviteId, batchId));
  }

  /**
   * Établir le titre récapitulatif d’un rôle
   *
   * Un bordereau d’un titre, qui nomme le rôle et porte ses imputations : une ligne par code produit. Une fois par rôle :
   * redemandé, c’est le même. Refusé par le Guichet ou rejeté par le comptable, il est établi de nouveau, avec les
   * réglages d’aujourd’hui ; le premier reste lisible. Lisez-le jusqu’à `READY`.
   */
  @Post(':batchId/titre')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(
    claimsProblems.CLAIM_BATCH_NOT_READY,
    claimsProblems.CLAIM_TITRE_REFUSED,
    claimsProblems.TREASURY_SETTINGS_MISSING,
  )
  async titre(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<ClaimBatchDto> {
    return batchView(await this.recapitulate.run(collectiviteId, batchId, caller.accountId));
  }

  /** Télécharger la liste d’un bordereau, à signer (PDF) */
  @Get(':batchId/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  @ApiProblems(claimsProblems.CLAIM_BATCH_NOT_READY)
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
  ): Promise<StreamableFile> {
    const content = await this.printBatch.run(collectiviteId, batchId);
    const name = `${batchFileName(await this.findBatches.one(collectiviteId, batchId))}.pdf`;
    return download({ name, mediaType: 'application/pdf' }, content);
  }

  /**
   * Télécharger les avis des sommes à payer d’un bordereau, à imprimer (PDF)
   *
   * Là où la commune les envoie elle-même : une lettre par pièce, avec son talon ; 300 au plus par fichier, `noticeParts`
   * du bordereau dit combien il y en a.
   */
  @Get(':batchId/notices/:part')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  @ApiProblems(claimsProblems.CLAIM_BATCH_NOT_READY, claimsProblems.CLAIM_NOTICE_NOT_PRINTED)
  async notices(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
    @Param('part', IdPipe) part: number,
  ): Promise<StreamableFile> {
    const content = await this.printNotices.part(collectiviteId, batchId, part);
    const name = `avis-${batchFileName(await this.findBatches.one(collectiviteId, batchId))}-${part}.pdf`;
    return download({ name, mediaType: 'application/pdf' }, content);
  }

  /** Télécharger l’avis des sommes à payer d’une pièce (PDF) */
  @Get(':batchId/pieces/:pieceId/notice')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  @ApiProblems(claimsProblems.CLAIM_BATCH_NOT_READY, claimsProblems.CLAIM_NOTICE_NOT_PRINTED)
  async notice(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
    @Param('pieceId', IdPipe) pieceId: number,
  ): Promise<StreamableFile> {
    const file = await this.printNotices.one(await this.findBatches.piece(collectiviteId, pieceId, batchId));
    return download(file, this.stored.read(file));
  }

  /**
   * Télécharger les lignes d’un bordereau pour un logiciel de comptabilité
   *
   * CSV neutre : tiers, pièce, nature, fonction, code produit, montants ; points-virgules, UTF-8, virgule décimale.
   */
  @Get(':batchId/csv')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('text/csv')
  @ApiProblems(claimsProblems.CLAIM_BATCH_NOT_READY)
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
  ): Promise<StreamableFile> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    if (batch.number === null) throw notReady(batch);
    const file = { name: `${batchFileName(batch)}.csv`, mediaType: 'text/csv; charset=utf-8' };
    return download(file, Readable.from(this.csvLines(batch)));
  }

  /**
   * Ramener à la régie les créances d’un bordereau refusé
   *
   * Elles y sont dues à nouveau, et peuvent repartir dans un autre bordereau. Ce qui est payé à la Trésorerie y reste.
   */
  @Post(':batchId/returns')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(claimsProblems.CLAIM_BATCH_NOT_READY)
  async bringBack(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
    @Body() { reason }: ReturnDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ReturnedBatchDto> {
    return { returned: await this.returnBatch.run(collectiviteId, batchId, reason, caller.accountId) };
  }

  /** Ramener à la régie la créance d’une pièce */
  @Post(':batchId/pieces/:pieceId/returns')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(claimsProblems.CLAIM_NOT_RETURNABLE)
  async bringPieceBack(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('batchId', IdPipe) batchId: number,
    @Param('pieceId', IdPipe) pieceId: number,
    @Body() { reason }: ReturnDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ClaimPieceDto> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    await this.findBatches.piece(collectiviteId, pieceId, batch.id);
    return pieceView(batch, await this.returnPiece.run(collectiviteId, pieceId, reason, caller.accountId));
  }

  private async *csvLines(batch: ClaimBatchRow): AsyncGenerator<string> {
    const numbered = { ...batch, number: batch.number! };
    yield csvHead();
    const titre = await this.findBatches.titre(batch.id);
    if (titre) yield csvOfTitre(numbered, pieceNumber(batch, 1), titre.content);
    for await (const { pieceRank, content } of this.findBatches.everyPiece(batch.id)) {
      yield csvOfPiece(numbered, pieceNumber(batch, pieceRank), content);
    }
  }
}

function notReady({ state }: ClaimBatchRow) {
  return claimsProblems.CLAIM_BATCH_NOT_READY(
    state === 'FAULTY'
      ? 'Le fichier de ce bordereau a des fautes : corrigez-les, puis écrivez-le à nouveau.'
      : state === 'EMPTY'
        ? 'Ce bordereau n’a trouvé aucune créance à transmettre : il n’a pas de fichier.'
        : 'Ce bordereau est encore en préparation : réessayez dans un instant.',
  );
}
