import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, changeWords } from '../platform/database/alter-table.js';
import {
  belongsTo,
  cents,
  createTable,
  day,
  flag,
  id,
  int,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Titres for which a public body stands, and what the comptable takes back of what he received, or gives up. */
export class PublicTitres1763880000049 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'claim_batches', 'kind', oneOf('TITRE', 'ORMC', 'REDUCTION', 'ROLL', 'REGIE'));
    await addColumns(
      runner,
      'treasury_settings',
      {
        /** Whether the titre of the régie's months is made here; mostly it is typed in the accounting package. */
        makes_regie_titre: flag(),
        /** Who stands as the debtor of these titres; null: the collectivité. */
        regie_debtor: nullable(longText()),
        roll_debtor: nullable(longText()),
      },
      { fill: { makes_regie_titre: '0' } },
    );
    if (!(await runner.hasTable('claim_titres'))) {
      await createTable(
        runner,
        'claim_titres',
        {
          id: id(),
          collectivite_id: refersTo('collectivites'),
          /** The bordereau of this one titre. */
          batch_id: belongsTo('claim_batches'),
          /** The rôle that it recapitulates, once. */
          roll_id: nullable(belongsTo('claim_batches')),
          /** The collection report that it takes into the budget, once. */
          report_id: nullable(belongsTo('collection_reports')),
          content: longText(),
        },
        { unique: [['batch_id'], ['roll_id'], ['report_id']], checks: ['(roll_id IS NULL) <> (report_id IS NULL)'] },
      );
    }
    if (await runner.hasTable('claim_adjustments')) return;
    await createTable(
      runner,
      'claim_adjustments',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        piece_id: belongsTo('claim_pieces'),
        /** REVERSAL: money that the comptable takes back. WRITE_OFF: what he gives up (admission en non-valeur). */
        kind: oneOf('REVERSAL', 'WRITE_OFF'),
        line_number: int('$ > 0'),
        origin: text(2),
        told_on: day(),
        amount_cents: cents('$ > 0'),
        /** Two of the same line, day, origin and amount in one file are two. */
        occurrence: int('$ > 0'),
        treasury_file_id: belongsTo('treasury_files'),
        recorded_at: moment(),
      },
      { unique: [['piece_id', 'kind', 'line_number', 'origin', 'told_on', 'amount_cents', 'occurrence']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
