import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, int, longText, moment, nullable, text } from '../platform/database/schema.js';

/** What the platform keeps that belongs to no collectivité, or only by the way. */
export class Platform1763880000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'outbox_messages',
      {
        id: id(),
        collectivite_id: nullable(int()),
        topic: text(80),
        message_key: nullable(text(160)),
        payload: longText(),
        created_at: moment(),
        due_at: moment(),
        attempts: int('$ >= 0'),
        leased_until: nullable(moment()),
        delivered_at: nullable(moment()),
        abandoned_at: nullable(moment()),
        last_error: nullable(text(500)),
      },
      { unique: [['topic', 'message_key']], index: [['delivered_at', 'abandoned_at', 'due_at']] },
    );
    await createTable(runner, 'tasks', {
      name: { ...text(60), mysql: 'VARCHAR(60) PRIMARY KEY', sqlite: 'TEXT PRIMARY KEY' },
      leased_until: nullable(moment()),
      fence: int('$ >= 0'),
      last_run_at: nullable(moment()),
      last_result: nullable(text(500)),
    });
    await createTable(runner, 'throttles', {
      bucket: { ...text(64), mysql: 'VARCHAR(64) PRIMARY KEY', sqlite: 'TEXT PRIMARY KEY' },
      started_at: moment(),
      tries: int('$ > 0'),
    });
    await createTable(
      runner,
      'idempotency_records',
      { id: id(), scope: text(64), request: text(64), status: int(), body: nullable(longText()), created_at: moment() },
      { unique: [['scope']], index: [['created_at']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
