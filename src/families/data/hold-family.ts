import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What several adults ask for one foyer at once is written one after the other. */
@Injectable()
export class HoldFamily {
  constructor(private readonly database: Database) {}

  /** Waits for its turn; kept until the end of the unit. */
  async run(collectiviteId: number, familyId: number): Promise<void> {
    const sql = `SELECT id FROM families WHERE id = ? AND collectivite_id = ?${this.database.dialect.forUpdate}`;
    await this.database.rows(sql, [familyId, collectiviteId]);
  }
}
