import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, id, moment, refersTo, text } from '../platform/database/schema.js';

/** Private addresses at which calendars read what is reserved for a child. */
export class CalendarFeeds1763880000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'calendar_feeds',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        child_id: belongsTo('children'),
        account_id: refersTo('accounts'),
        /** Of the secret in the address, which is told once and kept nowhere. */
        digest: text(43),
        created_at: moment(),
      },
      { unique: [['digest'], ['family_id', 'child_id', 'account_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
