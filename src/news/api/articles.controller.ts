import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindArticles } from '../actions/find-articles.js';
import { PublishArticle } from '../actions/publish-article.js';
import { WriteArticle } from '../actions/write-article.js';
import { newsProblems } from '../problems.js';
import { ArticleDto, articleDto, ArticlesQuery, ChangeArticleDto, NewArticleDto } from './articles.dto.js';

@AdministrationApi('Actualités')
@Controller('collectivites/:collectiviteId/articles')
export class ArticlesController {
  constructor(
    private readonly findArticles: FindArticles,
    private readonly writeArticle: WriteArticle,
    private readonly publishArticle: PublishArticle,
  ) {}

  /** List the articles in any state, the last written first. */
  @Get()
  @Allowed('agent', 'administrateur')
  @ApiPage(ArticleDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: ArticlesQuery,
  ): Promise<Page<ArticleDto>> {
    const limit = limitOf(query);
    const { state, after } = query;
    return pageOf(await this.findArticles.run(collectiviteId, { state, after, limit: limit + 1 }), limit, articleDto);
  }

  /** Read an article. */
  @Get(':articleId')
  @Allowed('agent', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('articleId', IdPipe) articleId: number,
  ): Promise<ArticleDto> {
    return articleDto(await this.findArticles.one(collectiviteId, articleId));
  }

  /** Write a draft. */
  @Post()
  @Allowed('agent', 'administrateur')
  @ApiProblems(newsProblems.ARTICLE_WINDOW_NOT_VALID)
  async draft(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { title, body, siteIds, visibleFrom, visibleUntil }: NewArticleDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ArticleDto> {
    const text = {
      title,
      body,
      siteIds: siteIds ?? [],
      visibleFrom: visibleFrom ?? null,
      visibleUntil: visibleUntil ?? null,
    };
    return articleDto(await this.writeArticle.draft(collectiviteId, text, caller.accountId));
  }

  /** Change an article that is not withdrawn. */
  @Patch(':articleId')
  @Allowed('agent', 'administrateur')
  @ApiProblems(newsProblems.ARTICLE_WINDOW_NOT_VALID, newsProblems.ARTICLE_NOT_IN_STATE)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('articleId', IdPipe) articleId: number,
    @Body() body: ChangeArticleDto,
  ): Promise<ArticleDto> {
    return articleDto(await this.writeArticle.change(collectiviteId, articleId, { ...body }));
  }

  /** Throw a draft away. */
  @Delete(':articleId')
  @HttpCode(204)
  @Allowed('agent', 'administrateur')
  @ApiProblems(newsProblems.ARTICLE_NOT_IN_STATE)
  async deleteDraft(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('articleId', IdPipe) articleId: number,
  ): Promise<void> {
    await this.publishArticle.deleteDraft(collectiviteId, articleId);
  }

  /** Publish a draft: families see it from its start on. */
  @Post(':articleId/publications')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(newsProblems.ARTICLE_WINDOW_NOT_VALID, newsProblems.ARTICLE_NOT_IN_STATE)
  async publish(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('articleId', IdPipe) articleId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<ArticleDto> {
    return articleDto(await this.publishArticle.run(collectiviteId, articleId, caller.accountId));
  }

  /** Withdraw a published article for good. */
  @Post(':articleId/withdrawals')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(newsProblems.ARTICLE_NOT_IN_STATE)
  async withdraw(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('articleId', IdPipe) articleId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<ArticleDto> {
    return articleDto(await this.publishArticle.withdraw(collectiviteId, articleId, caller.accountId));
  }
}
