import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, changeWords } from '../platform/database/alter-table.js';
import { nullable, oneOf, text } from '../platform/database/schema.js';

/** A correction that who asked it takes back, and why the mairie refused one; those refused earlier have no reason. */
export class CorrectionsAnswered1763880000100 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'change_proposals', 'state', oneOf('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'));
    await addColumns(
      runner,
      'change_proposals',
      { refusal_reason: nullable(text(300)) },
      { checks: ["refusal_reason IS NULL OR state = 'REFUSED'"] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
