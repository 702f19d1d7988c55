import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsTo, createTable, day, id, longText, moment, refersTo } from '../platform/database/schema.js';

/** What is served on a day, where the mairie tells families. */
export class PublishedMenus1763880000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'published_menus',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        prestation_id: belongsTo('prestations'),
        date: day(),
        dishes: longText(),
        published_by: refersTo('accounts'),
        published_at: moment(),
      },
      { unique: [['prestation_id', 'date']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
