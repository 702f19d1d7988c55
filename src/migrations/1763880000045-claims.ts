import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  cents,
  createTable,
  day,
  flag,
  id,
  int,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** What the comptable public collects: settings of the Trésorerie, bordereaux, their pieces, what comes back of them. */
export class Claims1763880000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'treasury_settings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** TITRE: one for each invoice. ORMC: articles of a rôle. */
        mode: oneOf('TITRE', 'ORMC'),
        codique: text(7),
        siret: text(14),
        collectivite_code: text(3),
        budget_code: text(2),
        budget_label: text(38),
        regie_number: nullable(text(10)),
        regie_triplet: text(8),
        /** Who sends the avis des sommes à payer: DGFIP, COMMUNE, or SHARED, which the commune sends and the comptable sees. */
        notices: oneOf('DGFIP', 'SHARED', 'COMMUNE'),
        /** Days after the bordereau on which the commune sends its avis. */
        notice_days: int('$ BETWEEN 0 AND 60'),
        key_nature: text(2),
        sends_key_digit: flag(),
        debt_period: int('$ BETWEEN 0 AND 9'),
        least_cents: cents('$ >= 0'),
        /** What only an avis des sommes à payer says: signatory, court, offices, slip. */
        notice: nullable(longText()),
        updated_at: moment(),
      },
      { unique: [['collectivite_id']] },
    );
    await createTable(
      runner,
      'product_codes',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        prestation_id: belongsTo('prestations'),
        from_date: day(),
        /** Code produit local at the Trésorerie. */
        code: text(4),
        /** Chapitre budgétaire. */
        chapter: text(4),
      },
      { unique: [['collectivite_id', 'prestation_id', 'from_date']] },
    );
    await createTable(
      runner,
      'claim_batches',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        kind: oneOf('TITRE', 'ORMC', 'REDUCTION'),
        /** COMPOSING takes debts, NUMBERED has its numbers and no file yet, FAULTY has a file that the schema refuses. */
        state: oneOf('COMPOSING', 'NUMBERED', 'FAULTY', 'READY', 'EMPTY'),
        selection: longText(),
        issued_on: day(),
        exercise: int('$ > 0'),
        budget_code: text(2),
        number: nullable(int('$ > 0')),
        first_piece: nullable(int('$ > 0')),
        pieces: int('$ >= 0'),
        total_cents: cents('$ >= 0'),
        file_id: nullable(belongsTo('stored_files')),
        schema_checked: flag(),
        faults: nullable(longText()),
        acquit: nullable(oneOf('ACCEPTED', 'REFUSED')),
        acquit_errors: nullable(longText()),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
      },
      {
        unique: [['collectivite_id', 'budget_code', 'exercise', 'kind', 'number']],
        checks: [
          "state IN ('COMPOSING', 'EMPTY') OR (number IS NOT NULL AND first_piece IS NOT NULL AND pieces > 0)",
          "(state = 'READY') = (file_id IS NOT NULL)",
        ],
      },
    );
    await createTable(
      runner,
      'claim_pieces',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        batch_id: belongsTo('claim_batches'),
        piece_rank: int('$ > 0'),
        family_id: belongsTo('families'),
        invoice_id: belongsTo('invoices'),
        /** The invoice while the comptable has its debt: one claim at a time. */
        held_invoice_id: nullable(belongsTo('invoices')),
        /** The entry of the credit note that a reduction tells. */
        credit_entry_id: nullable(belongsTo('ledger_entries')),
        amount_cents: cents('$ > 0'),
        debt_number: nullable(text(13)),
        content: longText(),
        state: oneOf('SENT', 'TAKEN', 'RETURNED', 'CANCELLED'),
        state_reason: nullable(text(600)),
      },
      {
        unique: [['batch_id', 'piece_rank'], ['held_invoice_id'], ['credit_entry_id']],
        index: [
          ['collectivite_id', 'invoice_id'],
          ['collectivite_id', 'debt_number'],
        ],
        checks: ["held_invoice_id IS NULL OR (held_invoice_id = invoice_id AND state <> 'RETURNED')"],
      },
    );
    await createTable(
      runner,
      'claim_leftovers',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        batch_id: belongsTo('claim_batches'),
        family_id: belongsTo('families'),
        reason: oneOf('BELOW_LEAST', 'INCOMPLETE', 'OTHER_EXERCISE'),
        amount_cents: cents('$ > 0'),
        detail: nullable(text(600)),
      },
      { unique: [['batch_id', 'family_id', 'reason']] },
    );
    await createTable(
      runner,
      'claim_returns',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        piece_id: belongsTo('claim_pieces'),
        amount_cents: cents('$ > 0'),
        reason: text(600),
        returned_by: nullable(refersTo('accounts')),
        returned_at: moment(),
      },
      { unique: [['piece_id']] },
    );
    await createTable(
      runner,
      'treasury_files',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        kind: oneOf('ACQUIT', 'RETOUR'),
        digest: text(64),
        file_id: belongsTo('stored_files'),
        state: oneOf('RECEIVED', 'READ', 'REFUSED'),
        summary: nullable(longText()),
        received_by: nullable(refersTo('accounts')),
        received_at: moment(),
      },
      { unique: [['collectivite_id', 'digest']] },
    );
    await createTable(
      runner,
      'claim_collections',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        piece_id: belongsTo('claim_pieces'),
        line_number: int('$ > 0'),
        /** « OrgEma »: what it was, as the comptable says. */
        origin: text(2),
        collected_on: day(),
        amount_cents: cents('$ > 0'),
        /** Two of the same line, day, origin and amount in one file are two. */
        occurrence: int('$ > 0'),
        treasury_file_id: belongsTo('treasury_files'),
        recorded_at: moment(),
      },
      { unique: [['piece_id', 'line_number', 'origin', 'collected_on', 'amount_cents', 'occurrence']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
