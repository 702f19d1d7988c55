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

/** What the régisseur hands over to the Trésorerie, by means, with its bordereau. */
export class Remittances1763880000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'remittances',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        means: oneOf('CHEQUE', 'CASH', 'CARD', 'CESU', 'TRANSFER', 'PAYFIP_CARD', 'PAYFIP_DEBIT', 'DIRECT_DEBIT'),
        accounted_on: day(),
        year: int(),
        number: int('$ > 0'),
        total_cents: cents('$ > 0'),
        /** The photograph that its paper prints. */
        paper: longText(),
        pdf_file_id: nullable(belongsTo('stored_files')),
        made_by: refersTo('accounts'),
        made_at: moment(),
      },
      { unique: [['collectivite_id', 'year', 'number']], index: [['collectivite_id', 'accounted_on']] },
    );
    /** A payment is handed over once; one that fails afterwards is taken off a later bordereau, once. */
    await createTable(
      runner,
      'remittance_lines',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        remittance_id: belongsTo('remittances'),
        payment_id: nullable(belongsTo('payments')),
        payment_reversal_id: nullable(belongsTo('payment_reversals')),
        amount_cents: cents('$ <> 0'),
      },
      {
        unique: [['payment_id'], ['payment_reversal_id']],
        index: [['remittance_id']],
        checks: ['(payment_id IS NULL) <> (payment_reversal_id IS NULL)', '(payment_id IS NULL) = (amount_cents < 0)'],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
