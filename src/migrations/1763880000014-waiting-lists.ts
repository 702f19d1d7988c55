import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { belongsTo, createTable, id, int, moment, nullable, oneOf, refersTo } from '../platform/database/schema.js';

/** Children in line for a full session, and the places offered to them. */
export class WaitingLists1763880000014 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    /** How long a place that comes free is kept for the family it is offered to. */
    await addColumns(
      runner,
      'collectivites',
      { offer_hours: int('$ BETWEEN 1 AND 240') },
      { fill: { offer_hours: '24' } },
    );
    await createTable(
      runner,
      'waiting_entries',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        family_id: belongsTo('families'),
        state: oneOf('WAITING', 'OFFERED', 'BOOKED', 'LEFT', 'DECLINED', 'EXPIRED', 'CLOSED', 'CALLED_OFF'),
        /** 1 while in line or offered a place, NULL afterwards: a child is in line once, and may come back. */
        living: nullable(int('$ = 1')),
        joined_by: refersTo('accounts'),
        joined_at: moment(),
        offered_at: nullable(moment()),
        /** First instant at which the offer can no longer be accepted. */
        expires_at: nullable(moment()),
        ended_at: nullable(moment()),
      },
      {
        unique: [['session_id', 'child_id', 'living']],
        index: [
          ['living', 'expires_at'],
          ['family_id', 'living'],
        ],
        checks: [
          "(living IS NOT NULL AND state IN ('WAITING', 'OFFERED') AND ended_at IS NULL) OR (living IS NULL AND state NOT IN ('WAITING', 'OFFERED') AND ended_at IS NOT NULL)",
          "state <> 'OFFERED' OR (offered_at IS NOT NULL AND expires_at IS NOT NULL)",
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
