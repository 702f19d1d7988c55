import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  cents,
  createTable,
  day,
  id,
  int,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

const kind = () => oneOf('UNCOLLECTABLE', 'EXTINGUISHED', 'REMISSION');

/** Debts that were given up, and the nature on which a collectivité has each kind. */
export class WriteOffs1763880000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'write_off_natures',
      { id: id(), collectivite_id: refersTo('collectivites'), kind: kind(), nature: text(10) },
      { unique: [['collectivite_id', 'kind']] },
    );
    await createTable(
      runner,
      'write_offs',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        kind: kind(),
        nature: text(10),
        /** Where the debt was: at the régie, or at the comptable public. */
        debt: oneOf('FAMILY', 'CLAIM'),
        decision_reference: text(120),
        decided_on: day(),
        accounted_on: day(),
        year: int(),
        number: int('$ > 0'),
        amount_cents: cents('$ > 0'),
        /** The photograph that its paper prints. */
        paper: longText(),
        pdf_file_id: nullable(belongsTo('stored_files')),
        made_by: refersTo('accounts'),
        made_at: moment(),
      },
      {
        unique: [['collectivite_id', 'year', 'number']],
        index: [['collectivite_id', 'accounted_on'], ['family_id']],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
