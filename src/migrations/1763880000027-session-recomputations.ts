import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  id,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** What the mairie had recomputed in sessions that were planned already, and whom it told. */
export class SessionRecomputations1763880000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'session_recomputations',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        prestation_id: belongsTo('prestations'),
        /** Of what was shown before it was asked for. */
        digest: text(64),
        /** What rules the sessions from then on, as families read it. */
        rulings: longText(),
        requested_by: nullable(refersTo('accounts')),
        requested_at: moment(),
        /** When the families were told. */
        finished_at: nullable(moment()),
      },
      {
        index: [
          ['finished_at', 'requested_at'],
          ['prestation_id', 'digest'],
        ],
      },
    );
    await createTable(
      runner,
      'recomputed_sessions',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        recomputation_id: belongsTo('session_recomputations'),
        session_id: belongsTo('sessions'),
        rules_before: longText(),
        rules_after: longText(),
        /** NULL until its turn comes; KEPT: it was no longer open, or no longer as it was seen. */
        outcome: nullable(oneOf('CHANGED', 'KEPT')),
        /** The families that had a reservation or a basket line in it when it was changed. */
        families: nullable(longText()),
      },
      {
        unique: [['recomputation_id', 'session_id']],
        checks: ["(outcome = 'CHANGED') = (families IS NOT NULL) OR outcome IS NULL"],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
