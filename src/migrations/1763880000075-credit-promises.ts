import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, cents, createTable, id, refersTo } from '../platform/database/schema.js';

/** What of a family's credit is kept for something that is not paid yet. */
export class CreditPromises1763880000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'credit_promises',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        /** What it is kept for: the places of this validation of a basket. */
        validation_id: belongsTo('basket_validations'),
        promised_cents: cents('$ > 0'),
      },
      { unique: [['validation_id']], index: [['family_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
