import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  cents,
  createTable,
  day,
  id,
  int,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
} from '../platform/database/schema.js';

/** Payments that did not hold, and the uses of credits undone with them. */
export class PaymentReversals1763880000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'payment_reversals',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        payment_id: belongsTo('payments'),
        family_id: belongsTo('families'),
        reason: oneOf('UNPAID_CHEQUE', 'REJECTED_DEBIT', 'DISPUTED_CARD', 'TRANSFER_RECALLED', 'MISTAKE', 'OTHER'),
        accounted_on: day(),
        year: int(),
        number: int('$ > 0'),
        /** The photograph that its paper prints. */
        paper: longText(),
        pdf_file_id: nullable(belongsTo('stored_files')),
        reversed_by: nullable(refersTo('accounts')),
        reversed_at: moment(),
      },
      {
        unique: [['payment_id'], ['collectivite_id', 'year', 'number']],
        index: [['collectivite_id', 'accounted_on'], ['family_id']],
      },
    );
    await createTable(
      runner,
      'credit_use_reversals',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        /** The entry of the use: undone once. */
        entry_id: belongsTo('ledger_entries'),
        payment_reversal_id: belongsTo('payment_reversals'),
        amount_cents: cents('$ > 0'),
      },
      { unique: [['entry_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
