import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  day,
  flag,
  id,
  int,
  moment,
  nullable,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Places that prestations share, or that an age band has for itself; and who holds which place. */
export class PlacePools1763880000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'place_pools',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** « le réfectoire », with its article: families read it. */
        name: text(60),
        name_key: text(60),
        /** The band, in whole years on the day: from … to under …; NULL where it has no bound. */
        age_from: nullable(int('$ >= 0')),
        age_under: nullable(int('$ >= 1')),
        /** Of each day that was not given its own number. */
        places: int('$ >= 0'),
        created_at: moment(),
      },
      {
        unique: [['collectivite_id', 'name_key']],
        checks: ['age_from IS NULL OR age_under IS NULL OR age_from < age_under'],
      },
    );
    await createTable(
      runner,
      'place_pool_members',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        pool_id: belongsTo('place_pools'),
        prestation_id: belongsTo('prestations'),
      },
      { unique: [['pool_id', 'prestation_id']] },
    );
    await createTable(
      runner,
      'place_pool_days',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        pool_id: belongsTo('place_pools'),
        date: day(),
        places: int('$ >= 0'),
        taken: int('$ >= 0'),
        /** The mairie gave this day its own number: that of the pool no longer changes it. */
        own_places: flag(),
      },
      { unique: [['pool_id', 'date']], index: [['collectivite_id', 'date']], checks: ['taken <= places'] },
    );
    /** One row for each child who has a place in a session. */
    await createTable(
      runner,
      'taken_places',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
      },
      { unique: [['session_id', 'child_id']] },
    );
    /** The pools in which that place counts. */
    await createTable(
      runner,
      'taken_pool_places',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        pool_day_id: belongsTo('place_pool_days'),
        taken_place_id: belongsTo('taken_places'),
      },
      { unique: [['pool_day_id', 'taken_place_id']], index: [['taken_place_id']] },
    );
    await runner.query(
      `INSERT INTO taken_places (collectivite_id, session_id, child_id)
       SELECT r.collectivite_id, r.session_id, r.child_id FROM reservations r
       WHERE r.active = 1 AND NOT EXISTS (SELECT 1 FROM taken_places t WHERE t.session_id = r.session_id AND t.child_id = r.child_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
