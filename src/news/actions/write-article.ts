import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { FindSites } from '../../collectivites/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { ArticleRow, ArticleSiteRow } from '../data/article.entity.js';
import { newsProblems } from '../problems.js';
import { type ArticleWindow, isWindow } from '../rules/article-state.js';
import { type Article, FindArticles } from './find-articles.js';

export interface ArticleText {
  readonly title: string;
  readonly body: string;
  /** Whose families it is for; none: everyone. */
  readonly siteIds: readonly number[];
  readonly visibleFrom: Temporal.Instant | null;
  readonly visibleUntil: Temporal.Instant | null;
}

/** Writes a draft, or changes an article that is not withdrawn. */
@Injectable()
export class WriteArticle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findSites: FindSites,
    private readonly findArticles: FindArticles,
  ) {}

  /** Throws ARTICLE_WINDOW_NOT_VALID, INVALID_REQUEST for a site of another collectivité. */
  async draft(collectiviteId: number, article: ArticleText, createdBy: number | null): Promise<Article> {
    assertWindow(article);
    const now = this.clock.now();
    const { title, body, visibleFrom, visibleUntil } = article;
    return this.database.unit(async () => {
      const id = await this.database.insert(ArticleRow, {
        collectiviteId,
        title,
        body,
        state: 'DRAFT',
        visibleFrom,
        visibleUntil,
        publishedAt: null,
        createdBy,
        createdAt: now,
        updatedAt: now,
      });
      await this.address(collectiviteId, id, article.siteIds);
      return this.findArticles.one(collectiviteId, id);
    });
  }

  /** What is absent stays. Throws NOT_FOUND, ARTICLE_NOT_IN_STATE and what `draft` throws. */
  async change(
    collectiviteId: number,
    articleId: number,
    wanted: { readonly [Field in keyof ArticleText]?: ArticleText[Field] | undefined },
  ): Promise<Article> {
    return this.database.unit(async () => {
      const before = await this.findArticles.one(collectiviteId, articleId);
      const { siteIds, ...given } = wanted;
      const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      // A published article always has a start: it is what families' lists are sorted by.
      if (before.state === 'PUBLISHED' && changes['visibleFrom'] === null) changes['visibleFrom'] = before.publishedAt;
      assertWindow({ ...before, ...changes });
      const { affected } = await this.database
        .repository(ArticleRow)
        .update(
          { id: articleId, collectiviteId, state: Not('WITHDRAWN') },
          { ...changes, updatedAt: this.clock.now() },
        );
      if (affected === 0)
        throw newsProblems.ARTICLE_NOT_IN_STATE(
          'Une actualité retirée ne change plus. Écrivez-en une nouvelle si besoin.',
        );
      if (siteIds !== undefined) {
        await this.database.repository(ArticleSiteRow).delete({ articleId, collectiviteId });
        await this.address(collectiviteId, articleId, siteIds);
      }
      return this.findArticles.one(collectiviteId, articleId);
    });
  }

  private async address(collectiviteId: number, articleId: number, siteIds: readonly number[]): Promise<void> {
    if (siteIds.length === 0) return;
    const known = new Set((await this.findSites.run(collectiviteId)).map(({ id }) => id));
    const wanted = [...new Set(siteIds)];
    if (wanted.some((siteId) => !known.has(siteId)))
      throw invalidRequest([{ field: 'siteIds', message: 'un de ces sites n’existe pas dans la collectivité.' }]);
    for (const siteId of wanted) await this.database.insert(ArticleSiteRow, { collectiviteId, articleId, siteId });
  }
}

function assertWindow(window: ArticleWindow): void {
  if (isWindow(window)) return;
  throw newsProblems.ARTICLE_WINDOW_NOT_VALID(
    typeset('L’affichage doit finir après avoir commencé : corrigez les deux dates.'),
    { errors: [{ field: 'visibleUntil', message: 'la fin vient avant le début.' }] },
  );
}
