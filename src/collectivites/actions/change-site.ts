import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { SiteRow } from '../data/site.entity.js';
import { type NewSite, siteKey, siteNameTaken } from './create-site.js';
import { FindSites } from './find-sites.js';

type SiteChanges = { readonly [Field in keyof NewSite]?: NewSite[Field] | undefined } & {
  readonly archived?: boolean | undefined;
};

/** Changes, archives or takes out of the archive; what is absent stays. */
@Injectable()
export class ChangeSite {
  constructor(
    private readonly database: Database,
    private readonly findSites: FindSites,
  ) {}

  /** Throws NOT_FOUND, SITE_NAME_TAKEN, SETTING_NOT_VALID. */
  async run(collectiviteId: number, siteId: number, wanted: SiteChanges): Promise<SiteRow> {
    const changes = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const row = { ...changes, ...(wanted.name === undefined ? {} : { nameKey: siteKey(wanted.name) }) };
    try {
      return await this.database.unit(async () => {
        await this.findSites.one(collectiviteId, siteId);
        if (Object.keys(row).length > 0)
          await this.database.repository(SiteRow).update({ id: siteId, collectiviteId }, row);
        return this.findSites.one(collectiviteId, siteId);
      });
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? siteNameTaken(wanted.name ?? '') : error;
    }
  }
}
