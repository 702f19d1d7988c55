import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, day, id, moment, nullable, refersTo, text } from '../platform/database/schema.js';

/** What becomes of a bordereau de versement: the comptable received it, or the régisseur took it back before. */
export class RemittancesUndone1763880000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    /** Signed by the comptable, once. */
    await createTable(
      runner,
      'remittance_acceptances',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        remittance_id: belongsTo('remittances'),
        accepted_on: day(),
        /** What he wrote on it: a number of receipt. */
        reference: nullable(text(60)),
        noted_by: refersTo('accounts'),
        noted_at: moment(),
      },
      { unique: [['remittance_id']] },
    );
    /** Taken back, once: its lines go, as its payments are on no bordereau; its row and its paper stay. */
    await createTable(
      runner,
      'remittance_reversals',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        remittance_id: belongsTo('remittances'),
        note: text(200),
        accounted_on: day(),
        reversed_by: refersTo('accounts'),
        reversed_at: moment(),
      },
      { unique: [['remittance_id']], index: [['collectivite_id', 'accounted_on']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
