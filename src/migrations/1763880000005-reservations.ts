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
  text,
} from '../platform/database/schema.js';

/** Baskets, reservations, headcounts, attendance. */
export class Reservations1763880000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'baskets',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        account_id: refersTo('accounts'),
        updated_at: moment(),
      },
      { unique: [['family_id', 'account_id']] },
    );
    await createTable(
      runner,
      'basket_lines',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        basket_id: belongsTo('baskets'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        added_at: moment(),
      },
      { unique: [['basket_id', 'session_id', 'child_id']] },
    );
    await createTable(
      runner,
      'basket_validations',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        account_id: refersTo('accounts'),
        /** Given by the client: the same request sent again finds the validation instead of making another. */
        idempotency_key: nullable(text(200)),
        /** The instant that decided, read once when the request came. */
        validated_at: moment(),
        /** Null while lines are still being decided. */
        finished_at: nullable(moment()),
        accepted: int('$ >= 0'),
        refused: int('$ >= 0'),
        recap: longText(),
      },
      { unique: [['account_id', 'idempotency_key']], index: [['family_id'], ['finished_at', 'validated_at']] },
    );
    await createTable(
      runner,
      'reservations',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        /** The foyer that has the child on that day, and pays. */
        family_id: belongsTo('families'),
        state: oneOf('RESERVED', 'CANCELLED'),
        /** 1 while reserved, NULL once cancelled: one living reservation per child and session, any number of cancelled ones. */
        active: nullable(int('$ = 1')),
        /** Prices promised at booking, and the row of the tariff they came from. */
        unit_cents: cents('$ >= 0'),
        unjustified_absence_cents: cents('$ >= 0'),
        price_explanation: longText(),
        booked_by: nullable(refersTo('accounts')),
        booked_at: moment(),
        cancelled_by: nullable(refersTo('accounts')),
        cancelled_at: nullable(moment()),
      },
      {
        unique: [['session_id', 'child_id', 'active']],
        index: [['family_id', 'session_id'], ['child_id']],
        checks: [
          "(state = 'RESERVED' AND active IS NOT NULL AND cancelled_at IS NULL) OR (state = 'CANCELLED' AND active IS NULL AND cancelled_at IS NOT NULL)",
        ],
      },
    );
    await createTable(
      runner,
      'headcounts',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        menu_type_id: belongsTo('menu_types'),
        children: int('$ >= 0'),
        frozen_at: moment(),
      },
      { unique: [['session_id', 'menu_type_id']] },
    );
    await createTable(
      runner,
      'attendances',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        family_id: belongsTo('families'),
        /** The session's date, so that a family's period is read without every session of the commune. */
        date: day(),
        state: oneOf('PRESENT', 'PRESENT_UNPLANNED', 'ABSENT_JUSTIFIED', 'ABSENT_UNJUSTIFIED'),
        arrived_at: nullable(text(5)),
        left_at: nullable(text(5)),
        recorded_by: nullable(refersTo('accounts')),
        recorded_at: moment(),
      },
      { unique: [['session_id', 'child_id']], index: [['family_id', 'date']] },
    );
    /** One row per session that was pointed or billed: whoever points it or bills it changes this row first. */
    await createTable(
      runner,
      'attendance_rolls',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        revised_at: nullable(moment()),
        /** Billed: what happened can no longer be changed here. */
        closed_at: nullable(moment()),
      },
      { unique: [['session_id']] },
    );
    await createTable(
      runner,
      'attendance_corrections',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        attendance_id: belongsTo('attendances'),
        former_state: text(20),
        new_state: text(20),
        former_arrived_at: nullable(text(5)),
        former_left_at: nullable(text(5)),
        reason: nullable(text(200)),
        corrected_by: nullable(refersTo('accounts')),
        corrected_at: moment(),
      },
      { index: [['attendance_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
