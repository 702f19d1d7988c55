import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, id, refersTo } from '../platform/database/schema.js';

/** Up to which message each adult has read a demande, whatever the device. */
export class ReadAnswers1763880000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'demande_readings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        account_id: refersTo('accounts'),
        demande_id: belongsTo('demandes'),
        message_id: belongsTo('demande_messages'),
      },
      { unique: [['account_id', 'demande_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
