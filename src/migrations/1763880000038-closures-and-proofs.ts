import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { int, moment, nullable } from '../platform/database/schema.js';

/** Which closure called a session off, so that its removal finds it; and when the file of a proof was erased. */
export class ClosuresAndProofs1763880000038 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // No foreign key: a closure that is removed is gone, and the session may stay called off.
    await addColumns(runner, 'sessions', { closure_id: nullable(int()) }, { index: [['closure_id']] });
    await runner.query(
      `UPDATE sessions SET closure_id =
         (SELECT MIN(c.id) FROM closures c JOIN prestations p ON p.id = sessions.prestation_id
          WHERE c.collectivite_id = sessions.collectivite_id AND c.reason = sessions.called_off_reason
            AND (c.site_id IS NULL OR c.site_id = p.site_id)
            AND c.from_date <= sessions.date AND c.to_date >= sessions.date)
       WHERE called_off_at IS NOT NULL AND closure_id IS NULL`,
    );
    await addColumns(runner, 'absence_proofs', { file_erased_at: nullable(moment()) });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
