import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { belongsTo, cents, longText, nullable, oneOf, text } from '../platform/database/schema.js';

/** The avis des sommes à payer that the commune prints itself, and what of paying online was not to be set. */
export class PrintedNotices1763880000088 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'claim_batches', {
      /** Who sends them, as its file told the comptable; null before, and where it has none. */
      notices: nullable(oneOf('DGFIP', 'SHARED', 'COMMUNE')),
      /** What they say besides the pieces, frozen with the file or with the first of them; null before. */
      notice_terms: nullable(longText()),
    });
    /** The avis of a piece, drawn once. */
    await addColumns(
      runner,
      'treasury_settings',
      /** How the 21 digits that pay an article of a rôle are composed. */
      { roll_reference: text(21) },
      { fill: { roll_reference: "'EEEEPPRRDDDDDDDDDDDDD'" } },
    );
    await addColumns(
      runner,
      'payfip_settings',
      /** The highest amount of one payment. */
      { most_cents: cents('$ BETWEEN 100 AND 9999999') },
      { fill: { most_cents: '9999999' } },
    );
    await addColumns(runner, 'claim_pieces', { pdf_file_id: nullable(belongsTo('stored_files')) });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
