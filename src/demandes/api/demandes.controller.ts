import { Body, Controller, Get, Param, Post, Put, Query, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { FindFamilies } from '../../families/index.js';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ReadUploads } from '../../platform/http/uploads.js';
import { ChangeDemandeState } from '../actions/change-demande-state.js';
import { FindAttachment } from '../actions/find-attachment.js';
import { FindConcerned } from '../actions/find-concerned.js';
import { FindDemandes } from '../actions/find-demandes.js';
import { ReadThread } from '../actions/read-thread.js';
import { WriteMessage } from '../actions/write-message.js';
import { demandesProblems } from '../problems.js';
import {
  demandeDto,
  DemandesQuery,
  DemandeStateDto,
  FamilyDemandeDto,
  FamilyThreadDto,
  NewMessageDto,
  threadDto,
} from './demandes.dto.js';
import { AnswersAttachment } from './file-answer.js';

@AdministrationApi('Demandes')
@Controller('collectivites/:collectiviteId/demandes')
@UseInterceptors(ReadUploads)
export class DemandesController {
  constructor(
    private readonly findDemandes: FindDemandes,
    private readonly findConcerned: FindConcerned,
    private readonly findFamilies: FindFamilies,
    private readonly readThread: ReadThread,
    private readonly writeMessage: WriteMessage,
    private readonly changeState: ChangeDemandeState,
    private readonly findAttachment: FindAttachment,
    private readonly files: FileStore,
  ) {}

  /** Lister les demandes de toutes les familles, la dernière envoyée d’abord */
  @Get()
  @Allowed('agent', 'administrateur')
  @ApiPage(FamilyDemandeDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: DemandesQuery,
  ): Promise<Page<FamilyDemandeDto>> {
    const limit = limitOf(query);
    const { state, category, after } = query;
    const filter = { state, category, after, limit: limit + 1 };
    const rows = await this.findDemandes.run({ collectiviteId, familyId: null }, filter);
    const families = await this.findFamilies.run(
      collectiviteId,
      rows.map(({ familyId }) => familyId),
    );
    const concerned = await this.findConcerned.run(
      collectiviteId,
      rows.map(({ id }) => id),
    );
    return pageOf(rows, limit, (row) => ({
      ...demandeDto(row, concerned.get(row.id)),
      familyId: row.familyId,
      familyName: families.get(row.familyId)?.name ?? '',
    }));
  }

  /** Lire une demande et ses messages */
  @Get(':demandeId')
  @Allowed('agent', 'administrateur')
  read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('demandeId', IdPipe) demandeId: number,
  ): Promise<FamilyThreadDto> {
    return this.thread(collectiviteId, demandeId);
  }

  /**
   * Répondre à la famille
   *
   * Un courriel avertit le parent qu’une réponse l’attend.
   */
  @Post(':demandeId/messages')
  @Allowed('agent', 'administrateur')
  @Idempotent()
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiProblems(
    demandesProblems.DEMANDE_CLOSED,
    demandesProblems.ATTACHMENT_TYPE_REFUSED,
    httpProblems.PAYLOAD_TOO_LARGE,
    httpProblems.TOO_MANY_REQUESTS,
  )
  async answer(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('demandeId', IdPipe) demandeId: number,
    @Body() { message, files }: NewMessageDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<FamilyThreadDto> {
    const answer = { demandeId, authorId: accountId, body: message, files: files ?? [] };
    await this.writeMessage.run({ collectiviteId, familyId: null }, answer);
    return this.thread(collectiviteId, demandeId);
  }

  /**
   * Dire où en est la demande
   *
   * Une demande close peut être rouverte.
   */
  @Put(':demandeId/state')
  @Allowed('agent', 'administrateur')
  @ApiProblems(demandesProblems.DEMANDE_STATE_REFUSED)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('demandeId', IdPipe) demandeId: number,
    @Body() { state }: DemandeStateDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<FamilyThreadDto> {
    await this.changeState.run(collectiviteId, demandeId, state, accountId);
    return this.thread(collectiviteId, demandeId);
  }

  /**
   * Télécharger une pièce jointe
   *
   * La consultation est tracée.
   */
  @Get(':demandeId/attachments/:attachmentId')
  @Allowed('agent', 'administrateur')
  @AnswersAttachment()
  async attachment(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('demandeId', IdPipe) demandeId: number,
    @Param('attachmentId', IdPipe) attachmentId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const scope = { collectiviteId, familyId: null };
    const file = await this.findAttachment.run(scope, demandeId, attachmentId, accountId);
    return download(file, this.files.read(file));
  }

  private async thread(collectiviteId: number, demandeId: number): Promise<FamilyThreadDto> {
    const thread = await this.readThread.run({ collectiviteId, familyId: null }, demandeId);
    const { familyId } = thread.demande;
    const families = await this.findFamilies.run(collectiviteId, [familyId]);
    return { ...threadDto(thread), familyId, familyName: families.get(familyId)?.name ?? '' };
  }
}
