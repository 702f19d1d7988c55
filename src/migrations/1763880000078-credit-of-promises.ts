import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { cents } from '../platform/database/schema.js';

/** What of a promise was in the family's credit when it was made; the rest comes with a payment online. */
export class CreditOfPromises1763880000078 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'credit_promises',
      { of_credit_cents: cents('$ >= 0') },
      { fill: { of_credit_cents: 'promised_cents' }, checks: ['of_credit_cents <= promised_cents'] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
