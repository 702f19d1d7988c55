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

/** Debts paid in several times, as agreed with the family. */
export class PaymentPlans1763880000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'payment_plan_settings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        tell_after_days: int('$ BETWEEN 0 AND 60'),
        end_after_days: nullable(int('$ BETWEEN 1 AND 365')),
      },
      { unique: [['collectivite_id']] },
    );
    await createTable(
      runner,
      'payment_plans',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        total_cents: cents('$ > 0'),
        agreed_on: day(),
        agreed_by: refersTo('accounts'),
        agreed_at: moment(),
        note: nullable(text(500)),
        ended_on: nullable(day()),
        ended_for: nullable(oneOf('AGENT', 'MISSED')),
        ended_by: nullable(refersTo('accounts')),
        end_reason: nullable(text(500)),
      },
      { index: [['family_id'], ['collectivite_id', 'ended_on']], checks: ['(ended_on IS NULL) = (ended_for IS NULL)'] },
    );
    await createTable(
      runner,
      'payment_plan_invoices',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        plan_id: belongsTo('payment_plans'),
        invoice_id: belongsTo('invoices'),
        number: text(40),
        agreed_cents: cents('$ > 0'),
        /** 1 while the plan is held, NULL afterwards: an invoice is under one plan at a time. */
        active: nullable(int('$ = 1')),
      },
      {
        unique: [
          ['plan_id', 'invoice_id'],
          ['invoice_id', 'active'],
        ],
      },
    );
    await createTable(
      runner,
      'payment_plan_instalments',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        plan_id: belongsTo('payment_plans'),
        position: int('$ > 0'),
        due_on: day(),
        amount_cents: cents('$ > 0'),
        miss_told: nullable(moment()),
      },
      {
        unique: [
          ['plan_id', 'position'],
          ['plan_id', 'due_on'],
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
