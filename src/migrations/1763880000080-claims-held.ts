import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeWords } from '../platform/database/alter-table.js';
import { oneOf } from '../platform/database/schema.js';

/** A bordereau also leaves what is due again at the régie of an invoice that the comptable holds. */
export class ClaimsHeld1763880000080 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const reasons = ['BELOW_LEAST', 'INCOMPLETE', 'OTHER_EXERCISE', 'BEING_PAID', 'AGREED', 'HELD'];
    await changeWords(runner, 'claim_leftovers', 'reason', oneOf(...reasons));
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
