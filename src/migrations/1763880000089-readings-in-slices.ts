import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, changeWords } from '../platform/database/alter-table.js';
import { int, oneOf } from '../platform/database/schema.js';

/** A file of the Trésorerie is read in slices, and tells how far; a run tells what waits on days that are carried over. */
export class ReadingsInSlices1763880000089 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const columns = {
      /** Pieces that were read, whatever they said. */
      pieces_read: int('$ >= 0'),
      /** Of its bytes. */
      percent_read: int('$ BETWEEN 0 AND 100'),
    };
    const fill = { pieces_read: '0', percent_read: "CASE state WHEN 'READ' THEN 100 ELSE 0 END" };
    await addColumns(runner, 'treasury_files', columns, { fill });
    const kinds = [
      'ATTENDANCE_NOT_RECORDED',
      'HOURS_NOT_RECORDED',
      'PRESENT_IN_CANCELLED_SESSION',
      'PROOF_AWAITED',
      'TARIFF_MISSING',
      'PAYER_UNKNOWN',
      'QUOTIENT_MISSING',
      'QUOTIENT_EXPIRED',
      'UNUSUAL_AMOUNT',
      'LESS_ON_CARRIED_DAY',
    ];
    await changeWords(runner, 'billing_anomalies', 'kind', oneOf(...kinds));
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
