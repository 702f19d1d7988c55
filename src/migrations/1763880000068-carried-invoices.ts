import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import {
  belongsTo,
  cents,
  createTable,
  flag,
  id,
  moment,
  nullable,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Drafts that are too little to be issued alone are carried over; one that an agent sets aside leaves its run. */
export class CarriedInvoices1763880000068 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'collectivites',
      /** Below it a draft is carried over; 0: everything is issued. */
      { issue_threshold_cents: cents('$ >= 0') },
      { fill: { issue_threshold_cents: '0' } },
    );
    await addColumns(
      runner,
      'billing_runs',
      /** Issued whatever the threshold. */
      { issues_everything: flag() },
      { fill: { issues_everything: '0' } },
    );
    await addColumns(
      runner,
      'invoices',
      /** The draft or invoice that asks for what this one carried over. */
      { carried_to_id: nullable(belongsTo('invoices')) },
      { index: [['carried_to_id']] },
    );
    await createTable(
      runner,
      'billing_set_asides',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        billing_run_id: belongsTo('billing_runs'),
        family_id: belongsTo('families'),
        reason: text(200),
        set_by: refersTo('accounts'),
        set_at: moment(),
      },
      { unique: [['billing_run_id', 'family_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
