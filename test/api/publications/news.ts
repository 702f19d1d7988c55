import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

describe('the news', () => {
  let service: RunningService;
  let here: number;
  let elsewhere: number;
  let school: number;
  let otherSchool: number;
  let family: number;
  let otherFamily: number;
  let agent: Api;
  let parent: Api;
  let otherParent: Api;
  let stranger: Api;

  beforeAll(async () => {
    service = await startService('news');
    const { fixtures, api } = service;
    here = await fixtures.collectivite();
    elsewhere = await fixtures.collectivite();
    school = await fixtures.site(here);
    otherSchool = await fixtures.site(here);
    const signedIn = async ({ email, password }: { email: string; password: string }) => api.signedIn(email, password);
    const household = async (collectiviteId: number, siteId: number | null) => {
      const account = await fixtures.account([{ collectiviteId, role: 'parent' }]);
      const id = await fixtures.family(collectiviteId);
      await fixtures.guardian(collectiviteId, id, { account_id: account.id });
      await fixtures.child(collectiviteId, id, { site_id: siteId });
      return { id, api: await signedIn(account) };
    };
    ({ id: family, api: parent } = await household(here, school));
    ({ id: otherFamily, api: otherParent } = await household(here, otherSchool));
    agent = await signedIn(await fixtures.account([{ collectiviteId: here, role: 'agent' }]));
    stranger = await signedIn(await fixtures.account([{ collectiviteId: elsewhere, role: 'administrateur' }]));
  });
  afterAll(() => service.stop());

  const articles = () => `/collectivites/${here}/articles`;
  const write = async (article: object) => (await agent.post(articles(), article)).body as { id: number };
  const published = async (article: object) => {
    const { id } = await write(article);
    expect(await agent.post(`${articles()}/${id}/publications`)).toMatchObject({ status: 200 });
    service.clock.advance({ seconds: 10 });
    return id;
  };
  const titles = async (api: Api, familyId: number, query = '') =>
    (await api.get(`/families/${familyId}/articles${query}`)).body.items.map(({ title }: { title: string }) => title);

  it('go from draft to published to withdrawn', async () => {
    const created = await agent.post(articles(), { title: 'Bienvenue', body: 'Ligne 1\nLigne <b>2</b>' });
    expect(created).toMatchObject({ status: 201, body: { state: 'DRAFT', siteIds: [], publishedAt: null } });
    const path = `${articles()}/${created.body.id}`;
    expect(await titles(parent, family)).toEqual([]);
    expect(await parent.get(`/families/${family}/articles/${created.body.id}`)).toMatchObject({ status: 404 });
    expect(await agent.post(`${path}/withdrawals`)).toMatchObject({
      status: 409,
      body: { code: 'ARTICLE_NOT_IN_STATE' },
    });
    expect(await agent.post(`${path}/publications`)).toMatchObject({ status: 200, body: { state: 'PUBLISHED' } });
    expect(await agent.post(`${path}/publications`)).toMatchObject({ status: 409 });
    const read = await parent.get(`/families/${family}/articles/${created.body.id}`);
    expect(read.body).toEqual({
      id: created.body.id,
      title: 'Bienvenue',
      body: 'Ligne 1\nLigne <b>2</b>',
      publishedAt: '2026-09-01T06:00:00Z',
    });
    expect(read.headers['content-type']).toContain('application/json');
    expect(await agent.delete(path)).toMatchObject({ status: 409 });
    expect(await agent.patch(path, { title: 'Bienvenue à tous' })).toMatchObject({
      body: { title: 'Bienvenue à tous' },
    });
    expect(await titles(parent, family)).toEqual(['Bienvenue à tous']);
    expect(await agent.post(`${path}/withdrawals`)).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
    expect(await titles(parent, family)).toEqual([]);
    expect(await agent.patch(path, { title: 'Encore' })).toMatchObject({ status: 409 });
  });

  it('reach the schools they are for', async () => {
    const ours = await published({ title: 'Pour notre école', body: 'Texte', siteIds: [school, school] });
    const both = await published({ title: 'Pour tous', body: 'Texte' });
    expect(await titles(parent, family)).toEqual(['Pour tous', 'Pour notre école']);
    expect(await titles(otherParent, otherFamily)).toEqual(['Pour tous']);
    expect(await otherParent.get(`/families/${otherFamily}/articles/${ours}`)).toMatchObject({ status: 404 });
    expect(await agent.patch(`${articles()}/${ours}`, { siteIds: [otherSchool] })).toMatchObject({
      body: { siteIds: [otherSchool] },
    });
    expect(await titles(otherParent, otherFamily)).toEqual(['Pour tous', 'Pour notre école']);
    for (const id of [ours, both]) await agent.post(`${articles()}/${id}/withdrawals`);
  });

  it('appear and disappear at the instants of their window', async () => {
    const now = service.clock.now();
    const id = await published({
      title: 'Bientôt',
      body: 'Texte',
      visibleFrom: now.add({ minutes: 1 }).toString(),
      visibleUntil: now.add({ minutes: 2 }).toString(),
    });
    expect(await titles(parent, family)).toEqual([]);
    service.clock.set(now.add({ minutes: 1 }));
    expect(await titles(parent, family)).toEqual(['Bientôt']);
    service.clock.set(now.add({ minutes: 2 }));
    expect(await titles(parent, family)).toEqual([]);
    const over = await write({ title: 'Trop tard', body: 'Texte', visibleUntil: now.toString() });
    expect(await agent.post(`${articles()}/${over.id}/publications`)).toMatchObject({
      status: 422,
      body: { code: 'ARTICLE_WINDOW_NOT_VALID' },
    });
    expect(await agent.delete(`${articles()}/${over.id}`)).toMatchObject({ status: 204 });
    expect(await agent.get(`${articles()}/${over.id}`)).toMatchObject({ status: 404 });
    await agent.post(`${articles()}/${id}/withdrawals`);
  });

  it('are paged, newest first, whatever the order of writing', async () => {
    const early = await write({ title: 'Écrit en premier', body: 'Texte' });
    const ids = [await published({ title: 'B', body: 'Texte' }), await published({ title: 'C', body: 'Texte' })];
    await agent.post(`${articles()}/${early.id}/publications`);
    const first = await parent.get(`/families/${family}/articles?limit=2`);
    expect(first.body.items.map(({ title }: { title: string }) => title)).toEqual(['Écrit en premier', 'C']);
    expect(first.body.next).toBe(ids[1]);
    const second = await parent.get(`/families/${family}/articles?limit=2&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ title: 'B' }], next: null });
    const drafts = await agent.get(`${articles()}?state=PUBLISHED&limit=1`);
    expect(drafts.body).toMatchObject({ items: [{ title: 'C' }], next: ids[1] });
    expect(await parent.get(`/families/${family}/articles?limit=0`)).toMatchObject({ status: 400 });
  });

  it('refuse what cannot be an article', async () => {
    const article = { title: 'Titre', body: 'Texte' };
    expect(await agent.post(articles(), { ...article, title: '' })).toMatchObject({ status: 400 });
    expect(await agent.post(articles(), { ...article, body: 'x'.repeat(20_001) })).toMatchObject({ status: 400 });
    const theirs = await service.fixtures.site(elsewhere);
    expect(await agent.post(articles(), { ...article, siteIds: [theirs] })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'siteIds' }] },
    });
    expect(
      await agent.post(articles(), {
        ...article,
        visibleFrom: '2026-10-02T00:00:00Z',
        visibleUntil: '2026-10-01T00:00:00Z',
      }),
    ).toMatchObject({ status: 422 });
  });

  it('are written by the mairie only, and never seen elsewhere', async () => {
    const { id } = await write({ title: 'Secret', body: 'Texte' });
    expect(await parent.get(articles())).toMatchObject({ status: 403 });
    expect(await parent.post(articles(), { title: 'Moi', body: 'Texte' })).toMatchObject({ status: 403 });
    expect(await stranger.get(articles())).toMatchObject({ status: 404 });
    for (const path of [`/collectivites/${elsewhere}/articles/${id}`]) {
      expect(await stranger.get(path)).toMatchObject({ status: 404 });
      expect(await stranger.patch(path, { title: 'Pris' })).toMatchObject({ status: 404 });
      expect(await stranger.delete(path)).toMatchObject({ status: 404 });
      expect(await stranger.post(`${path}/publications`)).toMatchObject({ status: 404 });
    }
    expect(await stranger.get(`/families/${family}/articles`)).toMatchObject({ status: 404 });
    expect(await otherParent.get(`/families/${family}/articles`)).toMatchObject({ status: 404 });
    expect(await agent.get(`/families/${family}/articles`)).toMatchObject({ status: 200 });
  });
});
