import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, id, nullable, refersTo, text } from '../platform/database/schema.js';

/** How a commune looks to its families: its colour and its logo. */
export class Looks1763880000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'collectivite_looks',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        colour: nullable(text(7)),
        logo_file_id: nullable(belongsTo('stored_files')),
      },
      { unique: [['collectivite_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
