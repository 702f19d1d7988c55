import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/**
 * Changes to the families of one collectivité happen one after the other: an import compares the whole register with
 * a file, and nothing may move under it. The lock is on a row of its own, not on the collectivité's: every row that
 * belongs to a collectivité takes a share of that one, so a long import would hold up bookings that it does not
 * concern.
 */
@Injectable()
export class TakeTurn {
  constructor(private readonly database: Database) {}

  /** Waits for its turn; kept until the end of the unit. */
  async run(collectiviteId: number): Promise<void> {
    const sql = this.database.dialect.upsert(
      'family_registers',
      ['collectivite_id'],
      ['collectivite_id'],
      'collectivite_id = family_registers.collectivite_id',
    );
    await this.database.change(sql, [collectiviteId]);
  }
}
