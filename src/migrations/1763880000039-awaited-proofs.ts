import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, day, id, oneOf, refersTo } from '../platform/database/schema.js';

const COLUMNS = 'id, collectivite_id, billing_run_id, session_id, child_id, prestation_id, date, kind';

/** An absence that is billed while its proof may still come: one more thing for an agent to look at. */
export class AwaitedProofs1763880000039 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // Neither engine can widen a CHECK in place, and no other table refers to this one: its rows are set aside.
    const aside = 'billing_anomalies_aside';
    if (!(await runner.hasTable(aside)))
      await runner.query(`CREATE TABLE ${aside} AS SELECT ${COLUMNS} FROM billing_anomalies`);
    await runner.query('DROP TABLE IF EXISTS billing_anomalies');
    await createTable(
      runner,
      'billing_anomalies',
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
    );
    await runner.query(`INSERT INTO billing_anomalies (${COLUMNS}) SELECT ${COLUMNS} FROM ${aside}`);
    await runner.query(`DROP TABLE ${aside}`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
