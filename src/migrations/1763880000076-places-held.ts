import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import {
  belongsTo,
  cents,
  createTable,
  id,
  int,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
} from '../platform/database/schema.js';

/** Places held while a family pays for them, where a prestation is paid at booking. */
export class PlacesHeld1763880000076 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    /** For how long a place is held while it is paid. */
    await addColumns(
      runner,
      'collectivites',
      { hold_minutes: int('$ BETWEEN 5 AND 120') },
      { fill: { hold_minutes: '20' } },
    );
    /** When its places were paid; it is paid once. */
    await addColumns(runner, 'basket_validations', { paid_at: nullable(moment()) });
    /** What was paid for it when it was booked; NULL: it is billed with the month. */
    await addColumns(runner, 'reservations', { paid_cents: nullable(cents('$ > 0')) });
    await createTable(
      runner,
      'place_holds',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        validation_id: belongsTo('basket_validations'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        family_id: belongsTo('families'),
        state: oneOf('HELD', 'RESERVED', 'RELEASED'),
        /** 1 while held, NULL afterwards. */
        living: nullable(int('$ = 1')),
        /** What is promised and will be paid: the columns of a reservation. */
        unit_cents: cents('$ > 0'),
        unjustified_absence_cents: cents('$ >= 0'),
        price_explanation: longText(),
        supplements: nullable(longText()),
        menu_type_id: nullable(belongsTo('menu_types')),
        late_booking: nullable(longText()),
        held_at: moment(),
        /** First instant at which its payment can no longer be begun. */
        expires_at: moment(),
        /** First instant at which the place may be given back: later while a payment is under way. */
        kept_until: moment(),
        ended_at: nullable(moment()),
        /** Why it was given back. */
        released_for: nullable(oneOf('EXPIRED', 'NOT_PAID', 'GIVEN_UP', 'LIST_CLOSED', 'CALLED_OFF')),
        reservation_id: nullable(belongsTo('reservations')),
        /** When the family was told that it was not reserved. */
        told_at: nullable(moment()),
      },
      {
        unique: [['session_id', 'child_id', 'living']],
        index: [['living', 'kept_until'], ['validation_id'], ['state', 'told_at']],
        checks: [
          "(living IS NOT NULL AND state = 'HELD' AND ended_at IS NULL) OR (living IS NULL AND state <> 'HELD' AND ended_at IS NOT NULL)",
          "(state = 'RESERVED' AND reservation_id IS NOT NULL) OR (state <> 'RESERVED' AND reservation_id IS NULL)",
          "(state = 'RELEASED' AND released_for IS NOT NULL) OR (state <> 'RELEASED' AND released_for IS NULL)",
          'kept_until >= expires_at',
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
