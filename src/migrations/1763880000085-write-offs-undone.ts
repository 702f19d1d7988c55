import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, day, id, moment, refersTo, text } from '../platform/database/schema.js';

/** A decision that was recorded by mistake, or taken back: the debt stands again. */
export class WriteOffsUndone1763880000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'write_off_reversals',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        write_off_id: belongsTo('write_offs'),
        note: text(200),
        accounted_on: day(),
        reversed_by: refersTo('accounts'),
        reversed_at: moment(),
      },
      { unique: [['write_off_id']], index: [['collectivite_id', 'accounted_on']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
