import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from '../platform/database/alter-table.js';
import {
  belongsTo,
  createTable,
  day,
  id,
  longText,
  moment,
  nullable,
  refersTo,
  text,
} from '../platform/database/schema.js';

const EARLIER_CLOSING = 'CASE WHEN add_closes_at < cancel_closes_at THEN add_closes_at ELSE cancel_closes_at END';
const LATER_CLOSING = 'CASE WHEN add_closes_at > cancel_closes_at THEN add_closes_at ELSE cancel_closes_at END';

/** Policies that say everything: what happens after a deadline, exceptions on some dates, the kitchen's order. */
export class WholePolicies1763880000008 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'booking_policies',
      { policy: longText() },
      {
        fill: {
          policy: `CONCAT('{"add":{"deadline":', add_deadline, '},"cancel":{"deadline":', cancel_deadline, '}}')`,
        },
      },
    );
    await dropColumns(runner, 'booking_policies', ['add_deadline', 'cancel_deadline']);
    await createTable(
      runner,
      'policy_exceptions',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** Whom it concerns: one prestation, else the prestations of one site, else all of the collectivité. */
        prestation_id: nullable(belongsTo('prestations')),
        site_id: nullable(belongsTo('sites')),
        from_date: day(),
        to_date: day(),
        reason: text(120),
        /** The operations that it rules instead of the policy. */
        rules: longText(),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
      },
      {
        index: [['collectivite_id', 'to_date']],
        checks: ['from_date <= to_date', 'prestation_id IS NULL OR site_id IS NULL'],
      },
    );
    await addColumns(
      runner,
      'sessions',
      {
        policy_exception_id: nullable(belongsTo('policy_exceptions')),
        /** First instant at which one may book; always, where it is not told. */
        add_opens_at: nullable(moment()),
        /** When even what the policy accepts after a deadline is over. */
        add_ends_at: moment(),
        cancel_ends_at: moment(),
        modify_closes_at: moment(),
        diet_closes_at: moment(),
        /** When the headcount is frozen and handed to the kitchen. */
        orders_at: moment(),
      },
      {
        fill: {
          add_ends_at: 'add_closes_at',
          cancel_ends_at: 'cancel_closes_at',
          modify_closes_at: EARLIER_CLOSING,
          diet_closes_at: 'add_closes_at',
          orders_at: LATER_CLOSING,
        },
        index: [['frozen_at', 'orders_at']],
        checks: ['add_closes_at <= add_ends_at', 'cancel_closes_at <= cancel_ends_at'],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
