import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { moment, nullable } from '../platform/database/schema.js';

/** A session that is billed says so itself: nobody books, cancels or calls it off any more. */
export class BilledSessions1763880000021 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'sessions',
      { billed_at: nullable(moment()) },
      { fill: { billed_at: '(SELECT r.closed_at FROM attendance_rolls r WHERE r.session_id = sessions.id)' } },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
