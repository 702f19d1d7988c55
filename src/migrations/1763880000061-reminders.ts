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

const step = () => oneOf('FIRST_MAIL', 'SECOND_MAIL', 'LETTER', 'TRANSFER');

/** What is said, and when, of invoices that stay unpaid. */
export class Reminders1763880000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const days = () => nullable(int('$ BETWEEN 1 AND 365'));
    await createTable(
      runner,
      'reminder_settings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        first_mail_days: days(),
        second_mail_days: days(),
        letter_days: days(),
        transfer_days: days(),
        least_cents: cents('$ >= 0'),
        help_contact: nullable(text(200)),
      },
      { unique: [['collectivite_id']] },
    );
    await createTable(runner, 'reminder_letter_runs', {
      id: id(),
      collectivite_id: refersTo('collectivites'),
      made_on: day(),
      made_at: moment(),
      made_by: refersTo('accounts'),
      letters: int('$ > 0'),
      pdf_file_id: nullable(belongsTo('stored_files')),
    });
    await createTable(
      runner,
      'reminders',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        step: step(),
        channel: oneOf('MAIL', 'LETTER', 'NONE'),
        made_on: day(),
        made_at: moment(),
        total_cents: cents('$ > 0'),
        letter_run_id: nullable(belongsTo('reminder_letter_runs')),
        letter: nullable(longText()),
        letter_done_on: nullable(day()),
      },
      {
        index: [['family_id'], ['collectivite_id', 'channel', 'letter_done_on']],
        checks: ["letter_done_on IS NULL OR channel = 'LETTER'", '(letter_run_id IS NULL) = (letter IS NULL)'],
      },
    );
    await createTable(
      runner,
      'reminder_items',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        reminder_id: belongsTo('reminders'),
        invoice_id: belongsTo('invoices'),
        /** The step of this invoice, taken once; NULL where it is only recalled. */
        step: nullable(step()),
        number: text(40),
        due_on: day(),
        open_cents: cents('$ > 0'),
      },
      {
        unique: [
          ['invoice_id', 'step'],
          ['reminder_id', 'invoice_id'],
        ],
        index: [['collectivite_id', 'step']],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
