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
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Credits given back to families by transfer: what they ask for, the lists, what the bank sent back. */
export class Refunds1763880000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'refund_lists',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        accounted_on: day(),
        year: int(),
        number: int('$ > 0'),
        total_cents: cents('$ > 0'),
        /** The photograph that its paper prints: no account in clear. */
        paper: longText(),
        pdf_file_id: nullable(belongsTo('stored_files')),
        made_by: refersTo('accounts'),
        made_at: moment(),
      },
      { unique: [['collectivite_id', 'year', 'number']], index: [['collectivite_id', 'accounted_on']] },
    );
    await createTable(
      runner,
      'refunds',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        refund_list_id: belongsTo('refund_lists'),
        family_id: belongsTo('families'),
        /** UUID: names the row to what is sealed in it. */
        reference: text(36),
        /** Sealed. */
        account: text(800),
        amount_cents: cents('$ > 0'),
      },
      { unique: [['refund_list_id', 'family_id']], index: [['family_id']] },
    );
    /** A refund is cancelled once. */
    await createTable(
      runner,
      'refund_reversals',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        refund_id: belongsTo('refunds'),
        note: text(200),
        accounted_on: day(),
        reversed_by: refersTo('accounts'),
        reversed_at: moment(),
      },
      { unique: [['refund_id']], index: [['collectivite_id', 'accounted_on']] },
    );
    /** A family asks for its refund: one request waits at a time. */
    await createTable(
      runner,
      'refund_requests',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        reference: text(36),
        /** Sealed. */
        account: text(800),
        masked_iban: text(20),
        /** 1 while it waits. */
        living: nullable(int('$ = 1')),
        refund_id: nullable(belongsTo('refunds')),
        asked_by: refersTo('accounts'),
        asked_at: moment(),
        ended_at: nullable(moment()),
      },
      {
        unique: [['collectivite_id', 'family_id', 'living'], ['refund_id']],
        checks: ['(living IS NULL) = (ended_at IS NOT NULL)', 'living IS NULL OR refund_id IS NULL'],
      },
    );
    /** What left by transfer is taken off what is handed over of the transfers, once; what came back is added again. */
    await createTable(
      runner,
      'remittance_refunds',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        remittance_id: belongsTo('remittances'),
        refund_id: nullable(belongsTo('refunds')),
        refund_reversal_id: nullable(belongsTo('refund_reversals')),
        amount_cents: cents('$ <> 0'),
      },
      {
        unique: [['refund_id'], ['refund_reversal_id']],
        index: [['remittance_id']],
        checks: ['(refund_id IS NULL) <> (refund_reversal_id IS NULL)', '(refund_id IS NULL) = (amount_cents > 0)'],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
