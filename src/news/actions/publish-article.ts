import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ArticleRow, ArticleSiteRow } from '../data/article.entity.js';
import { newsProblems } from '../problems.js';
import { windowAtPublication } from '../rules/article-state.js';
import { type Article, FindArticles } from './find-articles.js';

/** Moves an article from draft to published to withdrawn; a draft may be thrown away. */
@Injectable()
export class PublishArticle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findArticles: FindArticles,
  ) {}

  /** Throws NOT_FOUND, ARTICLE_NOT_IN_STATE, ARTICLE_WINDOW_NOT_VALID. */
  async run(collectiviteId: number, articleId: number, accountId: number | null): Promise<Article> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const draft = await this.findArticles.one(collectiviteId, articleId);
      const window = windowAtPublication(draft, now);
      if (!window)
        throw newsProblems.ARTICLE_WINDOW_NOT_VALID(
          'La date de fin d’affichage est déjà passée. Changez-la, puis publiez.',
        );
      const { affected } = await this.database
        .repository(ArticleRow)
        .update(
          { id: articleId, collectiviteId, state: 'DRAFT' },
          { ...window, state: 'PUBLISHED', publishedAt: now, updatedAt: now },
        );
      if (affected === 0) throw newsProblems.ARTICLE_NOT_IN_STATE('Seul un brouillon peut être publié.');
      await this.trace(collectiviteId, articleId, accountId, 'article.published');
      return this.findArticles.one(collectiviteId, articleId);
    });
  }

  /** Families no longer see it. Throws NOT_FOUND, ARTICLE_NOT_IN_STATE. */
  async withdraw(collectiviteId: number, articleId: number, accountId: number | null): Promise<Article> {
    return this.database.unit(async () => {
      await this.findArticles.one(collectiviteId, articleId);
      const { affected } = await this.database
        .repository(ArticleRow)
        .update(
          { id: articleId, collectiviteId, state: 'PUBLISHED' },
          { state: 'WITHDRAWN', updatedAt: this.clock.now() },
        );
      if (affected === 0) throw newsProblems.ARTICLE_NOT_IN_STATE('Seule une actualité publiée peut être retirée.');
      await this.trace(collectiviteId, articleId, accountId, 'article.withdrawn');
      return this.findArticles.one(collectiviteId, articleId);
    });
  }

  /** Throws away what nobody has read. Throws NOT_FOUND, ARTICLE_NOT_IN_STATE. */
  async deleteDraft(collectiviteId: number, articleId: number): Promise<void> {
    await this.database.unit(async () => {
      const { state } = await this.findArticles.one(collectiviteId, articleId);
      if (state !== 'DRAFT')
        throw newsProblems.ARTICLE_NOT_IN_STATE('Une actualité publiée ne se supprime pas. Retirez-la.');
      await this.database.repository(ArticleSiteRow).delete({ articleId, collectiviteId });
      const { affected } = await this.database
        .repository(ArticleRow)
        .delete({ id: articleId, collectiviteId, state: 'DRAFT' });
      if (affected === 0)
        throw newsProblems.ARTICLE_NOT_IN_STATE('Cette actualité vient d’être publiée. Retirez-la si besoin.');
    });
  }

  private async trace(collectiviteId: number, articleId: number, accountId: number | null, action: string) {
    await this.audit.record({ collectiviteId, accountId, action, subject: `article:${articleId}` });
  }
}
