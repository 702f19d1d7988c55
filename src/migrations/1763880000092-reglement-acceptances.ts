import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, createTable, day, id, moment, refersTo, text } from '../platform/database/schema.js';

/** Which version of the règlement each adult accepted, and when. Never changed, never taken back. */
export class ReglementAcceptances1763880000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'reglement_acceptances',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        account_id: refersTo('accounts'),
        /** Tells one text from another: it changes with any deadline, price or rule. */
        version: text(12),
        /** A day on which it applied: its text can be read again by it. */
        applied_on: day(),
        accepted_at: moment(),
      },
      { unique: [['collectivite_id', 'account_id', 'version']] },
    );
    await appendOnly(runner, 'reglement_acceptances');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
