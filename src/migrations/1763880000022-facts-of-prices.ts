import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { flag, int, nullable, oneOf } from '../platform/database/schema.js';

/** What prices depend on besides the quotient: where a family lives, how many days a week, who brings the meal. */
export class FactsOfPrices1763880000022 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'families', {
      /** What the mairie decided; NULL: told by the address. */
      residency: nullable(oneOf('RESIDENT', 'NON_RESIDENT')),
    });
    await addColumns(runner, 'enrolments', {
      /** What a forfait by days a week is for; NULL: never said. */
      days_per_week: nullable(int('$ BETWEEN 1 AND 7')),
    });
    await addColumns(
      runner,
      'menu_types',
      { brought_by_family: flag() },
      // The menu that every commune was opened with for the children whose meal comes from home.
      { fill: { brought_by_family: `CASE WHEN label_key = 'panier pai' THEN 1 ELSE 0 END` } },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
