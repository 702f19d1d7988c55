import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { moment, nullable } from '../platform/database/schema.js';

/** When a family was told that its place in line came to nothing; those of before are not told any more. */
export class ClosedLinesTold1763880000040 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'waiting_entries',
      { told_at: nullable(moment()) },
      { fill: { told_at: "CASE WHEN state = 'CLOSED' THEN ended_at END" }, index: [['state', 'told_at']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
