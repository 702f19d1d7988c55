import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { longText, nullable } from '../platform/database/schema.js';

/** The labels of the supplements that a child takes: usually, on a day that is prepared, on a day that is reserved. */
export class ChosenSupplements1763880000030 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    /** NULL: none. */
    await addColumns(runner, 'enrolments', { supplements: nullable(longText()) });
    /** NULL: those of the enrolment. */
    await addColumns(runner, 'basket_lines', { supplements: nullable(longText()) });
    /** NULL: none. */
    await addColumns(runner, 'reservations', { supplements: nullable(longText()) });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
