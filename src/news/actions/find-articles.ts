import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ArticleRow, ArticleSiteRow } from '../data/article.entity.js';
import type { ArticleState } from '../rules/article-state.js';

export interface Article extends ArticleRow {
  /** None: for every family. */
  readonly siteIds: readonly number[];
}

/** Articles as the mairie sees them, in any state. */
@Injectable()
export class FindArticles {
  constructor(private readonly database: Database) {}

  /** Up to `limit` of them, the last written first, older than the article `after`. */
  run(
    collectiviteId: number,
    { state, after, limit }: { state?: ArticleState | undefined; after?: number | undefined; limit: number },
  ): Promise<Article[]> {
    return this.database.read(async () => {
      const where = { collectiviteId, ...(state ? { state } : {}), ...(after ? { id: LessThan(after) } : {}) };
      const rows = await this.database.repository(ArticleRow).find({ where, order: { id: 'DESC' }, take: limit });
      return this.withSites(collectiviteId, rows);
    });
  }

  /** Throws NOT_FOUND. */
  one(collectiviteId: number, articleId: number): Promise<Article> {
    return this.database.read(async () => {
      const row = await this.database.repository(ArticleRow).findOneBy({ id: articleId, collectiviteId });
      if (!row) throw httpProblems.NOT_FOUND('Cette actualité n’existe pas.');
      return (await this.withSites(collectiviteId, [row]))[0]!;
    });
  }

  private async withSites(collectiviteId: number, rows: readonly ArticleRow[]): Promise<Article[]> {
    const sites = await this.database.repository(ArticleSiteRow).find({
      where: { collectiviteId, articleId: In(rows.map(({ id }) => id)) },
      order: { siteId: 'ASC' },
    });
    const sitesOf = groupedBy(sites, ({ articleId }) => articleId);
    return rows.map((row) => ({ ...row, siteIds: (sitesOf.get(row.id) ?? []).map(({ siteId }) => siteId) }));
  }
}
