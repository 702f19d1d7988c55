import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, nullable, refersTo, text } from '../platform/database/schema.js';

/** Who answers for the pages of a commune: its director of publication, its host, its data protection officer. */
export class LegalNotices1763880000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'legal_notices',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        publication_director: nullable(text(120)),
        host_name: nullable(text(120)),
        host_address: nullable(text(200)),
        host_phone: nullable(text(30)),
        data_protection_officer: nullable(text(120)),
        data_protection_email: nullable(text(254)),
      },
      { unique: [['collectivite_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
