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

/** Absences told beforehand or afterwards, and what proves them. */
export class Absences1763880000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'absences',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        child_id: belongsTo('children'),
        /** The foyer that declared it and whose days it concerns; NULL: the mairie did, for whoever booked. */
        family_id: nullable(belongsTo('families')),
        /** NULL: every prestation. */
        prestation_id: nullable(belongsTo('prestations')),
        from_date: day(),
        to_date: day(),
        kind: oneOf('ILLNESS', 'ACCIDENT', 'HOSPITAL', 'BEREAVEMENT', 'STRIKE', 'SCHOOL_TRIP', 'ALERT', 'OTHER'),
        note: nullable(text(200)),
        declared_by: nullable(refersTo('accounts')),
        declared_at: moment(),
        withdrawn_by: nullable(refersTo('accounts')),
        withdrawn_at: nullable(moment()),
      },
      {
        index: [
          ['collectivite_id', 'to_date'],
          ['child_id', 'to_date'],
          ['family_id', 'to_date'],
        ],
        checks: ['from_date <= to_date', 'withdrawn_by IS NULL OR withdrawn_at IS NOT NULL'],
      },
    );
    await createTable(
      runner,
      'absence_proofs',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        absence_id: belongsTo('absences'),
        received_at: moment(),
        /** NULL: a paper that the mairie holds. */
        file_id: nullable(belongsTo('stored_files')),
        recorded_by: nullable(refersTo('accounts')),
        recorded_at: moment(),
        refused_reason: nullable(text(200)),
        refused_by: nullable(refersTo('accounts')),
        refused_at: nullable(moment()),
      },
      {
        index: [['absence_id']],
        checks: ['(refused_at IS NULL) = (refused_reason IS NULL)', 'refused_by IS NULL OR refused_at IS NOT NULL'],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
