import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  cents,
  createTable,
  day,
  id,
  int,
  longText,
  nullable,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Certificates of what families paid for care, by tax year. */
export class Certificates1763880000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'certificate_settings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        signatory_name: nullable(text(120)),
        signatory_title: nullable(text(120)),
        january_day: nullable(int('$ BETWEEN 1 AND 31')),
      },
      { unique: [['collectivite_id']] },
    );
    await createTable(
      runner,
      'tax_certificates',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        tax_year: int('$ BETWEEN 2000 AND 9999'),
        number: int('$ > 0'),
        issued_on: day(),
        total_cents: cents('$ > 0'),
        content: longText(),
        pdf_file_id: nullable(belongsTo('stored_files')),
      },
      {
        unique: [
          ['family_id', 'tax_year'],
          ['collectivite_id', 'tax_year', 'number'],
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
