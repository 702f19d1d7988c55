import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Task } from './task.entity.js';

export interface ScheduledTask {
  readonly name: string;
  /** Least time between two runs. */
  readonly every: Temporal.DurationLike;
  /** Looks for what is due now and does it; running it twice changes nothing. Answers a line for the log. */
  readonly run: () => Promise<string>;
}

const LEASE = { minutes: 2 };
const RENEWAL_MS = 30_000;

/** Runs the tasks of all the rooms; several instances share them through their leases. */
@Injectable()
export class TaskRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger('Tasks');
  private readonly tasks = new Map<string, ScheduledTask>();
  private readonly running = new Map<string, Promise<void>>();
  private live = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(task: ScheduledTask): void {
    if (this.tasks.has(task.name)) throw new Error(`the task ${task.name} is registered twice`);
    this.tasks.set(task.name, task);
  }

  /** Runs by itself from now on; until then (and in a played year) only `runDue` does. */
  start(): void {
    this.live = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled(this.running.values());
  }

  @Interval('tasks', 5000)
  tick(): void {
    if (!this.live || this.stopped) return;
    for (const task of this.tasks.values()) {
      if (this.running.has(task.name)) continue;
      const run = this.runIfDue(task)
        .catch((error: unknown) =>
          this.log.error(`${task.name} failed (${(error as Error).name}); see its last_result`),
        )
        .finally(() => this.running.delete(task.name));
      this.running.set(task.name, run);
    }
  }

  /** Runs, one after the other, each task whose time has come, but those that are left for later. */
  async runDue({ except = [] }: { readonly except?: readonly string[] } = {}): Promise<void> {
    for (const task of this.tasks.values()) if (!except.includes(task.name)) await this.runIfDue(task);
  }

  private async runIfDue(task: ScheduledTask): Promise<void> {
    const fence = await this.lease(task);
    if (fence === null) return;
    const renewal = setInterval(() => void this.renew(task, fence).catch(() => undefined), RENEWAL_MS);
    let result = '';
    try {
      result = await task.run();
    } catch (error) {
      result = `échec : ${(error as Error).message}`;
      throw error;
    } finally {
      clearInterval(renewal);
      await this.finish(task, fence, result).catch(() => undefined);
    }
  }

  /** Takes the task when its time has come and nobody holds it; answers the fencing number, or null. */
  private lease(task: ScheduledTask): Promise<number | null> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      await this.database.change(this.database.dialect.upsert('tasks', ['name', 'fence'], ['name'], 'fence = fence'), [
        task.name,
        0,
      ]);
      const taken = await this.database.change(
        'UPDATE tasks SET leased_until = ?, fence = fence + 1 WHERE name = ? AND (leased_until IS NULL OR leased_until <= ?) AND (last_run_at IS NULL OR last_run_at <= ?)',
        [
          now.add(LEASE).epochMilliseconds,
          task.name,
          now.epochMilliseconds,
          now.subtract(task.every).epochMilliseconds,
        ],
      );
      if (taken === 0) return null;
      return (await this.database.repository(Task).findOneByOrFail({ name: task.name })).fence;
    });
  }

  private async renew(task: ScheduledTask, fence: number): Promise<void> {
    const until = this.clock.now().add(LEASE).epochMilliseconds;
    await this.database.unit(() =>
      this.database.change('UPDATE tasks SET leased_until = ? WHERE name = ? AND fence = ?', [until, task.name, fence]),
    );
  }

  private async finish(task: ScheduledTask, fence: number, result: string): Promise<void> {
    await this.database.unit(() =>
      this.database.change(
        'UPDATE tasks SET leased_until = NULL, last_run_at = ?, last_result = ? WHERE name = ? AND fence = ?',
        [this.clock.now().epochMilliseconds, result.slice(0, 500), task.name, fence],
      ),
    );
  }
}
