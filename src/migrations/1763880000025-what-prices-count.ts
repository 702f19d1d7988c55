import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex, remakeTable } from '../platform/database/alter-table.js';
import { belongsTo, day, id, oneOf, refersTo } from '../platform/database/schema.js';

const KEPT = ['id', 'collectivite_id', 'billing_run_id', 'session_id', 'child_id', 'prestation_id', 'date', 'kind'];

/** What was billed to a family of a period, found at once; and one more thing for an agent to look at. */
export class WhatPricesCount1763880000025 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'charges', ['family_id', 'prestation_id', 'date']);
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
