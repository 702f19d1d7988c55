import type { MigrationInterface, QueryRunner } from 'typeorm';
import { remakeTable } from '../platform/database/alter-table.js';
import { belongsTo, id, int, moment, nullable, oneOf, refersTo, text } from '../platform/database/schema.js';

const KEPT = [
  'id',
  'collectivite_id',
  'session_id',
  'child_id',
  'family_id',
  'operation',
  'state',
  'pending',
  'asked_by',
  'asked_at',
  'decided_by',
  'decided_at',
  'answer',
];

/** Exchanges and menus are asked of the mairie too, once their deadline is over. */
export class LateChanges1763880000034 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await remakeTable(runner, 'late_requests', KEPT, [
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        session_id: belongsTo('sessions'),
        child_id: belongsTo('children'),
        family_id: belongsTo('families'),
        operation: oneOf('ADD', 'CANCEL', 'MODIFY', 'DIET'),
        /** The day that is wanted instead, of an exchange. */
        to_session_id: nullable(belongsTo('sessions')),
        /** The menu that is wanted; NULL: the child's usual one, or no question of menus. */
        menu_type_id: nullable(belongsTo('menu_types')),
        state: oneOf('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'),
        /** 1 while it waits for the mairie, NULL once answered: one at a time for a child, a session and an operation. */
        pending: nullable(int('$ = 1')),
        asked_by: refersTo('accounts'),
        asked_at: moment(),
        decided_by: nullable(refersTo('accounts')),
        decided_at: nullable(moment()),
        answer: nullable(text(300)),
      },
      {
        unique: [['session_id', 'child_id', 'operation', 'pending']],
        index: [
          ['collectivite_id', 'pending'],
          ['family_id', 'id'],
        ],
        checks: [
          "(state = 'PENDING' AND pending IS NOT NULL) OR (state <> 'PENDING' AND pending IS NULL)",
          "(operation = 'MODIFY') = (to_session_id IS NOT NULL)",
          "operation = 'DIET' OR menu_type_id IS NULL",
        ],
      },
    ]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
