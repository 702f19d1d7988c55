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

  /** Lister les articles dans tous les états, le dernier écrit d’abord */
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

  /** Lire un article */
  @Get(':articleId')
  @Allowed('agent', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('articleId', IdPipe) articleId: number,
  ): Promise<ArticleDto> {
    return articleDto(await this.findArticles.one(collectiviteId, articleId));
  }

  /** Écrire un brouillon */
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

  /** Modifier un article qui n’est pas retiré */
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

  /** Jeter un brouillon */
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

  /**
   * Publier un brouillon
   *
   * Les familles le voient à partir de son début d’affichage.
   */
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

  /** Retirer définitivement un article publié */
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
