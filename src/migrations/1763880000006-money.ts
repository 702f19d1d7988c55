import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  appendOnly,
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
  text,
} from '../platform/database/schema.js';

/** Charges, invoices, the ledger, payments, collection reports. */
export class Money1763880000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'billing_runs',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        from_date: day(),
        to_date: day(),
        /** ISSUING: some invoices may have their number already; it only goes on to ISSUED. */
        state: oneOf('DRAFT', 'ISSUING', 'ISSUED', 'DISCARDED'),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
        /** How many computations were begun: each one goes on only while it is the latest. */
        computation: int('$ >= 0'),
        /** NULL while a computation is under way, or when one was cut short. */
        computed_at: nullable(moment()),
        issued_at: nullable(moment()),
      },
      { index: [['collectivite_id', 'from_date']], checks: ['from_date <= to_date'] },
    );
    await createTable(
      runner,
      'invoices',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        billing_run_id: belongsTo('billing_runs'),
        family_id: belongsTo('families'),
        /** NOTHING_DUE: all its charges are free; it takes no number and is not sent. */
        state: oneOf('DRAFT', 'ISSUED', 'NOTHING_DUE'),
        series: text(20),
        year: nullable(int()),
        number: nullable(int('$ > 0')),
        issued_on: nullable(day()),
        due_on: nullable(day()),
        period_from: day(),
        period_to: day(),
        total_cents: cents('$ >= 0'),
        /** The photograph taken at issue: names, address, the collectivité, the words of each line. */
        snapshot: nullable(longText()),
        pdf_file_id: nullable(belongsTo('stored_files')),
      },
      {
        unique: [
          ['collectivite_id', 'series', 'year', 'number'],
          ['billing_run_id', 'family_id'],
        ],
        index: [
          ['family_id', 'state'],
          ['state', 'pdf_file_id'],
        ],
        checks: [
          "state <> 'ISSUED' OR (number IS NOT NULL AND year IS NOT NULL AND issued_on IS NOT NULL AND due_on IS NOT NULL AND snapshot IS NOT NULL)",
        ],
      },
    );
    await createTable(
      runner,
      'charges',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        billing_run_id: belongsTo('billing_runs'),
        invoice_id: belongsTo('invoices'),
        family_id: belongsTo('families'),
        child_id: belongsTo('children'),
        session_id: belongsTo('sessions'),
        prestation_id: belongsTo('prestations'),
        date: day(),
        event: oneOf('UNIT', 'UNPLANNED', 'UNJUSTIFIED_ABSENCE'),
        amount_cents: cents('$ >= 0'),
        label: text(200),
        explanation: longText(),
      },
      { unique: [['session_id', 'child_id']], index: [['invoice_id'], ['billing_run_id']] },
    );
    /** What an agent should look at before issue: a reservation without pointage, a price that cannot be told… */
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
        kind: oneOf('ATTENDANCE_NOT_RECORDED', 'PRESENT_IN_CANCELLED_SESSION', 'TARIFF_MISSING', 'PAYER_UNKNOWN'),
      },
      { unique: [['billing_run_id', 'session_id', 'child_id', 'kind']] },
    );
    await createTable(
      runner,
      'ledger_accounts',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        kind: oneOf('FAMILY', 'PRODUCT', 'MEANS'),
        code: text(80),
        label: text(120),
      },
      { unique: [['collectivite_id', 'code']] },
    );
    await createTable(
      runner,
      'ledger_entries',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** The event it records, once: `invoice` 12, `payment` 7. */
        source_kind: text(30),
        source_id: int(),
        date: day(),
        label: text(160),
        posted_at: moment(),
        /** The invoice whose debt this entry opens, with what is needed to ask for it. */
        opens_invoice_id: nullable(belongsTo('invoices')),
        invoice_number: nullable(text(40)),
        due_on: nullable(day()),
      },
      {
        unique: [['collectivite_id', 'source_kind', 'source_id'], ['opens_invoice_id']],
        index: [['collectivite_id', 'date']],
        checks: ['opens_invoice_id IS NULL OR (invoice_number IS NOT NULL AND due_on IS NOT NULL)'],
      },
    );
    await createTable(
      runner,
      'ledger_lines',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        entry_id: belongsTo('ledger_entries'),
        account_id: belongsTo('ledger_accounts'),
        /** Debit positive, credit negative; never zero. */
        amount_cents: cents('$ <> 0'),
        family_id: nullable(belongsTo('families')),
        invoice_id: nullable(belongsTo('invoices')),
        prestation_id: nullable(belongsTo('prestations')),
      },
      { index: [['entry_id'], ['account_id'], ['invoice_id', 'account_id'], ['collectivite_id', 'family_id']] },
    );
    await appendOnly(runner, 'ledger_entries');
    await appendOnly(runner, 'ledger_lines');
    await createTable(
      runner,
      'payments',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        means: oneOf('CHEQUE', 'CASH', 'CARD', 'CESU', 'TRANSFER'),
        amount_cents: cents('$ > 0'),
        received_on: day(),
        /** The day it counts for in the ledger and in the collection reports. */
        accounted_on: day(),
        payer_name: text(120),
        /** Cheque number and bank, transfer reference… */
        reference: nullable(text(80)),
        receipt_year: int(),
        receipt_number: int('$ > 0'),
        /** The photograph that the receipt prints, now or years later. */
        receipt: longText(),
        receipt_file_id: nullable(belongsTo('stored_files')),
        /** When the counter handed the original over; what it prints afterwards is a duplicata. */
        receipt_handed_at: nullable(moment()),
        recorded_by: nullable(refersTo('accounts')),
        recorded_at: moment(),
      },
      {
        unique: [['collectivite_id', 'receipt_year', 'receipt_number']],
        index: [['family_id'], ['collectivite_id', 'accounted_on']],
      },
    );
    await createTable(
      runner,
      'payment_allocations',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        payment_id: belongsTo('payments'),
        invoice_id: belongsTo('invoices'),
        amount_cents: cents('$ > 0'),
      },
      { unique: [['payment_id', 'invoice_id']], index: [['invoice_id']] },
    );
    await createTable(
      runner,
      'collection_reports',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        year: int(),
        number: int('$ > 0'),
        from_date: day(),
        to_date: day(),
        total_cents: cents(),
        content: longText(),
        pdf_file_id: nullable(belongsTo('stored_files')),
        made_at: moment(),
        /** The month it closes, made once by the scheduled task; NULL when an agent asked for it. */
        month: nullable(text(7)),
      },
      {
        unique: [
          ['collectivite_id', 'month'],
          ['collectivite_id', 'year', 'number'],
        ],
        checks: ['from_date <= to_date'],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
