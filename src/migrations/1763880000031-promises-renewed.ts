import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { moment, nullable } from '../platform/database/schema.js';

/** When a reserved day was promised again, at another price: its menu changed, or what is taken with it. */
export class PromisesRenewed1763880000031 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    /** NULL: never, the promise is that of the booking. */
    await addColumns(runner, 'reservations', { promised_at: nullable(moment()) });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
