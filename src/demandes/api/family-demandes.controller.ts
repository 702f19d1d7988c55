import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ReadUploads } from '../../platform/http/uploads.js';
import { FindAttachment } from '../actions/find-attachment.js';
import { FindConcerned } from '../actions/find-concerned.js';
import { FindDemandes } from '../actions/find-demandes.js';
import { MarkRead } from '../actions/mark-read.js';
import { ReadThread } from '../actions/read-thread.js';
import { SendDemande } from '../actions/send-demande.js';
import { WriteMessage } from '../actions/write-message.js';
import { demandesProblems } from '../problems.js';
import {
  demandeDto,
  DemandesQuery,
  NewDemandeDto,
  NewMessageDto,
  OwnDemandeDto,
  ReadingDto,
  ThreadDto,
  threadDto,
} from './demandes.dto.js';
import { AnswersAttachment } from './file-answer.js';

@FamilyApi('Mes demandes')
@Controller('families/:familyId/demandes')
@UseInterceptors(ReadUploads)
export class FamilyDemandesController {
  constructor(
    private readonly sendDemande: SendDemande,
    private readonly writeMessage: WriteMessage,
    private readonly findDemandes: FindDemandes,
    private readonly findConcerned: FindConcerned,
    private readonly readThread: ReadThread,
    private readonly markRead: MarkRead,
    private readonly findAttachment: FindAttachment,
    private readonly files: FileStore,
  ) {}

  /**
   * Écrire à la mairie, avec cinq fichiers au plus
   *
   * Un accusé de réception part par courriel.
   */
  @Post()
  @ForFamily()
  @Idempotent()
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiProblems(demandesProblems.ATTACHMENT_TYPE_REFUSED, httpProblems.PAYLOAD_TOO_LARGE, httpProblems.TOO_MANY_REQUESTS)
  async send(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Body() { category, subject, message, childIds, from, to, files }: NewDemandeDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<ThreadDto> {
    const concerned = { childIds: childIds ?? [], from: from ?? null, to: to ?? null };
    const content = { category, subject, concerned, message, files: files ?? [] };
    const { id } = await this.sendDemande.run({ collectiviteId, familyId, accountId, ...content });
    return threadDto(await this.readThread.run({ collectiviteId, familyId }, id));
  }

  /** Lister les demandes de la famille, la dernière envoyée d’abord */
  @Get()
  @ForFamily()
  @ApiPage(OwnDemandeDto)
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Query() query: DemandesQuery,
  ): Promise<Page<OwnDemandeDto>> {
    const limit = limitOf(query);
    const { state, category, after } = query;
    const filter = { state, category, after, limit: limit + 1 };
    const rows = await this.findDemandes.run({ collectiviteId, familyId }, filter);
    const ids = rows.map(({ id }) => id);
    const concerned = await this.findConcerned.run(collectiviteId, ids);
    const unread = await this.markRead.unread(collectiviteId, ids, accountId);
    return pageOf(rows, limit, (row) => ({
      ...demandeDto(row, concerned.get(row.id)),
      unread: unread.has(row.id),
    }));
  }

  /** Lire une demande et ses messages */
  @Get(':demandeId')
  @ForFamily()
  async read(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('demandeId', IdPipe) demandeId: number,
  ): Promise<ThreadDto> {
    return threadDto(await this.readThread.run({ collectiviteId, familyId }, demandeId));
  }

  /** Dire jusqu’à quel message j’ai lu une demande, pour mes autres appareils */
  @Put(':demandeId/reading')
  @HttpCode(204)
  @ForFamily()
  async reading(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('demandeId', IdPipe) demandeId: number,
    @Body() { messageId }: ReadingDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    await this.markRead.run({ collectiviteId, familyId }, demandeId, messageId, accountId);
  }

  /** Écrire de nouveau dans une demande qui n’est pas close */
  @Post(':demandeId/messages')
  @ForFamily()
  @Idempotent()
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiProblems(
    demandesProblems.DEMANDE_CLOSED,
    demandesProblems.ATTACHMENT_TYPE_REFUSED,
    httpProblems.PAYLOAD_TOO_LARGE,
    httpProblems.TOO_MANY_REQUESTS,
  )
  async write(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('demandeId', IdPipe) demandeId: number,
    @Body() { message, files }: NewMessageDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<ThreadDto> {
    const scope = { collectiviteId, familyId };
    await this.writeMessage.run(scope, { demandeId, authorId: accountId, body: message, files: files ?? [] });
    return threadDto(await this.readThread.run(scope, demandeId));
  }

  /** Télécharger une pièce jointe */
  @Get(':demandeId/attachments/:attachmentId')
  @ForFamily()
  @AnswersAttachment()
  async attachment(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('demandeId', IdPipe) demandeId: number,
    @Param('attachmentId', IdPipe) attachmentId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const scope = { collectiviteId, familyId };
    const file = await this.findAttachment.run(scope, demandeId, attachmentId, accountId);
    return download(file, this.files.read(file));
  }
}
