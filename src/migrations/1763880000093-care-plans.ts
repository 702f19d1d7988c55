import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  day,
  id,
  int,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** The papers of a PAI: health data, sealed, erased once they serve no more. */
export class CarePlans1763880000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'care_plans',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        child_id: belongsTo('children'),
        family_id: belongsTo('families'),
        state: oneOf('RECEIVED', 'IN_FORCE', 'REFUSED', 'REPLACED', 'ENDED'),
        /** 1 for the one in force, NULL for all others: the unique key lets a child have one. */
        in_force: nullable(int('$ = 1')),
        valid_until: nullable(day()),
        sent_by: refersTo('accounts'),
        sent_at: moment(),
        decided_by: nullable(refersTo('accounts')),
        decided_at: nullable(moment()),
        reminded_at: nullable(moment()),
      },
      {
        unique: [['child_id', 'in_force']],
        index: [
          ['family_id', 'state'],
          ['collectivite_id', 'state'],
          ['state', 'valid_until'],
        ],
        checks: ["(state = 'IN_FORCE') = (in_force IS NOT NULL)", "state <> 'IN_FORCE' OR valid_until IS NOT NULL"],
      },
    );
    await createTable(
      runner,
      'care_plan_files',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        care_plan_id: belongsTo('care_plans'),
        /** What binds the sealed bytes to this row. */
        reference: text(20),
        /** NULL once it is erased. */
        file_id: nullable(belongsTo('stored_files')),
      },
      { unique: [['collectivite_id', 'reference']], index: [['care_plan_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
