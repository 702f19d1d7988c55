import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { int, nullable, oneOf } from '../platform/database/schema.js';

/** How many people look after the children, and by which rule. */
export class Staffing1763880000012 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'prestations', {
      /** NULL: what its kind usually is. */
      supervision: nullable(oneOf('NONE', 'DECLARED', 'DECLARED_PEDT')),
      /** Of each session that was not given its own number. */
      planned_staff: nullable(int('$ >= 0')),
    });
    await addColumns(runner, 'sessions', { planned_staff: nullable(int('$ >= 0')) });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
