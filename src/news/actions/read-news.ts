import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindChildrenOfFamily } from '../../families/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ArticleRow } from '../data/article.entity.js';

/** The news of a family: what is published now, for everyone or for a school of its children. */
@Injectable()
export class ReadNews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findChildrenOfFamily: FindChildrenOfFamily,
  ) {}

  /** Up to `limit` articles, newest first, after the article `after`. */
  async run(
    collectiviteId: number,
    familyId: number,
    { after, limit }: { after?: number | undefined; limit: number },
  ): Promise<ArticleRow[]> {
    const seen = await this.seenBy(collectiviteId, familyId);
    return this.database.read(async () => {
      const last = after ? await this.database.repository(ArticleRow).findOneBy({ id: after, collectiviteId }) : null;
      const from = last?.visibleFrom?.epochMilliseconds;
      const older = from === undefined ? '' : 'AND (a.visible_from < ? OR (a.visible_from = ? AND a.id < ?))';
      return this.rows(`${seen.condition} ${older} ORDER BY a.visible_from DESC, a.id DESC LIMIT ?`, [
        ...seen.parameters,
        ...(from === undefined ? [] : [from, from, last!.id]),
        limit,
      ]);
    });
  }

  /** Throws NOT_FOUND, for an article that the family does not see too. */
  async one(collectiviteId: number, familyId: number, articleId: number): Promise<ArticleRow> {
    const seen = await this.seenBy(collectiviteId, familyId);
    const [row] = await this.database.read(() =>
      this.rows(`${seen.condition} AND a.id = ?`, [...seen.parameters, articleId]),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette actualité n’existe pas, ou n’est plus affichée.');
    return row;
  }

  private async seenBy(collectiviteId: number, familyId: number) {
    const now = this.clock.now();
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, now);
    // A child who arrives in the coming weeks already needs the news of its school.
    const children = await this.findChildrenOfFamily.run(collectiviteId, familyId, today, today.add({ months: 3 }));
    const schools = [...new Set(children.flatMap(({ siteId }) => (siteId === null ? [] : [siteId])))];
    const ofSchools = schools.length
      ? `OR EXISTS (SELECT 1 FROM article_sites s WHERE s.article_id = a.id AND s.site_id IN (${schools.map(() => '?').join(', ')}))`
      : '';
    return {
      condition: `a.collectivite_id = ? AND a.state = 'PUBLISHED' AND a.visible_from <= ?
        AND (a.visible_until IS NULL OR a.visible_until > ?)
        AND (NOT EXISTS (SELECT 1 FROM article_sites s WHERE s.article_id = a.id) ${ofSchools})`,
      parameters: [collectiviteId, now.epochMilliseconds, now.epochMilliseconds, ...schools],
    };
  }

  private async rows(condition: string, parameters: readonly unknown[]): Promise<ArticleRow[]> {
    const found = await this.database.rows<{ id: number }>(
      `SELECT a.id FROM articles a WHERE ${condition}`,
      parameters,
    );
    const ids = found.map(({ id }) => Number(id));
    const rows = await this.database.repository(ArticleRow).findBy({ id: In(ids) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}
