import { Injectable } from '@nestjs/common';
import { FindSites } from '../../../collectivites/index.js';
import { Database } from '../../../platform/database/database.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import type { ExceptionScope } from '../../rules/policy-exceptions.js';
import { FindPrestations } from '../find-prestations.js';

/**
 * Holds what an exception rules: its prestations by id, so that no session is planned meanwhile, then what names its
 * scope, so that two exceptions of one scope come one after the other. See docs/concurrency.md.
 */
@Injectable()
export class HoldExceptionScope {
  constructor(
    private readonly database: Database,
    private readonly findSites: FindSites,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** Inside the caller's unit; answers the prestations in use, by id. Throws NOT_FOUND. */
  async run(collectiviteId: number, { prestationId, siteId }: ExceptionScope): Promise<PrestationRow[]> {
    const lock = this.database.dialect.forUpdate;
    if (prestationId !== null) {
      const prestation = await this.findPrestations.locked(collectiviteId, prestationId);
      return prestation.archived ? [] : [prestation];
    }
    if (siteId !== null) await this.findSites.one(collectiviteId, siteId);
    const atSite = siteId === null ? '' : ' AND site_id = ?';
    await this.database.rows(
      `SELECT id FROM prestations WHERE collectivite_id = ?${atSite} ORDER BY id${lock}`,
      siteId === null ? [collectiviteId] : [collectiviteId, siteId],
    );
    const [table, id] = siteId === null ? ['collectivites', collectiviteId] : ['sites', siteId];
    await this.database.rows(`SELECT id FROM ${table} WHERE id = ?${lock}`, [id]);
    const prestations = await this.findPrestations.run(collectiviteId, siteId === null ? {} : { siteId });
    return prestations.sort((a, b) => a.id - b.id);
  }
}
