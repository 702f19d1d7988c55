import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, createTable, day, id, int, moment, nullable, refersTo } from '../platform/database/schema.js';

/** Days up to which the ledger takes nothing any more. */
export class ClosedPeriods1763880000070 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ledger_periods',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** The last day that is closed; those before it are too. */
        to_date: day(),
        /** Rank of the last entry that was sealed when it was closed. */
        chain_rank: int('$ >= 0'),
        closed_at: moment(),
        /** NULL when the monthly report closed it. */
        closed_by: nullable(refersTo('accounts')),
      },
      { unique: [['collectivite_id', 'to_date']] },
    );
    await appendOnly(runner, 'ledger_periods');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
