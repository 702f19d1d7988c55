import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';

describe('signing in', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('sign-in');
  });
  afterAll(() => service.stop());

  it('answers an access token for the right password only', async () => {
    const collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'agent' }]);
    const right = await service.api.post('/auth/sessions', { email: email.toUpperCase(), password });
    expect(right.status).toBe(201);
    expect(right.body).toMatchObject({ accessToken: expect.any(String), refreshToken: expect.any(String) });
    const wrong = await service.api.post('/auth/sessions', { email, password: 'autre' });
    const unknown = await service.api.post('/auth/sessions', { email: 'inconnu@example.org', password });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REFUSED' } });
    expect(unknown.body.detail).toBe(wrong.body.detail);
  });

  it('says in French what a malformed request lacks', async () => {
    const answer = await service.api.post('/auth/sessions', { email: 'pas une adresse', age: 3 });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([{ field: 'email', message: expect.stringContaining('adresse électronique') }]),
    );
  });

  it('is ready', async () => {
    expect(await service.api.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });
});
