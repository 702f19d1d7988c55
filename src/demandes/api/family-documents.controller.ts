import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { download } from '../../platform/http/download.js';
import { ApiPage, limitOf, type Page, PageQuery, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindDocuments } from '../actions/find-documents.js';
import { DocumentDto, documentDto } from './documents.dto.js';
import { AnswersAttachment } from './file-answer.js';

@FamilyApi('Mes documents')
@Controller('families/:familyId/documents')
export class FamilyDocumentsController {
  constructor(
    private readonly findDocuments: FindDocuments,
    private readonly files: FileStore,
  ) {}

  /** Lister les documents de la famille et ceux de toutes les familles, le plus récent d’abord */
  @Get()
  @ForFamily()
  @ApiPage(DocumentDto)
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() query: PageQuery,
  ): Promise<Page<DocumentDto>> {
    const limit = limitOf(query);
    const slice = { after: query.after, limit: limit + 1 };
    return pageOf(await this.findDocuments.ofFamily(collectiviteId, familyId, slice), limit, documentDto);
  }

  /** Télécharger un document */
  @Get(':documentId/content')
  @ForFamily()
  @AnswersAttachment()
  async content(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('documentId', IdPipe) documentId: number,
  ): Promise<StreamableFile> {
    const { file } = await this.findDocuments.oneOfFamily(collectiviteId, familyId, documentId);
    return download(file, this.files.read(file));
  }
}
