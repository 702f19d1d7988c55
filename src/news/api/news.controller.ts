import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiPage, limitOf, type Page, PageQuery, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ReadNews } from '../actions/read-news.js';
import { NewsDto, newsDto } from './articles.dto.js';

@FamilyApi('Mes actualités')
@Controller('families/:familyId/articles')
export class NewsController {
  constructor(private readonly readNews: ReadNews) {}

  /** Lister les actualités de la famille, la plus récente d’abord */
  @Get()
  @ForFamily('agent', 'administrateur')
  @ApiPage(NewsDto)
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() query: PageQuery,
  ): Promise<Page<NewsDto>> {
    const limit = limitOf(query);
    const rows = await this.readNews.run(collectiviteId, familyId, { after: query.after, limit: limit + 1 });
    return pageOf(rows, limit, newsDto);
  }

  /** Lire une actualité */
  @Get(':articleId')
  @ForFamily('agent', 'administrateur')
  async read(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('articleId', IdPipe) articleId: number,
  ): Promise<NewsDto> {
    return newsDto(await this.readNews.one(collectiviteId, familyId, articleId));
  }
}
