import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { TcpProxy } from '../../support/tcp-proxy.js';
import { onServer } from '../../support/test-database.js';

(onServer ? describe : describe.skip)('a database server that goes away', () => {
  let service: RunningService;
  let proxy: TcpProxy;

  beforeAll(async () => {
    const server = new URL(process.env['TEST_DATABASE_URL']!);
    proxy = new TcpProxy(server.hostname, Number(server.port || 3306));
    await proxy.open();
    service = await startService('outage', undefined, { databasePort: proxy.port });
  });
  afterAll(async () => {
    await service.stop();
    await proxy.cut();
  });

  it('is answered 503 with Retry-After, and all is well once it is back', async () => {
    const collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'agent' }]);
    const agent = await service.api.signedIn(email, password);
    expect((await agent.get(`/collectivites/${collectiviteId}`)).status).toBe(200);

    await proxy.cut();
    for (const answer of await Promise.all([
      agent.get(`/collectivites/${collectiviteId}`),
      service.api.post('/auth/sessions', { email, password }),
      service.api.get('/health/ready'),
    ])) {
      expect(answer).toMatchObject({
        status: 503,
        body: { code: 'DATABASE_UNAVAILABLE' },
        headers: { 'retry-after': '5' },
      });
    }
    expect((await service.api.get('/health/live')).status).toBe(200);

    await proxy.open();
    expect((await agent.get(`/collectivites/${collectiviteId}`)).status).toBe(200);
    expect((await service.api.get('/health/ready')).status).toBe(200);
  });

  it('that is frozen is answered 503 in a few seconds, not when it pleases', async () => {
    const collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'agent' }]);
    const agent = await service.api.signedIn(email, password);

    proxy.freeze();
    const asked = performance.now();
    for (const answer of await Promise.all([
      agent.get(`/collectivites/${collectiviteId}`),
      agent.post(`/collectivites/${collectiviteId}/invitations/batches`, {}),
      service.api.get('/health/ready'),
    ])) {
      expect(answer).toMatchObject({
        status: 503,
        body: { code: 'DATABASE_UNAVAILABLE' },
        headers: { 'retry-after': '5' },
      });
    }
    expect(performance.now() - asked).toBeLessThan(9_000);

    proxy.thaw();
    for (let times = 0; times < 25; times += 1)
      expect((await agent.get(`/collectivites/${collectiviteId}`)).status).toBe(200);
  }, 20_000);
});
