import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { solvedAltcha } from '../../support/altcha.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { InvitedFamily } from '../../support/invited-family.js';

describe('at the same time', () => {
  let service: RunningService;
  let collectiviteId: number;
  let agent: Api;
  beforeAll(async () => {
    service = await startService('invitations-races');
    collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'agent' }]);
    agent = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  const path = () => `/collectivites/${collectiviteId}/invitations`;
  const count = async (sql: string, parameters: unknown[]): Promise<number> => {
    const [row] = await service.database.read(() => service.database.rows<{ n: number }>(sql, parameters));
    return Number(row!.n);
  };

  it('two completions of one registration create one account', async () => {
    for (let round = 0; round < 3; round += 1) {
      const family = await InvitedFamily.in(service, collectiviteId);
      await agent.post(path(), { guardianId: family.guardianId });
      const { api } = await family.open(await family.mailedCode());
      await family.fillIn(api);
      const answers = [await solvedAltcha(service.api), await solvedAltcha(service.api)];
      const done = await Promise.all(
        answers.map((altcha) => api.post('/registrations/current/completions', { altcha })),
      );
      expect(done.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
      expect(done.find(({ status }) => status !== 201)!.body.code).toMatch(/INVITATION_USED|REGISTRATION_NOT_FOUND/);
      expect(await count('SELECT COUNT(*) AS n FROM accounts WHERE email = ?', [family.email])).toBe(1);
    }
  });

  it('the invitations of two mairies to one new parent create one account', async () => {
    const elsewhere = await service.fixtures.collectivite();
    const clerk = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'agent' }]);
    const other = await service.api.signedIn(clerk.email, clerk.password);
    const here = await InvitedFamily.in(service, collectiviteId);
    const there = await InvitedFamily.in(service, elsewhere, here.email);
    await agent.post(path(), { guardianId: here.guardianId });
    const first = await here.open(await here.mailedCode());
    service.clock.advance({ minutes: 1 });
    await other.post(`/collectivites/${elsewhere}/invitations`, { guardianId: there.guardianId });
    const second = await there.open(await there.mailedCode());
    await here.fillIn(first.api);
    await there.fillIn(second.api);
    const done = await Promise.all([here.complete(first.api), there.complete(second.api)]);
    expect(done.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'EMAIL_TAKEN']);
    expect(await count('SELECT COUNT(*) AS n FROM accounts WHERE email = ?', [here.email])).toBe(1);
  });

  it('ten invitations of one guardian leave one code alive', async () => {
    const family = await InvitedFamily.in(service, collectiviteId);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => agent.post(path(), { guardianId: family.guardianId })),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const alive = 'SELECT COUNT(*) AS n FROM invitations WHERE guardian_id = ? AND replaced_at IS NULL';
    expect(await count(alive, [family.guardianId])).toBe(1);
  });

  it('two bulk invitations invite each guardian once', async () => {
    const mairie = await service.fixtures.collectivite();
    const clerk = await service.fixtures.account([{ collectiviteId: mairie, role: 'agent' }]);
    const api = await service.api.signedIn(clerk.email, clerk.password);
    for (let number = 0; number < 12; number += 1) await InvitedFamily.in(service, mairie);
    const both = await Promise.all(
      [1, 2].map(() => api.post(`/collectivites/${mairie}/invitations/batches`, { all: true })),
    );
    expect(both.reduce((sum, { body }) => sum + Number(body.invited), 0)).toBe(12);
  });

  it('one answer to a challenge serves once', async () => {
    const altcha = await solvedAltcha(service.api);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        service.api.post('/invitations/renewals', { email: `parent${number}@example.org`, altcha }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  });
});
