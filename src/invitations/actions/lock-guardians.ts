import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { GuardianRow } from '../../families/index.js';
import { Database } from '../../platform/database/database.js';

/** The guardians of a collectivité with these ids, locked in their order until the end of the unit. */
@Injectable()
export class LockGuardians {
  constructor(private readonly database: Database) {}

  async run(collectiviteId: number, guardianIds: readonly number[]): Promise<GuardianRow[]> {
    if (guardianIds.length === 0) return [];
    await this.database.rows(
      `SELECT id FROM guardians WHERE collectivite_id = ? AND id IN (${guardianIds.map(() => '?').join(', ')})
       ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId, ...guardianIds],
    );
    return this.database
      .repository(GuardianRow)
      .find({ where: { collectiviteId, id: In([...guardianIds]) }, order: { id: 'ASC' } });
  }
}
