import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { int, nullable, text } from '../platform/database/schema.js';

/** The Trésor debits families for the articles of a rôle: their accounts are in its file, which lies sealed. */
export class DebitsOfTitres1763880000047 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    /** Names the bordereau to what is sealed of it; null where its file holds no account, and is not sealed. */
    const sealed = { sealed_reference: nullable(text(36)) };
    const checks = ['sealed_reference IS NULL OR file_id IS NOT NULL'];
    await addColumns(runner, 'claim_batches', sealed, { checks });
    /** Days between a rôle and the day on which the Trésor debits what it holds. */
    await addColumns(runner, 'treasury_settings', { debit_days: int('$ >= 1') }, { fill: { debit_days: '30' } });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
