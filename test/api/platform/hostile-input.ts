import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

describe('hostile input', () => {
  let service: RunningService;
  let agent: Api;
  let collectiviteId: number;

  beforeAll(async () => {
    service = await startService('hostile-input');
    collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    agent = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  it.each([
    ['half of a surrogate pair in an address', { email: '\ud800', password: 'x' }, 'email'],
    ['a list in place of a text', { email: ['a@b.fr'], password: 'x' }, 'email'],
    ['a field that nobody asked for', { email: 'a@b.fr', password: 'x', admin: true }, 'admin'],
  ])('%s is named, not a fault of the service', async (_, body, field) => {
    const answer = await service.api.post('/auth/sessions', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    expect(answer.body.errors[0].field).toBe(field);
  });

  it.each([
    [
      'a number',
      () => `/collectivites/${collectiviteId}/prestations/1/enrolments`,
      { from: '2026-09-01', to: '2027-07-02' },
      'childId',
    ],
    ['a text', () => '/registrations', { email: 'claire@example.org' }, 'code'],
  ])('%s that is missing is said to be missing, not too great or too short', async (_, path, body, field) => {
    const answer = await agent.post(path(), body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    expect(answer.body.errors).toEqual([{ field, message: 'ce champ est obligatoire.' }]);
  });

  it('keeps the signs of a French sentence with their words', async () => {
    const { body } = await service.api.post('/auth/sessions', {});
    expect(body.detail).toBe('La demande comporte des champs à corriger\u00a0: voyez «\u00a0errors\u00a0».');
    const unknown = await agent.get(`/collectivites/${collectiviteId}/families?state=abc`);
    expect(unknown.body.errors[0].message).toBe('ce champ n’est pas attendu\u00a0; retirez-le.');
  });

  it.each([
    ['a list', []],
    ['a text', 'x'],
    ['a number', 3],
  ])('says in French that %s is not an object', async (_, body) => {
    const json = agent.withHeaders({ 'content-type': 'application/json' });
    const path = `/collectivites/${collectiviteId}/tariffs/preview`;
    const answer = await json.raw('POST', path, JSON.stringify(body));
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body', message: 'un objet est attendu.' }] },
    });
  });

  it('says how long an empty text should be', async () => {
    const { body } = await service.api.post('/registrations', { code: '', email: 'claire@example.org' });
    expect(body.errors).toEqual([{ field: 'code', message: 'au moins 1 caractère(s) attendu(s).' }]);
  });

  it.each([
    ['PUT', 'opening-hours', { openingHours: [[]] }, 'openingHours[0]'],
    ['POST', 'invitations/batches', { guardianIds: [[1]] }, 'guardianIds[0]'],
  ] as const)('%s %s: a list in place of an item is named', async (method, path, body, field) => {
    const json = agent.withHeaders({ 'content-type': 'application/json' });
    const answer = await json.raw(method, `/collectivites/${collectiviteId}/${path}`, JSON.stringify(body));
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST', errors: [{ field }] } });
  });

  it.each([
    ['an address that cannot be decoded', '/families/%zz', 400, 'INVALID_REQUEST'],
    ['an id without end', `/families/${'9'.repeat(300)}`, 404, 'NOT_FOUND'],
  ])('%s is answered with a problem document', async (_, path, status, code) => {
    const answer = await agent.get(path);
    expect(answer).toMatchObject({ status, body: { code, instance: expect.stringContaining('urn:request:') } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('does not run a GET to throw its answer away, however its address is spelt; the probes answer HEAD', async () => {
    for (const path of [`/collectivites/${collectiviteId}/families`, '/me', '/altcha/challenges'])
      expect((await agent.head(path)).status).toBe(405);
    expect((await fetch(`${await service.app.getUrl()}/%61pi/v1/altcha/challenges`, { method: 'HEAD' })).status).toBe(
      405,
    );
    expect((await agent.head('/health/live')).status).toBe(200);
    expect((await agent.head('/nulle-part')).status).toBe(404);
  });

  it('does not wait for ever for a request that never ends', () => {
    expect(service.app.getHttpServer()).toMatchObject({ requestTimeout: 300_000, headersTimeout: 60_000 });
  });

  it('says that a form arrived incomplete', async () => {
    for (const path of [
      `/collectivites/${collectiviteId}/family-imports`,
      `/collectivites/${collectiviteId}/documents`,
    ]) {
      const form = agent.withHeaders({ 'content-type': 'multipart/form-data; boundary=zz' });
      const answer = await form.raw('POST', path, 'x');
      expect([path, answer.status, answer.body.code]).toEqual([path, 400, 'INVALID_REQUEST']);
    }
  });

  it('refuses a body of more than a megabyte, JSON nested without end, and what is not JSON', async () => {
    const json = agent.withHeaders({ 'content-type': 'application/json' });
    const path = `/collectivites/${collectiviteId}/families`;
    expect((await json.raw('POST', path, JSON.stringify({ name: 'x'.repeat(1_100_000) }))).body.code).toBe(
      'PAYLOAD_TOO_LARGE',
    );
    expect((await json.raw('POST', path, '['.repeat(50_000) + ']'.repeat(50_000))).status).toBe(400);
    expect((await json.raw('POST', path, '{"name":')).body.code).toBe('INVALID_REQUEST');
    expect((await agent.withHeaders({ 'content-type': 'application/xml' }).raw('POST', path, '<x/>')).body.code).toBe(
      'UNSUPPORTED_MEDIA_TYPE',
    );
  });
});
