import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, id, nullable, refersTo } from '../platform/database/schema.js';

/** A basket that was paid at booking is billed once: its validation names its invoice. */
export class BilledBookings1763880000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'billed_bookings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        validation_id: belongsTo('basket_validations'),
        /** NULL: nothing was to be billed any more when it was heard of. */
        invoice_id: nullable(belongsTo('invoices')),
      },
      { unique: [['validation_id']], index: [['invoice_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
