import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, addIndex, changeWords, remakeTable } from '../platform/database/alter-table.js';
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
  text,
} from '../platform/database/schema.js';

const KEPT = [
  ...['id', 'collectivite_id', 'billing_run_id', 'invoice_id', 'family_id', 'child_id', 'session_id', 'prestation_id'],
  ...['date', 'event', 'amount_cents', 'care_cents', 'label', 'explanation'],
];

/** Credit notes, credits that pay invoices, and charges of a difference for a day that was billed before. */
export class CreditNotes1763880000065 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('credit_notes'))) await remakeCharges(runner);
    await addColumns(
      runner,
      'billing_runs',
      /** CORRECTION: bills the differences on days that were billed; BOOKING: the one invoice of a basket that is paid. */
      { kind: oneOf('ORDINARY', 'CORRECTION', 'BOOKING') },
      { fill: { kind: "'ORDINARY'" } },
    );
    /** CARRIED: too little to be issued alone; SET_ASIDE: taken out of its run by an agent. Neither takes a number. */
    await changeWords(runner, 'invoices', 'state', oneOf('DRAFT', 'ISSUED', 'NOTHING_DUE', 'CARRIED', 'SET_ASIDE'));
    await createTable(
      runner,
      'credit_notes',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        invoice_id: belongsTo('invoices'),
        family_id: belongsTo('families'),
        /** The run whose differences it gives back; NULL: made by itself. */
        billing_run_id: nullable(belongsTo('billing_runs')),
        state: oneOf('DRAFT', 'ISSUED'),
        reason: oneOf(
          'POINTING_ERROR',
          'JUSTIFIED_ABSENCE',
          'TARIFF',
          'DISCOUNT',
          'CANCELLATION',
          'DOUBLE_BILLING',
          'CORRECTION',
          'OTHER',
        ),
        reason_text: nullable(text(200)),
        /** What asked for it, so that it is made once: a key of the agent's click, or the event that the machine heard. */
        source_key: nullable(text(220)),
        series: text(20),
        year: nullable(int()),
        number: nullable(int('$ > 0')),
        issued_on: nullable(day()),
        total_cents: cents('$ >= 0'),
        /** What it lowers of what was still due; the rest became a credit of the family. */
        lowered_cents: nullable(cents('$ >= 0')),
        snapshot: nullable(longText()),
        pdf_file_id: nullable(belongsTo('stored_files')),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
      },
      {
        unique: [
          ['collectivite_id', 'series', 'year', 'number'],
          ['collectivite_id', 'source_key'],
          ['billing_run_id', 'invoice_id'],
        ],
        index: [['family_id', 'state'], ['invoice_id'], ['state', 'pdf_file_id']],
        checks: [
          "state <> 'ISSUED' OR (number IS NOT NULL AND year IS NOT NULL AND issued_on IS NOT NULL AND lowered_cents IS NOT NULL AND snapshot IS NOT NULL AND total_cents > 0)",
          'lowered_cents IS NULL OR lowered_cents <= total_cents',
          "reason <> 'OTHER' OR reason_text IS NOT NULL",
        ],
      },
    );
    await createTable(
      runner,
      'credit_note_lines',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        billing_run_id: nullable(belongsTo('billing_runs')),
        credit_note_id: belongsTo('credit_notes'),
        charge_id: belongsTo('charges'),
        amount_cents: cents('$ > 0'),
      },
      { unique: [['credit_note_id', 'charge_id']], index: [['charge_id'], ['billing_run_id']] },
    );
    /** A family's credit that paid an invoice; no money moved. */
    await createTable(
      runner,
      'credit_uses',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        invoice_id: belongsTo('invoices'),
        amount_cents: cents('$ > 0'),
        used_on: day(),
        /** NULL: used by itself, when the invoice was issued. */
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
      },
      { index: [['family_id'], ['invoice_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}

/**
 * What a child owes for a session can be charged again, for the difference: the key says at which rank. What credit
 * notes took back of a charge is counted in its row, so that the database refuses what would exceed it.
 */
async function remakeCharges(runner: QueryRunner): Promise<void> {
  // Set aside here, because the rows gain what they had not; a migration stopped half-way goes on from there.
  if (!(await runner.hasTable('charges_aside')))
    await runner.query(
      `CREATE TABLE charges_aside AS SELECT ${KEPT.join(', ')}, 1 AS charge_rank, 0 AS credited_cents FROM charges`,
    );
  await remakeTable(
    runner,
    'charges',
    [...KEPT, 'charge_rank', 'credited_cents'],
    [
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
        care_cents: nullable(cents('$ >= 0')),
        label: text(200),
        explanation: longText(),
        charge_rank: int('$ > 0'),
        credited_cents: cents('$ >= 0'),
      },
      {
        unique: [['session_id', 'child_id', 'charge_rank']],
        index: [['invoice_id'], ['billing_run_id']],
        checks: ['care_cents IS NULL OR care_cents <= amount_cents', 'credited_cents <= amount_cents'],
      },
    ],
  );
  await addIndex(runner, 'charges', ['family_id', 'prestation_id', 'date']);
  await addIndex(
    runner,
    'charges',
    ['collectivite_id', 'session_id', 'child_id', 'family_id', 'event', 'amount_cents', 'credited_cents'],
    'ix_charges_tally',
  );
}
