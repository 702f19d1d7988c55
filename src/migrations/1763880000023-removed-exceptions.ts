import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { moment, nullable, refersTo } from '../platform/database/schema.js';

/** An exception that the mairie takes back stays with the sessions that it ruled. */
export class RemovedExceptions1763880000023 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'policy_exceptions', {
      removed_by: nullable(refersTo('accounts')),
      removed_at: nullable(moment()),
    });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
