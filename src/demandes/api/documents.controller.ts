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

  /** List what was published to families, the withdrawn documents too, newest first. */
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

  /** Publish a document for one family or for all. */
  @Post()
  @Allowed('agent', 'administrateur')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiProblems(demandesProblems.ATTACHMENT_TYPE_REFUSED, httpProblems.PAYLOAD_TOO_LARGE)
  async publish(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { title, familyId, files: [file] }: NewDocumentDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PublishedDocumentDto> {
    const document = { collectiviteId, familyId: familyId ?? null, title, file: file!, publishedBy: accountId };
    return publishedDocumentDto(await this.publishDocument.run(document));
  }

  /** Withdraw a document: families no longer see it. */
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

  /** Download a document. */
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
