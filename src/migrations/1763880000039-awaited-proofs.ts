import type { MigrationInterface, QueryRunner } from 'typeorm';
import { remakeTable } from '../platform/database/alter-table.js';
import { belongsTo, day, id, oneOf, refersTo } from '../platform/database/schema.js';

const KEPT = ['id', 'collectivite_id', 'billing_run_id', 'session_id', 'child_id', 'prestation_id', 'date', 'kind'];

/** An absence that is billed while its proof may still come: one more thing for an agent to look at. */
export class AwaitedProofs1763880000039 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await remakeTable(runner, 'billing_anomalies', KEPT, [
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        billing_run_id: belongsTo('billing_runs'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        prestation_id: belongsTo('prestations'),
        date: day(),
        kind: oneOf(
          'ATTENDANCE_NOT_RECORDED',
          'HOURS_NOT_RECORDED',
          'PRESENT_IN_CANCELLED_SESSION',
          'PROOF_AWAITED',
          'TARIFF_MISSING',
          'PAYER_UNKNOWN',
        ),
      },
      { unique: [['billing_run_id', 'session_id', 'child_id', 'kind']] },
    ]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
