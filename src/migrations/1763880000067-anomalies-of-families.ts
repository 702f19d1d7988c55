import type { MigrationInterface, QueryRunner } from 'typeorm';
import { remakeTable } from '../platform/database/alter-table.js';
import { belongsTo, cents, day, id, nullable, oneOf, refersTo } from '../platform/database/schema.js';

const KEPT = ['id', 'collectivite_id', 'billing_run_id', 'session_id', 'child_id', 'prestation_id', 'date', 'kind'];

/** What is odd is told with its payer and its figures; an amount far from the habit is that of a family, of no day. */
export class AnomaliesOfFamilies1763880000067 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await remakeTable(runner, 'billing_anomalies', KEPT, [
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        billing_run_id: belongsTo('billing_runs'),
        /** NULL where nobody is known to pay, and in what was computed before this column. */
        family_id: nullable(belongsTo('families')),
        /** NULL for what is of a family's whole draft. */
        session_id: nullable(belongsTo('sessions')),
        child_id: nullable(belongsTo('children')),
        prestation_id: nullable(belongsTo('prestations')),
        date: nullable(day()),
        kind: oneOf(
          'ATTENDANCE_NOT_RECORDED',
          'HOURS_NOT_RECORDED',
          'PRESENT_IN_CANCELLED_SESSION',
          'PROOF_AWAITED',
          'TARIFF_MISSING',
          'PAYER_UNKNOWN',
          'QUOTIENT_MISSING',
          'QUOTIENT_EXPIRED',
          'UNUSUAL_AMOUNT',
        ),
        /** What is charged, and what the family usually pays. */
        amount_cents: nullable(cents('$ >= 0')),
        usual_cents: nullable(cents('$ >= 0')),
      },
      {
        unique: [['billing_run_id', 'session_id', 'child_id', 'kind']],
        index: [['billing_run_id', 'family_id']],
        checks: [
          '(session_id IS NULL) = (child_id IS NULL) AND (session_id IS NULL) = (prestation_id IS NULL) AND (session_id IS NULL) = (date IS NULL)',
          'session_id IS NOT NULL OR family_id IS NOT NULL',
        ],
      },
    ]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
