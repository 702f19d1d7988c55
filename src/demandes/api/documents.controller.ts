import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
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
import { FindDocuments } from '../actions/find-documents.js';
import { PublishDocument } from '../actions/publish-document.js';
import { demandesProblems } from '../problems.js';
import { DocumentsQuery, NewDocumentDto, PublishedDocumentDto, publishedDocumentDto } from './documents.dto.js';
import { AnswersAttachment } from './file-answer.js';

@AdministrationApi('Documents des familles')
@Controller('collectivites/:collectiviteId/documents')
@UseInterceptors(ReadUploads)
export class DocumentsController {
  constructor(
    private readonly findDocuments: FindDocuments,
    private readonly publishDocument: PublishDocument,
    private readonly files: FileStore,
  ) {}

  /** Lister ce qui a été publié pour les familles, y compris retiré, le plus récent d’abord */
  @Get()
  @Allowed('agent', 'administrateur')
  @ApiPage(PublishedDocumentDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: DocumentsQuery,
  ): Promise<Page<PublishedDocumentDto>> {
    const limit = limitOf(query);
    const slice = { familyId: query.familyId, after: query.after, limit: limit + 1 };
    return pageOf(await this.findDocuments.ofCollectivite(collectiviteId, slice), limit, publishedDocumentDto);
  }

  /** Publier un document pour une famille ou pour toutes */
  @Post()
  @Allowed('agent', 'administrateur')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiProblems(demandesProblems.ATTACHMENT_TYPE_REFUSED, httpProblems.PAYLOAD_TOO_LARGE, httpProblems.TOO_MANY_REQUESTS)
  async publish(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { title, familyId, files: [file] }: NewDocumentDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PublishedDocumentDto> {
    const document = { collectiviteId, familyId: familyId ?? null, title, file: file!, publishedBy: accountId };
    return publishedDocumentDto(await this.publishDocument.run(document));
  }

  /**
   * Retirer un document
   *
   * Les familles ne le voient plus.
   */
  @Post(':documentId/withdrawals')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(demandesProblems.DOCUMENT_WITHDRAWN)
  async withdraw(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('documentId', IdPipe) documentId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PublishedDocumentDto> {
    return publishedDocumentDto(await this.publishDocument.withdraw(collectiviteId, documentId, accountId));
  }

  /** Télécharger un document */
  @Get(':documentId/content')
  @Allowed('agent', 'administrateur')
  @AnswersAttachment()
  async content(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('documentId', IdPipe) documentId: number,
  ): Promise<StreamableFile> {
    const { file } = await this.findDocuments.one(collectiviteId, documentId);
    return download(file, this.files.read(file));
  }
}
