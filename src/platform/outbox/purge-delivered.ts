import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { TaskRunner } from '../tasks/task-runner.js';

/** Long enough to tell a family what was sent to it; mails hold names, and are kept no longer. */
const KEPT = { hours: 90 * 24 };
const BATCH = 1000;

/** Deletes what was delivered long ago. What was abandoned stays until a person has looked at it. */
@Injectable()
export class PurgeDelivered implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: TaskRunner,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ name: 'outbox.purge', every: { hours: 24 }, run: () => this.run() });
  }

  private async run(): Promise<string> {
    const before = this.clock.now().subtract(KEPT).epochMilliseconds;
    let deleted = 0;
    for (let batch = BATCH; batch === BATCH; deleted += batch)
      batch = await this.database.unit(() => this.purgeSome(before));
    return `${deleted} message(s) effacé(s)`;
  }

  private async purgeSome(before: number): Promise<number> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT id FROM outbox_messages WHERE delivered_at < ? ORDER BY delivered_at LIMIT ${BATCH}`,
      [before],
    );
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    return this.database.change(`DELETE FROM outbox_messages WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
  }
}
