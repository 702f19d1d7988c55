import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RenewSession } from '../../../src/identity/actions/renew-session.js';
import { type RunningService, startService } from '../../support/application.js';

describe('a session kept by a browser', () => {
  let service: RunningService;
  let collectiviteId: number;
  beforeAll(async () => {
    service = await startService('identity-browser-sessions');
    collectiviteId = await service.fixtures.collectivite();
  });
  afterAll(() => service.stop());

  const at = (path: string) => `/auth/browser-sessions${path}`;
  const cookieOf = (answer: { headers: Record<string, string> }) => answer.headers['set-cookie'] ?? '';
  const browser = (cookie: string) => service.api.withHeaders({ cookie: cookie.split(';')[0]! });

  async function signIn(staySignedIn = true) {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    return service.api.post(at(''), { email, password, staySignedIn });
  }

  it('gives the access token, and the other one in a cookie that scripts do not read', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body)).toEqual(['accessToken', 'accessTokenExpiresAt']);
    expect(cookieOf(answer)).toMatch(
      /^__Secure-espace-famille=[^;]+; Max-Age=2592000; Path=\/api\/v1\/auth\/browser-sessions; HttpOnly; Secure; SameSite=Strict$/,
    );
    const me = service.api.withHeaders({ authorization: `Bearer ${answer.body.accessToken}` });
    expect((await me.get('/me')).status).toBe(200);
  });

  it('is renewed by the cookie, which changes each time and stays as it was asked', async () => {
    const shared = await signIn(false);
    expect(cookieOf(shared)).not.toContain('Max-Age');
    const renewed = await browser(cookieOf(shared)).post(at('/renewals'));
    expect(renewed.status).toBe(201);
    expect(cookieOf(renewed)).not.toContain('Max-Age');
    expect(cookieOf(renewed)).not.toBe(cookieOf(shared));
    const own = await browser(cookieOf(await signIn(true))).post(at('/renewals'));
    expect(cookieOf(own)).toContain('Max-Age');
  });

  it('ends with the browser’s cookie, which is erased', async () => {
    const answer = await signIn();
    const ended = await browser(cookieOf(answer)).post(at('/endings'));
    expect(ended.status).toBe(204);
    expect(cookieOf(ended)).toContain('Expires=Thu, 01 Jan 1970');
    expect(await browser(cookieOf(answer)).post(at('/renewals'))).toMatchObject({
      status: 401,
      body: { code: 'SESSION_EXPIRED' },
    });
    expect((await service.api.post(at('/renewals'))).status).toBe(401);
    expect((await service.api.post(at('/endings'))).status).toBe(204);
  });

  it('is not lost by the form of another site, with which no cookie comes, nor where the service fails for a while', async () => {
    for (const path of ['/renewals', '/endings'])
      expect((await service.api.post(at(path))).headers).not.toHaveProperty('set-cookie');
    const cookie = cookieOf(await signIn());
    const fails = jest.spyOn(service.app.get(RenewSession), 'run').mockRejectedValueOnce(new Error('no database'));
    expect(await browser(cookie).post(at('/renewals'))).toMatchObject({ status: 500 });
    fails.mockRestore();
    expect((await browser(cookie).post(at('/renewals'))).status).toBe(201);
  });

  it('is opened by no form of another site, which would have a family write in the account of whoever sent them there', async () => {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const body = new URLSearchParams({ email, password, staySignedIn: 'true' }).toString();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const url = `${await service.app.getUrl()}/api/v1${at('')}`;
      const { status, headers } = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
      expect([type, status]).toEqual([type, 400]);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  it('adopts the session that a registration opened', async () => {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const { body } = await service.api.post('/auth/sessions', { email, password });
    const adopted = await service.api.post(at('/adoptions'), { refreshToken: body.refreshToken, staySignedIn: false });
    expect(adopted.status).toBe(201);
    expect((await browser(cookieOf(adopted)).post(at('/renewals'))).status).toBe(201);
    expect((await service.api.post(at('/adoptions'), { refreshToken: 'inventé', staySignedIn: false })).status).toBe(
      401,
    );
  });
});
