import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { PrestationRow } from '../data/prestation.entity.js';
import { prestationsProblems } from '../problems.js';

@Injectable()
export class FindPrestations {
  constructor(private readonly database: Database) {}

  /** The prestations of a collectivité, or of one of its sites; archived ones too when asked for. By name. */
  run(
    collectiviteId: number,
    { siteId, archived = false }: { readonly siteId?: number; readonly archived?: boolean } = {},
  ): Promise<PrestationRow[]> {
    return this.database.read(() =>
      this.database.repository(PrestationRow).find({
        where: {
          collectiviteId,
          ...(siteId === undefined ? {} : { siteId }),
          ...(archived ? {} : { archived: false }),
        },
        order: { name: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** One prestation, archived or not. Throws NOT_FOUND. */
  async one(collectiviteId: number, prestationId: number): Promise<PrestationRow> {
    const row = await this.database.read(() =>
      this.database.repository(PrestationRow).findOneBy({ collectiviteId, id: prestationId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette prestation n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /**
   * One prestation, whose versions, enrolments and sessions nobody else changes until the end of the unit: what is
   * checked before writing still holds when it is written. Throws NOT_FOUND.
   */
  async locked(collectiviteId: number, prestationId: number): Promise<PrestationRow> {
    await this.database.rows(
      `SELECT id FROM prestations WHERE collectivite_id = ? AND id = ?${this.database.dialect.forUpdate}`,
      [collectiviteId, prestationId],
    );
    return this.one(collectiviteId, prestationId);
  }

  /** As `locked`, for what is only added to a prestation in use. Throws NOT_FOUND, PRESTATION_ARCHIVED. */
  async open(collectiviteId: number, prestationId: number): Promise<PrestationRow> {
    const row = await this.locked(collectiviteId, prestationId);
    if (row.archived)
      throw prestationsProblems.PRESTATION_ARCHIVED('Cette prestation est archivée. Remettez-la en service d’abord.');
    return row;
  }
}
