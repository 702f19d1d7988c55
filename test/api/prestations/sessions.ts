import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { sessionsCalledOff } from '../../../src/prestations/index.js';
import { type RunningService, startService } from '../../support/application.js';
import {
  type Commune,
  newCommune,
  newPrestation,
  SAME_MORNING,
  THURSDAY_BEFORE,
  TWO_WORKING_DAYS,
} from '../../support/prestations.js';
import { someChild, takePlace } from '../../support/seats.js';

interface Session {
  id: number;
  date: string;
  addClosesAt: string;
  cancelClosesAt: string;
  calledOffReason: string | null;
}

const tuesdayOnly = { from: '2026-11-24', to: '2026-11-24' };
const YEAR = { from: '2026-09-01', to: '2027-07-02' };

describe('sessions', () => {
  let service: RunningService;
  let commune: Commune;
  let reunion: Commune;
  /** What the rooms above are told. */
  const calledOff: { collectiviteId: number; sessionIds: readonly number[]; reason: string }[] = [];
  beforeAll(async () => {
    service = await startService('prestations-sessions');
    service.app.get(Outbox).on(sessionsCalledOff, async (told) => void calledOff.push(told));
    commune = await newCommune(service);
    reunion = await newCommune(service, { time_zone: 'Indian/Reunion', holidays_of: 'reunion' });
  });
  afterAll(() => service.stop());

  /** A prestation with a règlement from September on. */
  async function ruled(town: Commune, settings: object, policy: object = {}): Promise<{ id: number; path: string }> {
    const prestation = await newPrestation(town, settings);
    const answer = await town.administrateur.post(`${prestation.path}/booking-policies`, {
      from: '2026-09-01',
      add: THURSDAY_BEFORE,
      cancel: TWO_WORKING_DAYS,
      ...policy,
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return prestation;
  }

  const plan = (town: Commune, { path }: { path: string }, span: object = YEAR) =>
    town.agent.post(`${path}/session-plannings`, span);

  async function sessions(town: Commune, { path }: { path: string }, from: string, to: string): Promise<Session[]> {
    return (await town.agent.get(`${path}/sessions?from=${from}&to=${to}&limit=200`)).body.items as Session[];
  }

  describe('planned from the calendar', () => {
    it('are a school year of canteen: no Wednesday, no holidays, no public holiday, and stay when planned again', async () => {
      const canteen = await ruled(commune, { name: 'Année' });
      const planned = await plan(commune, canteen);
      expect(planned).toMatchObject({ status: 201, body: { alreadyPlanned: 0 } });
      const all = await sessions(commune, canteen, '2026-09-01', '2027-08-31');
      expect(all).toHaveLength(planned.body.planned as number);
      const dates = all.map(({ date }) => date);
      expect([dates[0], dates.at(-1)]).toEqual(['2026-09-01', '2027-07-02']);
      for (const closed of ['2026-09-02', '2026-10-19', '2026-11-11', '2026-12-25', '2027-03-29', '2027-05-07'])
        expect(dates).not.toContain(closed);
      for (const open of ['2026-10-16', '2026-11-02', '2026-11-10', '2026-11-12']) expect(dates).toContain(open);
      expect((await plan(commune, canteen)).body).toEqual({ planned: 0, alreadyPlanned: all.length });
    });

    it('close at the wall-clock hour of the règlement, across the nights when clocks change', async () => {
      const morning = await ruled(commune, { name: 'Horloges' }, { add: SAME_MORNING, cancel: SAME_MORNING });
      await plan(commune, morning);
      const closing = async (date: string) => (await sessions(commune, morning, date, date))[0]!.addClosesAt;
      expect(await closing('2026-10-16')).toBe('2026-10-16T07:00:00Z');
      expect(await closing('2026-11-02')).toBe('2026-11-02T08:00:00Z');
      expect(await closing('2027-03-26')).toBe('2027-03-26T08:00:00Z');
      expect(await closing('2027-03-30')).toBe('2027-03-30T07:00:00Z');
    });

    it('close on the clock of their own collectivité, with its own public holidays', async () => {
      const canteen = await ruled(reunion, { name: 'Cantine' }, { add: SAME_MORNING });
      expect((await plan(reunion, canteen, { from: '2026-12-14', to: '2026-12-18' })).status).toBe(201);
      expect(await sessions(reunion, canteen, '2026-12-14', '2026-12-15')).toMatchObject([
        {
          date: '2026-12-14',
          addClosesAt: '2026-12-14T05:00:00Z',
          addClosesAtText: expect.stringContaining('lundi 14 décembre 2026 à 9'),
        },
        { date: '2026-12-15' },
      ]);
    });

    it('have the règlement in force on their date, and keep it when it changes later', async () => {
      const canteen = await ruled(commune, { name: 'Versions' }, { to: '2026-09-30', cancel: SAME_MORNING });
      const span = { from: '2026-09-28', to: '2026-10-02' };
      const missing = await plan(commune, canteen, span);
      expect(missing).toMatchObject({
        status: 422,
        body: { code: 'POLICY_MISSING', dates: ['2026-10-01', '2026-10-02'] },
      });
      expect(missing.body.detail).toContain('1er octobre 2026');
      expect(await sessions(commune, canteen, span.from, span.to)).toEqual([]);
      const policies = `${canteen.path}/booking-policies`;
      const october = { from: '2026-10-01', add: TWO_WORKING_DAYS, cancel: TWO_WORKING_DAYS };
      await commune.administrateur.post(policies, october);
      expect((await plan(commune, canteen, span)).body).toEqual({ planned: 4, alreadyPlanned: 0 });
      const before = await sessions(commune, canteen, span.from, span.to);
      expect(before.map(({ date, addClosesAt }) => [date, addClosesAt])).toEqual([
        ['2026-09-28', '2026-09-24T22:00:00Z'],
        ['2026-09-29', '2026-09-24T22:00:00Z'],
        ['2026-10-01', '2026-09-29T08:00:00Z'],
        ['2026-10-02', '2026-09-30T08:00:00Z'],
      ]);
      const changed = await commune.administrateur.post(policies, {
        ...october,
        from: '2026-10-02',
        add: SAME_MORNING,
        replacePrevious: true,
      });
      expect(changed.body).toMatchObject({
        plannedSessionsKept: 1,
        openSessionsToRecompute: 1,
        warnings: expect.arrayContaining([expect.stringContaining('1\u00a0séance encore ouverte garde ses délais')]),
      });
      expect(await sessions(commune, canteen, span.from, span.to)).toEqual(before);
    });

    it('run in the holidays, on Wednesdays, or both, as the prestation says', async () => {
      const centre = { kind: 'LEISURE_CENTRE', weekdays: ['MO', 'WE'] };
      const span = { from: '2026-10-12', to: '2026-10-21' };
      const dates = async (settings: object) => {
        const prestation = await ruled(commune, { ...centre, ...settings });
        await plan(commune, prestation, span);
        return (await sessions(commune, prestation, span.from, span.to)).map(({ date }) => date);
      };
      expect(await dates({ name: 'Mercredis', runsOn: 'SCHOOL_DAYS' })).toEqual(['2026-10-12', '2026-10-14']);
      expect(await dates({ name: 'Vacances', runsOn: 'HOLIDAYS' })).toEqual(['2026-10-19', '2026-10-21']);
      expect(await dates({ name: 'Les deux', runsOn: 'BOTH' })).toHaveLength(4);
    });

    it.each([
      [{ from: '2029-09-03', to: '2029-09-07' }, 422, 'CALENDAR_NOT_KNOWN'],
      [{ from: '2027-08-30', to: '2027-09-10' }, 422, 'CALENDAR_NOT_KNOWN'],
      [{ from: '0001-01-01', to: '9999-12-31' }, 422, 'CALENDAR_NOT_KNOWN'],
      [{ from: '2026-09-30', to: '2026-09-01' }, 422, 'DATES_REVERSED'],
      [{ from: '2026-09-30' }, 400, 'INVALID_REQUEST'],
    ])('are not guessed for %j: %s %s', async (span, status, code) => {
      const [{ id }] = (await commune.agent.get(`${commune.path}/prestations`)).body;
      const answer = await plan(commune, { path: `${commune.path}/prestations/${id}` }, span);
      expect(answer).toMatchObject({ status, body: { code } });
    });

    it('are planned once by two agents at the same time', async () => {
      const canteen = await ruled(commune, { name: 'Ensemble' });
      const answers = await Promise.all([plan(commune, canteen), plan(commune, canteen), plan(commune, canteen)]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      const all = await sessions(commune, canteen, '2026-09-01', '2027-08-31');
      expect(answers.map(({ body }) => body.planned as number).sort((a, b) => a - b)).toEqual([0, 0, all.length]);
    });

    it('of a year and eight prestations take seconds', async () => {
      const eight = [];
      for (let index = 0; index < 8; index += 1) eight.push(await ruled(reunion, { name: `Prestation ${index}` }));
      const started = performance.now();
      for (const prestation of eight) expect((await plan(reunion, prestation)).status).toBe(201);
      expect(performance.now() - started).toBeLessThan(8000);
    });
  });

  it('are listed by date, page after page', async () => {
    const canteen = await ruled(commune, { name: 'Pages' });
    await plan(commune, canteen, { from: '2026-09-14', to: '2026-09-18' });
    await plan(commune, canteen, { from: '2026-09-07', to: '2026-09-11' });
    const seen: string[] = [];
    let after = '';
    for (let pages = 0; pages < 5; pages += 1) {
      const page = await commune.agent.get(`${canteen.path}/sessions?from=2026-09-08&to=2026-09-17&limit=3${after}`);
      seen.push(...(page.body.items as Session[]).map(({ date }) => date));
      if (page.body.next === null) break;
      after = `&after=${page.body.next as number}`;
    }
    expect(seen).toEqual(['2026-09-08', '2026-09-10', '2026-09-11', '2026-09-14', '2026-09-15', '2026-09-17']);
    expect((await commune.agent.get(`${canteen.path}/sessions?from=2026-09-08&to=2026-09-17&after=7`)).status).toBe(
      400,
    );
  });

  describe('once planned', () => {
    it('change their places, never below those taken', async () => {
      const canteen = await ruled(commune, { name: 'Places', places: 3 });
      await plan(commune, canteen, { from: '2026-09-14', to: '2026-09-14' });
      const [session] = await sessions(commune, canteen, '2026-09-14', '2026-09-14');
      const one = `${canteen.path}/sessions/${session!.id}`;
      const take = async () =>
        takePlace(service, commune.collectiviteId, session!.id, await someChild(service, commune.collectiviteId));
      expect([await take(), await take()]).toEqual([null, null]);
      expect(await commune.agent.patch(one, { places: 1 })).toMatchObject({
        status: 409,
        body: { code: 'PLACES_ALREADY_TAKEN', taken: 2 },
      });
      expect(await commune.agent.patch(one, { places: 2 })).toMatchObject({
        status: 200,
        body: { places: 2, taken: 2 },
      });
      expect((await commune.agent.patch(one, { places: 2 })).status).toBe(200);
      expect(await take()).toEqual({ by: 'SESSION' });
      expect(
        (await reunion.agent.patch(`${reunion.path}/prestations/${canteen.id}/sessions/${session!.id}`, { places: 9 }))
          .status,
      ).toBe(404);
      expect((await commune.animateur.patch(one, { places: 9 })).status).toBe(403);
    });

    it('are called off once, with a reason, and give no place any more', async () => {
      const canteen = await ruled(commune, { name: 'Panne' });
      await plan(commune, canteen, { from: '2026-09-15', to: '2026-09-15' });
      const [session] = await sessions(commune, canteen, '2026-09-15', '2026-09-15');
      const off = `${canteen.path}/sessions/${session!.id}/calling-off`;
      expect((await commune.agent.post(off, {})).status).toBe(400);
      expect(await commune.agent.post(off, { reason: 'Panne de chauffage' })).toMatchObject({
        status: 200,
        body: { calledOffReason: 'Panne de chauffage', calledOffAt: expect.any(String) },
      });
      expect(await commune.agent.post(off, { reason: 'Autre' })).toMatchObject({
        status: 409,
        body: { code: 'SESSION_ALREADY_CALLED_OFF' },
      });
      const child = await someChild(service, commune.collectiviteId);
      expect(await takePlace(service, commune.collectiviteId, session!.id, child)).toEqual({ by: 'SESSION' });
      await service.settle();
      expect(calledOff).toContainEqual({
        collectiviteId: commune.collectiviteId,
        sessionIds: [session!.id],
        reason: 'Panne de chauffage',
      });
    });

    it('are called off by a closure of their site or of all, and not planned on its days', async () => {
      const town = await newCommune(service);
      const otherSite = await service.fixtures.site(town.collectiviteId);
      const here = await ruled(town, { name: 'Ici' });
      const there = await ruled(town, { name: 'Ailleurs', siteId: otherSite });
      const week = { from: '2026-11-23', to: '2026-11-27' };
      for (const prestation of [here, there]) await plan(town, prestation, week);
      const close = (body: object) => town.agent.post(`${town.path}/closures`, body);
      await close({ siteId: otherSite, from: '2026-11-23', to: '2026-11-24', reason: 'Travaux' });
      await close({ from: '2026-11-24', to: '2026-11-26', reason: 'Grève' });
      await service.settle();
      const reasons = async (prestation: { path: string }) =>
        (await sessions(town, prestation, week.from, week.to)).map(({ calledOffReason }) => calledOffReason);
      expect(await reasons(here)).toEqual([null, 'Grève', 'Grève', null]);
      expect(await reasons(there)).toEqual(['Travaux', 'Travaux', 'Grève', null]);
      const told = calledOff.filter(({ collectiviteId }) => collectiviteId === town.collectiviteId);
      expect(told.map(({ sessionIds }) => sessionIds.length)).toEqual([2, 3]);
      const later = await ruled(town, { name: 'Plus tard' });
      await plan(town, later, week);
      expect((await sessions(town, later, week.from, week.to)).map(({ date }) => date)).toEqual([
        '2026-11-23',
        '2026-11-27',
      ]);
    });

    it('are reinstated, by an agent or when the closure is removed, while they can be booked', async () => {
      const town = await newCommune(service);
      const canteen = await ruled(town, { name: 'Erreurs' });
      await plan(town, canteen, { from: '2026-11-23', to: '2026-11-24' });
      const [monday, tuesday] = await sessions(town, canteen, '2026-11-23', '2026-11-24');
      const session = ({ id }: Session, act: string, body = {}) =>
        town.agent.post(`${canteen.path}/sessions/${id}/${act}`, body);
      const reasons = async () =>
        (await sessions(town, canteen, '2026-11-23', '2026-11-24')).map(({ calledOffReason }) => calledOffReason);
      expect((await session(monday!, 'reinstatements')).body.code).toBe('SESSION_NOT_REINSTATED');
      await session(monday!, 'calling-off', { reason: 'Panne' });
      expect(await session(monday!, 'reinstatements')).toMatchObject({ status: 200, body: { calledOffAt: null } });
      await session(monday!, 'calling-off', { reason: 'Panne' });
      const closure = await town.agent.post(`${town.path}/closures`, { ...tuesdayOnly, reason: 'Grève' });
      await service.settle();
      expect(await reasons()).toEqual(['Panne', 'Grève']);
      const refused = await session(tuesday!, 'reinstatements');
      expect(refused).toMatchObject({ status: 409, body: { code: 'SESSION_NOT_REINSTATED' } });
      expect(refused.body.detail).toContain('Grève');
      expect((await town.agent.delete(`${town.path}/closures/${closure.body.id}`)).status).toBe(204);
      await service.settle();
      expect(await reasons()).toEqual(['Panne', null]);
      const told = calledOff.filter(({ collectiviteId }) => collectiviteId === town.collectiviteId);
      expect(told.map(({ sessionIds }) => sessionIds)).toEqual([[monday!.id], [tuesday!.id]]);
    });

    it('that an agent called off stay so when a closure of the same reason is removed, others follow the one that is left', async () => {
      const town = await newCommune(service);
      const canteen = await ruled(town, { name: 'Grèves' });
      const week = { from: '2026-11-23', to: '2026-11-27' };
      await plan(town, canteen, week);
      const [monday] = await sessions(town, canteen, week.from, week.to);
      await town.agent.post(`${canteen.path}/sessions/${monday!.id}/calling-off`, { reason: 'Grève' });
      const close = async (body: object) => (await town.agent.post(`${town.path}/closures`, body)).body.id as number;
      const strike = await close({ from: week.from, to: '2026-11-26', reason: 'Grève' });
      const works = await close({ from: '2026-11-26', to: week.to, reason: 'Travaux' });
      await service.settle();
      const reasons = async () =>
        (await sessions(town, canteen, week.from, week.to)).map(({ calledOffReason }) => calledOffReason);
      expect(await reasons()).toEqual(['Grève', 'Grève', 'Grève', 'Travaux']);
      await town.agent.delete(`${town.path}/closures/${strike}`);
      await service.settle();
      expect(await reasons()).toEqual(['Grève', null, 'Travaux', 'Travaux']);
      await town.agent.delete(`${town.path}/closures/${works}`);
      await service.settle();
      expect(await reasons()).toEqual(['Grève', null, null, null]);
    });
  });
});
