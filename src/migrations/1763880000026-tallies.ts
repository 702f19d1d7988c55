import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex } from '../platform/database/alter-table.js';

/**
 * What a year of sessions is summed up from, read from the indexes alone: without them a simulation fetches each of its
 * millions of rows, long texts included, for a few numbers.
 */
export class Tallies1763880000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const place = ['collectivite_id', 'session_id'];
    await addIndex(
      runner,
      'reservations',
      [
        ...[...place, 'active', 'child_id', 'family_id', 'booked_at', 'cancelled_at'],
        ...['unit_cents', 'unjustified_absence_cents', 'late_cancellation'],
      ],
      'ix_reservations_tally',
    );
    await addIndex(
      runner,
      'attendances',
      [...place, 'child_id', 'family_id', 'state', 'arrived_at', 'left_at'],
      'ix_attendances_tally',
    );
    await addIndex(runner, 'charges', [...place, 'child_id', 'family_id', 'event', 'amount_cents'], 'ix_charges_tally');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
