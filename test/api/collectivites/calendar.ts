import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FindCalendar } from '../../../src/calendar/index.js';
import type { Role } from '../../../src/identity/index.js';
import { Temporal } from '../../../src/kernel/civil-time.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

describe('the calendar of a collectivité', () => {
  let service: RunningService;
  let here: number;
  let elsewhere: number;
  let school: number;
  let theirSchool: number;
  const apis = {} as Record<Role | 'stranger', Api>;

  beforeAll(async () => {
    // 23 h 30 in Paris on 1 September is already the 2nd in Reunion.
    service = await startService('calendar', '2026-09-01T23:30:00+02:00');
    const { fixtures } = service;
    here = await fixtures.collectivite({ school_zone: 'C' });
    elsewhere = await fixtures.collectivite({ time_zone: 'Indian/Reunion', holidays_of: 'reunion' });
    school = await fixtures.site(here);
    theirSchool = await fixtures.site(elsewhere);
    const signedIn = async (collectiviteId: number, role: Role) => {
      const { email, password } = await fixtures.account([{ collectiviteId, role }]);
      return service.api.signedIn(email, password);
    };
    for (const role of ['parent', 'animateur', 'agent', 'regisseur', 'administrateur'] as const)
      apis[role] = await signedIn(here, role);
    apis.stranger = await signedIn(elsewhere, 'agent');
  });
  afterAll(() => service.stop());

  const events = (topic: string) =>
    service.database.read(async () =>
      (
        await service.database.rows<{ payload: string }>(
          'SELECT payload FROM outbox_messages WHERE topic = ? ORDER BY id',
          [topic],
        )
      ).map(({ payload }) => JSON.parse(payload) as unknown),
    );

  it('is read day by day by a parent', async () => {
    const days = await apis.parent.get(`/collectivites/${here}/calendar?from=2026-11-10&to=2026-11-12`);
    expect(days.status).toBe(200);
    expect(days.body).toHaveLength(3);
    expect(days.body[1]).toEqual({
      date: '2026-11-11',
      covered: true,
      publicHoliday: expect.stringContaining('1918'),
      schoolHoliday: null,
      closure: null,
    });
    const christmas = await apis.parent.get(`/collectivites/${here}/calendar?from=2026-12-24&to=2026-12-25`);
    expect(christmas.body[0]).toMatchObject({ publicHoliday: null, schoolHoliday: 'Vacances de Noël' });
    const far = await apis.parent.get(`/collectivites/${here}/calendar?from=2045-01-01&to=2045-01-01`);
    expect(far.body).toEqual([
      { date: '2045-01-01', covered: false, publicHoliday: null, schoolHoliday: null, closure: null },
    ]);
  });

  it('refuses what is not a period', async () => {
    const path = `/collectivites/${here}/calendar`;
    expect(await apis.parent.get(path)).toMatchObject({ status: 400 });
    expect(await apis.parent.get(`${path}?from=2026-02-30&to=2026-03-01`)).toMatchObject({ status: 400 });
    expect(await apis.parent.get(`${path}?from=2026-03-02&to=2026-03-01`)).toMatchObject({ status: 422 });
    expect(await apis.parent.get(`${path}?from=2026-01-01&to=2027-06-01`)).toMatchObject({ status: 422 });
    expect(await apis.parent.get(`${path}?from=2026-01-01&to=2026-01-01&siteId=x`)).toMatchObject({ status: 400 });
    expect(await apis.parent.get(`${path}?from=2026-01-01&to=2026-01-01&siteId=${theirSchool}`)).toMatchObject({
      status: 404,
    });
    expect(await apis.stranger.get(`${path}?from=2026-01-01&to=2026-01-01`)).toMatchObject({ status: 404 });
  });

  it('holds the closures of all the sites and those of one', async () => {
    const path = `/collectivites/${here}/closures`;
    const bridge = await apis.agent.post(path, { from: '2027-05-07', to: '2027-05-07', reason: 'Pont' });
    expect(bridge).toMatchObject({
      status: 201,
      body: { siteId: null, from: '2027-05-07', to: '2027-05-07', reason: 'Pont' },
    });
    const strike = await apis.agent.post(path, {
      siteId: school,
      from: '2027-05-06',
      to: '2027-05-10',
      reason: 'Travaux',
    });
    expect(strike.status).toBe(201);
    const on = async (query: string) =>
      (await apis.parent.get(`/collectivites/${here}/calendar?${query}`)).body.map(
        ({ closure }: { closure: string | null }) => closure,
      );
    expect(await on('from=2027-05-06&to=2027-05-08')).toEqual([null, 'Pont', null]);
    expect(await on(`from=2027-05-06&to=2027-05-08&siteId=${school}`)).toEqual(['Travaux', 'Travaux', 'Travaux']);
    const calendar = await service.app.get(FindCalendar).run(here, school);
    expect(calendar.closure(Temporal.PlainDate.from('2027-05-10'))).toBe('Travaux');
    expect((await apis.animateur.get(`${path}?from=2027-05-08&to=2027-05-31`)).body).toEqual([strike.body]);
    expect(
      (await apis.stranger.get(`/collectivites/${elsewhere}/closures?from=2027-05-01&to=2027-05-31`)).body,
    ).toEqual([]);
    expect(await events('calendar.closure-declared')).toContainEqual({
      collectiviteId: here,
      closureId: strike.body.id,
      siteId: school,
      from: '2027-05-06',
      to: '2027-05-10',
      reason: 'Travaux',
    });

    expect(await apis.stranger.delete(`/collectivites/${elsewhere}/closures/${strike.body.id}`)).toMatchObject({
      status: 404,
    });
    expect(await apis.parent.delete(`${path}/${strike.body.id}`)).toMatchObject({ status: 403 });
    expect(await apis.agent.delete(`${path}/${strike.body.id}`)).toMatchObject({ status: 204 });
    expect(await apis.agent.delete(`${path}/${strike.body.id}`)).toMatchObject({ status: 404 });
    expect(await on(`from=2027-05-06&to=2027-05-08&siteId=${school}`)).toEqual([null, 'Pont', null]);
    expect(await events('calendar.closure-removed')).toEqual([
      expect.objectContaining({ closureId: strike.body.id, from: '2027-05-06' }),
    ]);
  });

  it('leaves the past to administrators, on the date of its own clock', async () => {
    const path = `/collectivites/${here}/closures`;
    const past = { from: '2026-08-31', to: '2026-09-04', reason: 'Inondation' };
    expect(await apis.agent.post(path, past)).toMatchObject({ status: 422, body: { code: 'CLOSURE_IN_THE_PAST' } });
    const written = await apis.administrateur.post(path, past);
    expect(written.status).toBe(201);
    expect(await apis.agent.delete(`${path}/${written.body.id}`)).toMatchObject({ status: 422 });
    expect(await apis.administrateur.delete(`${path}/${written.body.id}`)).toMatchObject({ status: 204 });
    const today = { from: '2026-09-01', to: '2026-09-01', reason: 'Grève' };
    expect(await apis.agent.post(path, today)).toMatchObject({ status: 201 });
    expect(await apis.stranger.post(`/collectivites/${elsewhere}/closures`, today)).toMatchObject({
      status: 422,
      body: { code: 'CLOSURE_IN_THE_PAST' },
    });
  });

  it('refuses closures that mean nothing', async () => {
    const path = `/collectivites/${here}/closures`;
    const closure = { from: '2027-05-07', to: '2027-05-07', reason: 'Pont' };
    expect(await apis.agent.post(path, { ...closure, to: '2027-05-06' })).toMatchObject({ status: 422 });
    expect(await apis.agent.post(path, { ...closure, to: '2029-05-06' })).toMatchObject({ status: 422 });
    expect(await apis.agent.post(path, { ...closure, from: '07/05/2027' })).toMatchObject({ status: 400 });
    expect(await apis.agent.post(path, { ...closure, reason: ' ' })).toMatchObject({ status: 400 });
    expect(await apis.agent.post(path, { ...closure, siteId: theirSchool })).toMatchObject({ status: 404 });
    const archived = await service.fixtures.site(here, { archived: 1 });
    expect(await apis.agent.post(path, { ...closure, siteId: archived })).toMatchObject({
      status: 422,
      body: { code: 'SITE_ARCHIVED' },
    });
    expect(await apis.regisseur.post(path, closure)).toMatchObject({ status: 403 });
    expect(await apis.parent.get(`${path}?from=2027-05-01&to=2027-05-31`)).toMatchObject({ status: 403 });
  });
});
