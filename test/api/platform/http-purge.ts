import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';

describe('what HTTP keeps', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('http-purge');
  });
  afterAll(() => service.stop());

  it('is forgotten, throttle counts and kept answers, after a week, not before', async () => {
    const left = () =>
      service.database.read(async () => {
        const throttles = await service.database.rows<object>('SELECT bucket FROM throttles');
        const records = await service.database.rows<object>('SELECT id FROM idempotency_records');
        return throttles.length + records.length;
      });
    const now = service.clock.now().epochMilliseconds;
    await service.fixtures.row('idempotency_records', { scope: 's', request: 'r', status: 201, created_at: now });
    await service.api.post('/auth/password-resets', { email: 'oublieux@example.org' });
    expect(await left()).toBe(3);
    service.clock.advance({ hours: 7 * 24 });
    await service.settle();
    expect(await left()).toBe(3);
    service.clock.advance({ hours: 24, minutes: 1 });
    await service.settle();
    expect(await left()).toBe(0);
  });

  it('and what was delivered, after ninety days; what nobody could deliver stays', async () => {
    const now = service.clock.now().epochMilliseconds;
    const message = { topic: 'test.old', payload: '{}', created_at: now, due_at: now, attempts: 1 };
    await service.fixtures.row('outbox_messages', { ...message, delivered_at: now });
    const abandoned = await service.fixtures.row('outbox_messages', { ...message, abandoned_at: now });
    const left = () =>
      service.database.read(async () => {
        const rows = await service.database.rows<{ id: number }>('SELECT id FROM outbox_messages WHERE topic = ?', [
          'test.old',
        ]);
        return rows.map(({ id }) => Number(id));
      });
    service.clock.advance({ hours: 90 * 24 });
    await service.settle();
    expect(await left()).toHaveLength(2);
    service.clock.advance({ hours: 24, minutes: 1 });
    await service.settle();
    expect(await left()).toEqual([abandoned]);
  });
});
