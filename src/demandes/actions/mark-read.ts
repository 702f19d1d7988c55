import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { DemandeMessageRow, DemandeReadingRow } from '../data/demande.entity.js';
import { type DemandeScope, FindDemandes } from './find-demandes.js';

/** What an adult has read of the mairie's answers, on whatever device. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly database: Database,
    private readonly findDemandes: FindDemandes,
  ) {}

  /** Never goes back: an older page that is still open somewhere does not undo a newer reading. Throws NOT_FOUND. */
  run(scope: DemandeScope, demandeId: number, messageId: number, accountId: number): Promise<void> {
    const { collectiviteId } = scope;
    return this.database.unit(async () => {
      await this.findDemandes.one(scope, demandeId);
      const messages = this.database.repository(DemandeMessageRow);
      if (!(await messages.existsBy({ collectiviteId, demandeId, id: messageId })))
        throw httpProblems.NOT_FOUND('Ce message n’existe pas, ou vous n’y avez pas accès.');
      const sql = this.database.dialect.upsert(
        'demande_readings',
        ['collectivite_id', 'account_id', 'demande_id', 'message_id'],
        ['account_id', 'demande_id'],
        'message_id = CASE WHEN demande_readings.message_id < ? THEN ? ELSE demande_readings.message_id END',
      );
      await this.database.change(sql, [collectiviteId, accountId, demandeId, messageId, messageId, messageId]);
    });
  }

  /** Those of these demandes in which the mairie wrote something that the adult has not read. */
  unread(collectiviteId: number, demandeIds: readonly number[], accountId: number): Promise<ReadonlySet<number>> {
    return this.database.read(async () => {
      if (demandeIds.length === 0) return new Set();
      const answers = await this.database.rows<{ demande_id: number; last_id: number }>(
        `SELECT demande_id, MAX(id) AS last_id FROM demande_messages
         WHERE collectivite_id = ? AND from_mairie = 1 AND demande_id IN (${demandeIds.map(() => '?').join(', ')})
         GROUP BY demande_id`,
        [collectiviteId, ...demandeIds],
      );
      const readings = await this.database
        .repository(DemandeReadingRow)
        .findBy({ collectiviteId, accountId, demandeId: In([...demandeIds]) });
      const read = new Map(readings.map(({ demandeId, messageId }) => [demandeId, messageId]));
      const unread = answers.filter((row) => Number(row.last_id) > (read.get(Number(row.demande_id)) ?? 0));
      return new Set(unread.map((row) => Number(row.demande_id)));
    });
  }
}
