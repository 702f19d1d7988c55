import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.js';
import { eventKind, Outbox } from '../../../src/platform/outbox/outbox.js';
import { OutboxDelivery, Undeliverable } from '../../../src/platform/outbox/outbox-delivery.js';
import { type RunningService, startService } from '../../support/application.js';

describe('the outbox', () => {
  let service: RunningService;
  let outbox: Outbox;
  let delivery: OutboxDelivery;

  beforeAll(async () => {
    service = await startService('outbox');
    outbox = service.app.get(Outbox);
    delivery = service.app.get(OutboxDelivery);
  });
  afterAll(() => service.stop());

  const emit = (kind: { topic: string }, key?: string) =>
    service.database.unit(() =>
      outbox.emit(kind, { said: 'bonjour' }, { collectiviteId: null, ...(key ? { key } : {}) }),
    );

  it('delivers what a committed unit wrote, once, and nothing of a unit that failed', async () => {
    const kind = eventKind('test.once');
    const heard: unknown[] = [];
    outbox.on(kind, async (payload) => void heard.push(payload));
    await emit(kind);
    const failing = service.database.unit(async () => {
      await outbox.emit(kind, { said: 'jamais' }, { collectiviteId: null });
      throw new Error('planned');
    });
    await expect(failing).rejects.toThrow('planned');
    await delivery.drain();
    await delivery.drain();
    expect(heard).toEqual([{ said: 'bonjour' }]);
  });

  it('writes a keyed message once, whoever asks again', async () => {
    const kind = eventKind('test.keyed');
    const heard: unknown[] = [];
    outbox.on(kind, async (payload) => void heard.push(payload));
    await Promise.all([emit(kind, 'one'), emit(kind, 'one'), emit(kind, 'two')]);
    await delivery.drain();
    expect(heard).toHaveLength(2);
  });

  it('tries again after a failure, later and later, with the effect of the failed try undone', async () => {
    const kind = eventKind('test.retried');
    let tries = 0;
    outbox.on(kind, async () => {
      tries += 1;
      await service.database.change('INSERT INTO tasks (name, fence) VALUES (?, 0)', [`retried-${tries}`]);
      if (tries === 1) throw new Error('not yet');
    });
    await emit(kind);
    await delivery.drain();
    expect(tries).toBe(1);
    service.clock.advance({ seconds: 10 });
    await delivery.drain();
    const rows = await service.database.read(() =>
      service.database.rows<{ name: string }>("SELECT name FROM tasks WHERE name LIKE 'retried-%'"),
    );
    expect(rows).toEqual([{ name: 'retried-2' }]);
  });

  it('gives up at once on what cannot be delivered, and keeps the reason', async () => {
    const kind = eventKind('test.abandoned');
    outbox.deliverOutside(kind, () => Promise.reject(new Undeliverable('no such address')));
    await emit(kind);
    await delivery.drain();
    const [row] = await service.database.read(() =>
      service.database.rows<{ abandoned_at: unknown; last_error: string }>(
        'SELECT abandoned_at, last_error FROM outbox_messages WHERE topic = ?',
        [kind.topic],
      ),
    );
    expect(row).toMatchObject({
      abandoned_at: expect.anything(),
      last_error: expect.stringContaining('no such address'),
    });
  });

  it('is shared by several instances without telling anything twice', async () => {
    const kind = eventKind('test.shared');
    let heard = 0;
    outbox.on(kind, async () => void (heard += 1));
    for (let index = 0; index < 30; index += 1) await emit(kind);
    const others = Array.from(
      { length: 4 },
      () => new OutboxDelivery(service.app.get(Database), outbox, service.app.get(Clock)),
    );
    await Promise.all([delivery, ...others].map((one) => one.drain()));
    await delivery.drain();
    expect(heard).toBe(30);
  });

  it('that is asked to stop ends what it has begun, and leaves the rest to another instance', async () => {
    const kind = eventKind('test.stopped');
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    let heard = 0;
    outbox.deliverOutside(kind, async () => {
      heard += 1;
      begun();
      await answered;
    });
    for (let index = 0; index < 30; index += 1) await emit(kind);
    const stopping = new OutboxDelivery(service.app.get(Database), outbox, service.app.get(Clock));
    const drained = stopping.drain();
    await isBegun;
    const stopped = stopping.beforeApplicationShutdown();
    answer();
    await stopped;
    const few = heard;
    expect(few).toBeLessThanOrEqual(5);
    expect(await drained).toBe(few);
    await delivery.drain();
    expect(heard).toBe(30);
  });
});
