import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Means } from '../rules/means.js';
import { RemittanceAcceptanceRow } from './remittance-acceptance.entity.js';
import { RemittanceReversalRow } from './remittance-reversal.entity.js';
import { RemittanceRow } from './remittance.entity.js';

export interface RemittanceFate {
  /** Null until the comptable received it. */
  readonly acceptance: RemittanceAcceptanceRow | null;
  /** Null unless it was taken back. */
  readonly reversal: RemittanceReversalRow | null;
}

/** Bordereaux that may still be taken back, held until the caller's unit ends: what a new one deducts stays true. */
@Injectable()
export class HoldRemittances {
  constructor(private readonly database: Database) {}

  /** All those of a means that the comptable has not received, in the order of their ids. */
  async ofMeans(collectiviteId: number, means: Means): Promise<void> {
    await this.database.rows(
      `SELECT r.id FROM remittances r
       WHERE r.collectivite_id = ? AND r.means = ?
         AND NOT EXISTS (SELECT 1 FROM remittance_acceptances a WHERE a.remittance_id = r.id)
         AND NOT EXISTS (SELECT 1 FROM remittance_reversals v WHERE v.remittance_id = r.id)
       ORDER BY r.id${this.database.dialect.forUpdate}`,
      [collectiviteId, means],
    );
  }

  /** One, with what became of it; null when there is none. */
  async one(collectiviteId: number, id: number): Promise<(RemittanceFate & { readonly row: RemittanceRow }) | null> {
    await this.database.rows(
      `SELECT id FROM remittances WHERE collectivite_id = ? AND id = ?${this.database.dialect.forUpdate}`,
      [collectiviteId, id],
    );
    const row = await this.database.repository(RemittanceRow).findOneBy({ collectiviteId, id });
    if (!row) return null;
    const of = { collectiviteId, remittanceId: id };
    return {
      row,
      acceptance: await this.database.repository(RemittanceAcceptanceRow).findOneBy(of),
      reversal: await this.database.repository(RemittanceReversalRow).findOneBy(of),
    };
  }
}
