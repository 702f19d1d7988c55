import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { text } from '../platform/database/schema.js';

/** The days of the week on which the schools of a collectivité are open: four, or four and a half. */
export class SchoolWeek1763880000035 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const fill = { school_weekdays: "'MO,TU,TH,FR'" };
    await addColumns(runner, 'collectivites', { school_weekdays: text(20) }, { fill });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
