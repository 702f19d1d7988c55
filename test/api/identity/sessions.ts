import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { Api } from '../../support/api.js';

describe('a login session', () => {
  let service: RunningService;
  let collectiviteId: number;
  beforeAll(async () => {
    service = await startService('identity-sessions');
    collectiviteId = await service.fixtures.collectivite();
  });
  afterAll(() => service.stop());

  async function signIn() {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const { body } = await service.api.post('/auth/sessions', { email, password });
    return body as { accessToken: string; refreshToken: string };
  }
  const withToken = (accessToken: string): Api => service.api.withHeaders({ authorization: `Bearer ${accessToken}` });
  const renew = (refreshToken: string) => service.api.post('/auth/sessions/renewals', { refreshToken });

  it('is renewed with a refresh token, which then serves no more', async () => {
    const first = await signIn();
    service.clock.advance({ minutes: 16 });
    expect(await withToken(first.accessToken).get('/me')).toMatchObject({
      status: 401,
      body: { code: 'NOT_SIGNED_IN' },
    });
    const second = await renew(first.refreshToken);
    expect(second.status).toBe(201);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    expect((await withToken(second.body.accessToken).get('/me')).status).toBe(200);
  });

  it('ends on all sides when a refresh token comes back after half a minute', async () => {
    const first = await signIn();
    const second = await renew(first.refreshToken);
    service.clock.advance({ seconds: 31 });
    expect(await renew(first.refreshToken)).toMatchObject({ status: 401, body: { code: 'SESSION_EXPIRED' } });
    expect((await renew(second.body.refreshToken)).status).toBe(401);
    expect((await withToken(second.body.accessToken).get('/me')).status).toBe(401);
    const rows = await service.database.read(() =>
      service.database.rows("SELECT id FROM login_sessions WHERE end_reason = 'REUSED'"),
    );
    expect(rows).toHaveLength(1);
  });

  it('goes on when an answer was lost on the way, and ends when both answers serve', async () => {
    const first = await signIn();
    const lost = await renew(first.refreshToken);
    const again = await renew(first.refreshToken);
    expect(again.status).toBe(201);
    const third = await renew(again.body.refreshToken);
    expect(third.status).toBe(201);
    expect((await renew(lost.body.refreshToken)).status).toBe(401);
    expect((await renew(third.body.refreshToken)).status).toBe(401);
  });

  it('ends when a refresh token comes back after its answer has served', async () => {
    const first = await signIn();
    const second = await renew(first.refreshToken);
    expect((await renew(second.body.refreshToken)).status).toBe(201);
    expect((await renew(first.refreshToken)).status).toBe(401);
  });

  it('cannot be renewed by an invented token, nor past its thirty days', async () => {
    expect((await renew('inventé')).status).toBe(401);
    const { refreshToken } = await signIn();
    service.clock.advance({ hours: 30 * 24 });
    expect((await renew(refreshToken)).status).toBe(401);
  });

  it('ends when its holder signs out, as often as this is asked', async () => {
    const { accessToken, refreshToken } = await signIn();
    for (let time = 0; time < 2; time += 1) {
      expect((await service.api.post('/auth/sessions/endings', { refreshToken })).status).toBe(204);
    }
    expect((await service.api.post('/auth/sessions/endings', { refreshToken: 'inventé' })).status).toBe(204);
    expect((await withToken(accessToken).get('/me')).status).toBe(401);
    expect((await renew(refreshToken)).status).toBe(401);
  });

  it('ends on every device of its holder, this one too, and on no one else’s', async () => {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const [here, elsewhere] = [
      await service.api.signedIn(email, password),
      await service.api.signedIn(email, password),
    ];
    const neighbour = await signIn();
    expect((await here.post('/me/session-endings')).status).toBe(204);
    expect((await here.get('/me')).status).toBe(401);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await withToken(neighbour.accessToken).get('/me')).status).toBe(200);
  });

  it('tells who one is, and one’s roles in each collectivité', async () => {
    const other = await service.fixtures.collectivite();
    const account = await service.fixtures.account([
      { collectiviteId, role: 'parent' },
      { collectiviteId, role: 'agent' },
      { collectiviteId: other, role: 'parent' },
    ]);
    const me = await (await service.api.signedIn(account.email, account.password)).get('/me');
    expect(me.body).toEqual({
      accountId: account.id,
      email: account.email,
      firstName: 'Camille',
      lastName: 'Durand',
      memberships: [
        { collectiviteId, roles: expect.arrayContaining(['parent', 'agent']) },
        { collectiviteId: other, roles: ['parent'] },
      ],
    });
  });

  it('is erased with its tokens a month after its end', async () => {
    await signIn();
    service.clock.advance({ hours: 61 * 24 });
    await service.settle();
    const [left] = await service.database.read(() =>
      service.database.rows<{ count: number }>('SELECT COUNT(*) AS count FROM refresh_tokens'),
    );
    expect(Number(left!.count)).toBe(0);
  });
});
