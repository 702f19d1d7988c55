import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Passwords } from '../../../src/identity/index.js';
import { type RunningService, startService } from '../../support/application.js';

describe('at the same time', () => {
  let service: RunningService;
  let collectiviteId: number;
  beforeAll(async () => {
    service = await startService('identity-races');
    collectiviteId = await service.fixtures.collectivite();
  });
  afterAll(() => service.stop());

  it('ten renewals of one refresh token at once leave one pair that serves; another that serves ends the session', async () => {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const { refreshToken } = (await service.api.post('/auth/sessions', { email, password })).body;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.api.post('/auth/sessions/renewals', { refreshToken })),
    );
    const given = answers.filter(({ status }) => status === 201);
    expect(given).toHaveLength(10);
    const live = await service.database.read(() =>
      service.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM refresh_tokens WHERE used_at IS NULL'),
    );
    expect(Number(live[0]!.n)).toBe(1);
    const renewed = [];
    for (const { body } of given) {
      renewed.push(await service.api.post('/auth/sessions/renewals', { refreshToken: body.refreshToken }));
    }
    expect(renewed.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
    for (const { body } of [...given, ...renewed.filter(({ status }) => status === 201)]) {
      const again = await service.api.post('/auth/sessions/renewals', { refreshToken: body.refreshToken });
      expect(again.status).toBe(401);
    }
  });

  it('two completions of one reset link set one password', async () => {
    const { email } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.api.post('/auth/password-resets', { email });
    await service.settle();
    const code = (await service.mails.to(email))[0]!.text!.match(/code=([\w-]+)/)![1]!;
    const passwords = ['vélo, tartine et cerf-volant', 'une brise sur la tuile rouge'];
    const answers = await Promise.all(
      passwords.map((password) => service.api.post('/auth/password-resets/completions', { code, password })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
    const winner = passwords[answers.findIndex(({ status }) => status === 204)]!;
    await service.api.signedIn(email, winner);
  });

  it('a password that is changed leaves no session to who signs in by the former one', async () => {
    const passwords = service.app.get(Passwords);
    const matches = passwords.matches.bind(passwords);
    const chosen = 'vélo, tartine et cerf-volant';
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const parent = await service.api.signedIn(email, password);
    let judged = (): void => undefined;
    const isJudged = new Promise<void>((resolve) => (judged = resolve));
    let changed = (): void => undefined;
    const isChanged = new Promise<void>((resolve) => (changed = resolve));
    // The former password is found right, and what follows waits until it is the former one.
    passwords.matches = async (...given) => {
      passwords.matches = matches;
      const right = await matches(...given);
      judged();
      await isChanged;
      return right;
    };
    const thief = service.api.post('/auth/sessions', { email, password });
    await isJudged;
    const words = { currentPassword: password, newPassword: chosen };
    expect((await parent.put('/me/password', words)).status).toBe(204);
    changed();
    expect(await thief).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REFUSED' } });
    await service.api.signedIn(email, chosen);
  });

  it('two administrateurs who dismiss each other leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mairie = await service.fixtures.collectivite();
      const both = [
        await service.fixtures.account([{ collectiviteId: mairie, role: 'administrateur' }]),
        await service.fixtures.account([{ collectiviteId: mairie, role: 'administrateur' }]),
      ];
      const apis = await Promise.all(both.map(({ email, password }) => service.api.signedIn(email, password)));
      const answers = await Promise.all(
        apis.map((api, index) =>
          api.delete(`/collectivites/${mairie}/members/${both[1 - index]!.id}/roles/administrateur`),
        ),
      );
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    }
  });

  it('ten invitations of one new address make one account', async () => {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    const api = await service.api.signedIn(email, password);
    const member = { email: 'nouvelle@mairie.example', firstName: 'Zoé', lastName: 'PETIT', role: 'agent' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.post(`/collectivites/${collectiviteId}/members`, member)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.accountId ?? body.code}`)).size).toBe(1);
  });
});
