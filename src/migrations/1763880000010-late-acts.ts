import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import {
  belongsTo,
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

/** What families do after a deadline, what they are spared of it, and the menu of one day. */
export class LateActs1763880000010 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'reservations', {
      /** The menu of that day; null: the child's usual one. */
      menu_type_id: nullable(belongsTo('menu_types')),
      /** The effect of the policy under which it was booked after the deadline. */
      late_booking: nullable(longText()),
      /** Cancelled after the deadline: owed in full, or credited all the same. */
      late_cancellation: nullable(oneOf('BILL_FULL', 'CREDIT')),
    });
    await createTable(
      runner,
      'late_requests',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        family_id: belongsTo('families'),
        operation: oneOf('ADD', 'CANCEL'),
        state: oneOf('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'),
        /** 1 while it waits for the mairie, NULL once answered: one at a time for a child, a session and an operation. */
        pending: nullable(int('$ = 1')),
        asked_by: refersTo('accounts'),
        asked_at: moment(),
        decided_by: nullable(refersTo('accounts')),
        decided_at: nullable(moment()),
        answer: nullable(text(300)),
      },
      {
        unique: [['session_id', 'child_id', 'operation', 'pending']],
        index: [
          ['collectivite_id', 'pending'],
          ['family_id', 'id'],
        ],
        checks: ["(state = 'PENDING' AND pending IS NOT NULL) OR (state <> 'PENDING' AND pending IS NULL)"],
      },
    );
    await createTable(
      runner,
      'family_waivers',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        /** Which waiver of the policies the family has, for instance SHIFT_WORK. */
        kind: text(30),
        from_date: day(),
        to_date: day(),
        /** What was shown to the mairie, for instance the employer's letter of 3 September. */
        proof: text(120),
        granted_by: nullable(refersTo('accounts')),
        granted_at: moment(),
        ended_by: nullable(refersTo('accounts')),
        ended_at: nullable(moment()),
      },
      { index: [['family_id', 'to_date']], checks: ['from_date <= to_date'] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
