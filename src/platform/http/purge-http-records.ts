import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { TaskRunner } from '../tasks/task-runner.js';

/** Longer than any throttle's window, and than any client goes on repeating a request. */
const KEPT = { hours: 7 * 24 };

/** Deletes the tries and the answers kept for repeated requests, once they can serve no more. */
@Injectable()
export class PurgeHttpRecords implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: TaskRunner,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ name: 'http.purge', every: { hours: 24 }, run: () => this.run() });
  }

  private async run(): Promise<string> {
    const before = this.clock.now().subtract(KEPT).epochMilliseconds;
    const deleted =
      (await this.database.unit(() => this.database.change('DELETE FROM throttles WHERE started_at < ?', [before]))) +
      (await this.database.unit(() =>
        this.database.change('DELETE FROM idempotency_records WHERE created_at < ?', [before]),
      ));
    return `${deleted} ligne(s) périmée(s) effacée(s)`;
  }
}
