import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex } from '../platform/database/alter-table.js';

/** The members of one collectivité, found without walking through the accounts of all. */
export class MembersOfACommune1763880000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'memberships', ['collectivite_id', 'role', 'account_id']);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
