import type { MigrationInterface, QueryRunner } from 'typeorm';
import { remakeTable } from '../platform/database/alter-table.js';
import { belongsTo, id, int, longText, nullable, refersTo, text } from '../platform/database/schema.js';

/** A titre of a public body that the Trésorerie refused can be made again: one is in force, the refused ones stay. */
export class TitresMadeAgain1763880000087 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const kept = ['id', 'collectivite_id', 'batch_id', 'roll_id', 'report_id', 'content'];
    const columns = {
      id: id(),
      collectivite_id: refersTo('collectivites'),
      /** The bordereau of this one titre. */
      batch_id: belongsTo('claim_batches'),
      /** The rôle that it recapitulates. */
      roll_id: nullable(belongsTo('claim_batches')),
      /** The collection report that it takes into the budget. */
      report_id: nullable(belongsTo('collection_reports')),
      content: longText(),
      /** 1 for the titre of its rôle or report, null once another was made in its place. */
      in_force: nullable(int('$ = 1')),
      /** Why the comptable rejected it; what the Guichet refuses is said of the bordereau. */
      rejected_for: nullable(text(600)),
    };
    const rules = {
      unique: [['batch_id'], ['roll_id', 'in_force'], ['report_id', 'in_force']],
      checks: ['(roll_id IS NULL) <> (report_id IS NULL)'],
    };
    await remakeTable(runner, 'claim_titres', kept, [columns, rules]);
    await runner.query('UPDATE claim_titres SET in_force = 1');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
