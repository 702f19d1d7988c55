import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  day,
  id,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Who may fetch a child, as its foyers say and the mairie accepts; and who may not, whatever a foyer says. */
export class AuthorisedPersons1763880000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'authorised_persons',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        child_id: belongsTo('children'),
        last_name: text(60),
        first_name: text(60),
        name_key: text(140),
        relation: text(40),
        phone: text(30),
        state: oneOf('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'),
        proposed_by: refersTo('accounts'),
        proposed_at: moment(),
        decided_by: nullable(refersTo('accounts')),
        decided_at: nullable(moment()),
      },
      {
        unique: [['family_id', 'child_id', 'name_key']],
        index: [
          ['child_id', 'state'],
          ['collectivite_id', 'state'],
        ],
        checks: ["state <> 'PENDING' OR decided_at IS NULL"],
      },
    );
    await createTable(
      runner,
      'barred_persons',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        child_id: belongsTo('children'),
        last_name: text(60),
        first_name: text(60),
        name_key: text(140),
        /** What was decided, by whom and when: « jugement du 12/03/2026 ». For the mairie alone. */
        reason: text(200),
        /** Last day, included; NULL: until it is lifted. */
        until_date: nullable(day()),
        recorded_by: refersTo('accounts'),
        recorded_at: moment(),
        lifted_by: nullable(refersTo('accounts')),
        lifted_at: nullable(moment()),
      },
      { unique: [['child_id', 'name_key']], checks: ['(lifted_by IS NULL) = (lifted_at IS NULL)'] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
