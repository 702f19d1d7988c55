import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import type { Api } from '../../support/api.js';

const CHOSEN = 'vélo, tartine et cerf-volant';

describe('the members of a mairie', () => {
  let service: RunningService;
  let collectiviteId: number;
  let administrator: { id: number; email: string; password: string };
  let api: Api;
  beforeAll(async () => {
    service = await startService('identity-members');
    collectiviteId = await service.fixtures.collectivite();
    administrator = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    api = await service.api.signedIn(administrator.email, administrator.password);
  });
  afterAll(() => service.stop());

  const members = () => `/collectivites/${collectiviteId}/members`;
  const paul = { email: 'Paul.Garnier@mairie.example', firstName: 'Paul', lastName: 'GARNIER', role: 'agent' };

  it('are invited by mail and choose their own password within seven days', async () => {
    const { status, body } = await api.post(members(), paul);
    expect(status).toBe(201);
    await service.settle();
    const [mail] = await service.mails.to('paul.garnier@mairie.example');
    expect(mail!.text).toContain(administrator.email);
    const code = mail!.text!.match(/code=([\w-]+)/)![1]!;
    expect((await service.api.post('/auth/sessions', { email: paul.email, password: 'none' })).status).toBe(401);
    service.clock.advance({ hours: 6 * 24 });
    const completion = await service.api.post('/auth/password-resets/completions', { code, password: CHOSEN });
    expect(completion.status).toBe(204);
    const me = await (await service.api.signedIn(paul.email, CHOSEN)).get('/me');
    expect(me.body).toMatchObject({ accountId: body.accountId, memberships: [{ collectiviteId, roles: ['agent'] }] });
    api = await service.api.signedIn(administrator.email, administrator.password);
  });

  it('who have an account already get the role and no link', async () => {
    const known = await service.fixtures.account([]);
    const answer = await api.post(members(), { ...paul, email: known.email, role: 'regisseur' });
    expect(answer.body).toEqual({ accountId: known.id });
    await api.post(members(), { ...paul, email: known.email, role: 'regisseur' });
    await service.settle();
    expect((await service.mails.to(known.email))[0]!.text).not.toContain('code=');
    const { body } = await api.get(`${members()}?limit=200`);
    expect(body.items).toContainEqual(expect.objectContaining({ accountId: known.id, roles: ['regisseur'] }));
  });

  it('are listed page by page, without the parents', async () => {
    const parent = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const first = await api.get(`${members()}?limit=1`);
    expect(first.body.items).toHaveLength(1);
    const rest = await api.get(`${members()}?limit=200&after=${first.body.next}`);
    expect(rest.body.next).toBeNull();
    const ids = [...first.body.items, ...rest.body.items].map(({ accountId }: { accountId: number }) => accountId);
    expect(ids).toContain(administrator.id);
    expect(ids).not.toContain(parent.id);
  });

  it('lose a role at once, but never leave the mairie without an administrateur', async () => {
    const agent = await service.fixtures.account([{ collectiviteId, role: 'agent' }]);
    const agentApi = await service.api.signedIn(agent.email, agent.password);
    expect((await agentApi.get(members())).status).toBe(403);
    expect((await api.delete(`${members()}/${agent.id}/roles/agent`)).status).toBe(204);
    expect((await agentApi.get(members())).status).toBe(404);
    expect((await api.delete(`${members()}/${agent.id}/roles/agent`)).status).toBe(404);
    expect((await api.delete(`${members()}/${agent.id}/roles/parent`)).status).toBe(404);
    expect(await api.delete(`${members()}/${administrator.id}/roles/administrateur`)).toMatchObject({
      status: 409,
      body: { code: 'LAST_ADMINISTRATOR' },
    });
  });

  it('of another collectivité are out of reach', async () => {
    const elsewhere = await service.fixtures.collectivite();
    const stranger = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'administrateur' }]);
    const theirs = await service.api.signedIn(stranger.email, stranger.password);
    expect((await theirs.get(members())).status).toBe(404);
    expect((await theirs.post(members(), paul)).status).toBe(404);
    expect((await api.delete(`${members()}/${stranger.id}/roles/administrateur`)).status).toBe(404);
  });

  it('refuses a role that is not one of the mairie', async () => {
    expect(await api.post(members(), { ...paul, role: 'parent' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'role' }] },
    });
  });
});
