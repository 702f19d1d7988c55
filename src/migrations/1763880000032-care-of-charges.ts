import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { cents, nullable } from '../platform/database/schema.js';

/** The care in an amount, which alone counts for the tax credit. */
export class CareOfCharges1763880000032 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    /** NULL: the tariff does not tell the meal from the care, or the charge is older than this column. */
    await addColumns(
      runner,
      'charges',
      { care_cents: nullable(cents('$ >= 0')) },
      { checks: ['care_cents IS NULL OR care_cents <= amount_cents'] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
