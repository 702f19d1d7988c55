import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { SiteRow } from '../data/site.entity.js';

@Injectable()
export class FindSites {
  constructor(private readonly database: Database) {}

  /** All of them by name, the archived ones too: what happened there still shows its name. */
  run(collectiviteId: number): Promise<SiteRow[]> {
    return this.database.read(() =>
      this.database.repository(SiteRow).find({ where: { collectiviteId }, order: { nameKey: 'ASC' } }),
    );
  }

  /** Throws NOT_FOUND, for a site of another collectivité too. */
  async one(collectiviteId: number, siteId: number): Promise<SiteRow> {
    const site = await this.database.read(() =>
      this.database.repository(SiteRow).findOneBy({ id: siteId, collectiviteId }),
    );
    if (!site) throw httpProblems.NOT_FOUND('Ce site n’existe pas dans cette collectivité.');
    return site;
  }
}
