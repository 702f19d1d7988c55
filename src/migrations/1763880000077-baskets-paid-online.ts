import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { belongsTo, nullable } from '../platform/database/schema.js';

/** The last attempt to pay a basket online: a failure of an earlier one gives no place back. */
export class BasketsPaidOnline1763880000077 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'basket_validations', { online_payment_id: nullable(belongsTo('online_payments')) });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
