import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  cents,
  createTable,
  day,
  id,
  int,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Files of direct debits that a régie sends, and what became of each debit. */
export class DebitRuns1763880000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'debit_runs',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        year: int(),
        number: int('$ > 0'),
        collected_on: day(),
        state: oneOf('SENT', 'COLLECTED', 'CANCELLED'),
        /** Also the name of the file. */
        message_name: text(35),
        debits: int('$ > 0'),
        total_cents: cents('$ > 0'),
        /** Names the row to its sealed file. */
        reference: text(36),
        file_id: belongsTo('stored_files'),
        /** SHA-256 of the file in clear: what is sent again is what was sent. */
        file_digest: text(64),
        made_by: refersTo('accounts'),
        made_at: moment(),
        ended_at: nullable(moment()),
      },
      {
        unique: [
          ['collectivite_id', 'year', 'number'],
          ['collectivite_id', 'message_name'],
        ],
        checks: ["(state = 'SENT') = (ended_at IS NULL)"],
      },
    );
    await createTable(
      runner,
      'debits',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        debit_run_id: belongsTo('debit_runs'),
        family_id: belongsTo('families'),
        invoice_id: belongsTo('invoices'),
        invoice_number: text(30),
        mandate_id: belongsTo('mandates'),
        amount_cents: cents('$ > 0'),
        sequence: oneOf('FRST', 'RCUR'),
        bank_reference: text(35),
        collected_on: day(),
        state: oneOf('SENT', 'COLLECTED', 'REJECTED', 'CANCELLED'),
        /** 1 until it is known whether the money came, NULL afterwards: an invoice is in one debit at a time. */
        undecided: nullable(int('$ = 1')),
        payment_id: nullable(belongsTo('payments')),
        reject_reason: nullable(text(4)),
        rejected_on: nullable(day()),
        rejected_by: nullable(refersTo('accounts')),
      },
      {
        unique: [
          ['collectivite_id', 'bank_reference'],
          ['collectivite_id', 'invoice_id', 'undecided'],
        ],
        index: [['debit_run_id'], ['family_id'], ['undecided', 'collected_on'], ['mandate_id'], ['payment_id']],
        checks: [
          "(state = 'SENT') = (undecided IS NOT NULL)",
          "state <> 'COLLECTED' OR payment_id IS NOT NULL",
          "payment_id IS NULL OR state IN ('COLLECTED', 'REJECTED')",
          "(state = 'REJECTED') = (reject_reason IS NOT NULL)",
          '(reject_reason IS NULL) = (rejected_on IS NULL)',
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
