import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { int, nullable } from '../platform/database/schema.js';

/** What a run was computed from is told by how often it changed, not by the clock. */
export class SessionRevisions1763880000020 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    /** Grows whenever a booking, a cancellation or a pointing of the session is committed. */
    await addColumns(runner, 'sessions', { revision: int('$ >= 0') }, { fill: { revision: '0' } });
    /** The sum of the revisions of its sessions when it was computed; a run computed before is computed again. */
    await addColumns(runner, 'billing_runs', { computed_revision: nullable(int('$ >= 0')) });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
