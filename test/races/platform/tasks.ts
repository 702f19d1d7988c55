import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.js';
import { type ScheduledTask, TaskRunner } from '../../../src/platform/tasks/task-runner.js';
import { type RunningService, startService } from '../../support/application.js';

describe('scheduled tasks', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('tasks');
  });
  afterAll(() => service.stop());

  const instances = (count: number, task: ScheduledTask) =>
    Array.from({ length: count }, () => {
      const runner = new TaskRunner(service.app.get(Database), service.app.get(Clock));
      runner.register(task);
      return runner;
    });

  it('run on one instance at a time, and again only when their time has come', async () => {
    let runs = 0;
    const task = { name: 'test-shared', every: { minutes: 5 }, run: async () => `${++runs}` };
    const runners = instances(8, task);
    await Promise.all(runners.map((runner) => runner.runDue()));
    expect(runs).toBe(1);
    service.clock.advance({ minutes: 4 });
    await runners[0]!.runDue();
    expect(runs).toBe(1);
    service.clock.advance({ minutes: 1 });
    await Promise.all(runners.map((runner) => runner.runDue()));
    expect(runs).toBe(2);
  });

  it('are taken over when their holder died, once its lease is over', async () => {
    let runs = 0;
    const [runner] = instances(1, { name: 'test-dead', every: { seconds: 1 }, run: async () => `${++runs}` });
    const until = service.clock.now().add({ minutes: 2 }).epochMilliseconds;
    await service.database.unit(() =>
      service.database.change("INSERT INTO tasks (name, fence, leased_until) VALUES ('test-dead', 7, ?)", [until]),
    );
    await runner!.runDue();
    expect(runs).toBe(0);
    service.clock.advance({ minutes: 2 });
    await runner!.runDue();
    expect(runs).toBe(1);
  });

  it('keep what the last run said', async () => {
    const [runner] = instances(1, {
      name: 'test-said',
      every: { seconds: 1 },
      run: async () => 'trois fenêtres fermées',
    });
    await runner!.runDue();
    const [row] = await service.database.read(() =>
      service.database.rows<{ last_result: string }>("SELECT last_result FROM tasks WHERE name = 'test-said'"),
    );
    expect(row!.last_result).toBe('trois fenêtres fermées');
  });
});
