import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  cents,
  createTable,
  day,
  flag,
  id,
  int,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Payments by PayFiP: how each collectivité has it, each attempt, what it is to settle. */
export class OnlinePayments1763880000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'payfip_settings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        active: flag(),
        numcli: text(6),
        mode: oneOf('T', 'X', 'W'),
        several_invoices: flag(),
        reference_form: oneOf('INVOICE', 'NUMBER'),
        reference_prefix: nullable(text(8)),
        /** Client number of the comptable, under which families pay titres and rôles. */
        treasury_numcli: nullable(text(6)),
        updated_at: moment(),
        updated_by: nullable(refersTo('accounts')),
      },
      { unique: [['collectivite_id']] },
    );
    await createTable(
      runner,
      'online_payments',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        target_kind: oneOf('INVOICES', 'BASKET'),
        /** The validation of a basket; what invoices are paid is in `online_payment_invoices`. */
        validation_id: nullable(belongsTo('basket_validations')),
        state: oneOf('CREATED', 'PENDING', 'PAID', 'TESTED', 'CANCELLED', 'REFUSED', 'EXPIRED', 'FAILED', 'ANOMALY'),
        anomaly: nullable(oneOf('DIFFERENT', 'UNKNOWN_RESULT', 'QUESTION_REFUSED', 'NO_ANSWER')),
        /** What was answered that made it so: codes and names of fields. */
        told: nullable(text(80)),
        amount_cents: cents('$ > 0'),
        numcli: text(6),
        exercise: int('$ BETWEEN 2000 AND 9999'),
        reference: text(30),
        mode: oneOf('T', 'X', 'W'),
        /** Of PayFiP; null until it answered. */
        id_op: nullable(text(64)),
        created_at: moment(),
        created_by: nullable(refersTo('accounts')),
        asked_at: nullable(moment()),
        ask_again_at: nullable(moment()),
        authorisation: nullable(text(16)),
        paid_on: nullable(day()),
        payment_id: nullable(belongsTo('payments')),
      },
      {
        unique: [['id_op'], ['collectivite_id', 'reference'], ['payment_id']],
        index: [['ask_again_at'], ['collectivite_id', 'state'], ['family_id']],
        checks: [
          "(state = 'PAID') = (payment_id IS NOT NULL)",
          "(state = 'ANOMALY') = (anomaly IS NOT NULL)",
          "(target_kind = 'BASKET') = (validation_id IS NOT NULL)",
          "state IN ('CREATED', 'FAILED') OR id_op IS NOT NULL",
        ],
      },
    );
    await createTable(
      runner,
      'online_payment_invoices',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        online_payment_id: belongsTo('online_payments'),
        invoice_id: belongsTo('invoices'),
        amount_cents: cents('$ > 0'),
        /** 1 while no other attempt at this invoice may begin, NULL afterwards. */
        blocks: nullable(int('$ = 1')),
      },
      {
        unique: [
          ['online_payment_id', 'invoice_id'],
          ['collectivite_id', 'invoice_id', 'blocks'],
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
