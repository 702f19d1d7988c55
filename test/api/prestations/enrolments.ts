import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { servicesWished } from '../../../src/families/index.js';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { LoadEnrolments } from '../../../src/prestations/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Commune, newCommune, newPrestation } from '../../support/prestations.js';

interface Listed {
  id: number;
  childId: number;
  from: string;
  to: string | null;
}

describe('enrolments', () => {
  let service: RunningService;
  let commune: Commune;
  let stranger: Commune;
  let familyId: number;
  beforeAll(async () => {
    service = await startService('prestations-enrolments');
    commune = await newCommune(service);
    stranger = await newCommune(service);
    familyId = await service.fixtures.family(commune.collectiviteId);
  });
  afterAll(() => service.stop());

  const child = (columns: Record<string, string | number | null> = {}, town = commune, family = familyId) =>
    service.fixtures.child(town.collectiviteId, family, { site_id: town.siteId, ...columns });
  const listed = async ({ path }: { path: string }) =>
    (await commune.agent.get(`${path}/enrolments?limit=200`)).body.items as Listed[];
  const wish = (childId: number, labels: string[], { collectiviteId }: Commune = commune) =>
    service.database.unit(() =>
      service.app.get(Outbox).emit(servicesWished, { collectiviteId, childId, labels }, { collectiviteId }),
    );

  it('let a child use a prestation between two dates, once at a time', async () => {
    const { agent, animateur } = commune;
    const canteen = await newPrestation(commune, { name: 'Dates' });
    const enrolments = `${canteen.path}/enrolments`;
    const childId = await child();
    const first = await agent.post(enrolments, { childId, from: '2026-09-01', to: '2026-12-18' });
    expect(first).toMatchObject({ status: 201, body: { childId, from: '2026-09-01', to: '2026-12-18' } });
    expect(await agent.post(enrolments, { childId, from: '2026-12-18' })).toMatchObject({
      status: 409,
      body: { code: 'ENROLMENT_OVERLAP', overlaps: { enrolmentId: first.body.id } },
    });
    const second = await agent.post(enrolments, { childId, from: '2027-01-04' });
    expect(second.status).toBe(201);
    const change = (id: number, body: object) => agent.patch(`${enrolments}/${id}`, body);
    expect((await change(first.body.id as number, { to: null })).body.code).toBe('ENROLMENT_OVERLAP');
    expect((await change(first.body.id as number, { to: '2026-08-31' })).body.code).toBe('DATES_REVERSED');
    expect((await change(first.body.id as number, { to: '2027-01-03' })).body.to).toBe('2027-01-03');
    expect((await change(second.body.id as number, { to: '2027-07-02' })).status).toBe(200);
    expect(await listed(canteen)).toMatchObject([
      { childId, from: '2026-09-01', to: '2027-01-03', childLastName: 'DURAND', className: 'CE2' },
      { childId, from: '2027-01-04', to: '2027-07-02' },
    ]);
    const book = await service.app.get(LoadEnrolments).run(commune.collectiviteId, [childId]);
    const on = (date: string) => book.isEnrolled(childId, canteen.id, Temporal.PlainDate.from(date));
    expect(['2026-08-31', '2026-09-01', '2027-01-04', '2027-07-02', '2027-07-03'].map(on)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect((await animateur.post(enrolments, { childId, from: '2028-01-01' })).status).toBe(403);
  });

  it('say which supplements of its tariffs the child takes', async () => {
    const { agent } = commune;
    const evening = await newPrestation(commune, { name: 'Goûters' });
    const tariff = { type: 'FLAT', unitCents: 120, supplements: [{ label: 'Goûter', cents: 60 }] };
    const added = await commune.administrateur.post(`${evening.path}/tariffs`, { from: '2027-01-04', tariff });
    expect(added.status).toBe(201);
    const enrol = (span: object, supplements: string[]) => async () =>
      agent.post(`${evening.path}/enrolments`, { childId: await child(), ...span, supplements });
    const early = await enrol({ from: '2026-09-01', to: '2027-01-03' }, ['Goûter'])();
    expect(early).toMatchObject({ status: 422, body: { code: 'SUPPLEMENT_UNKNOWN' } });
    const { status, body } = await enrol({ from: '2026-09-01' }, ['Goûter'])();
    expect([status, body.supplements]).toEqual([201, ['Goûter']]);
    const change = (supplements: string[]) =>
      agent.patch(`${evening.path}/enrolments/${body.id as number}`, { supplements });
    expect((await change(['Transport'])).body.code).toBe('SUPPLEMENT_UNKNOWN');
    expect((await change([])).body.supplements).toEqual([]);
  });

  it('are for the children of the site, unless the prestation is open to all', async () => {
    const elsewhere = await service.fixtures.site(commune.collectiviteId);
    const childId = await child({ site_id: elsewhere });
    const canteen = await newPrestation(commune, { name: 'Du site' });
    const from = '2026-09-01';
    expect(await commune.agent.post(`${canteen.path}/enrolments`, { childId, from })).toMatchObject({
      status: 422,
      body: { code: 'CHILD_OF_ANOTHER_SCHOOL' },
    });
    const centre = await newPrestation(commune, { name: 'Pour tous', openToAllSites: true });
    expect((await commune.agent.post(`${centre.path}/enrolments`, { childId, from })).status).toBe(201);
    await commune.administrateur.patch(centre.path, { archived: true });
    const another = { childId: await child(), from };
    expect((await commune.agent.post(`${centre.path}/enrolments`, another)).body.code).toBe('PRESTATION_ARCHIVED');
  });

  it('never reach a child or an enrolment of another collectivité', async () => {
    const canteen = await newPrestation(commune, { name: 'Chez nous' });
    const theirs = await newPrestation(stranger, { name: 'Chez eux', openToAllSites: true });
    const childId = await child();
    const { body } = await commune.agent.post(`${canteen.path}/enrolments`, { childId, from: '2026-09-01' });
    expect((await stranger.agent.post(`${theirs.path}/enrolments`, { childId, from: '2026-09-01' })).status).toBe(404);
    expect((await stranger.agent.patch(`${theirs.path}/enrolments/${body.id}`, { to: null })).status).toBe(404);
    expect((await stranger.agent.patch(`${canteen.path}/enrolments/${body.id}`, { to: null })).status).toBe(404);
    const batch = await stranger.agent.post(`${theirs.path}/enrolments/batches`, {
      childIds: [childId],
      from: '2026-09-01',
    });
    expect(batch).toMatchObject({ status: 201, body: { enrolled: [], unknown: [childId] } });
    expect(
      (await stranger.agent.post(`${theirs.path}/enrolments/batches`, { siteId: commune.siteId, from: '2026-09-01' }))
        .body.enrolled,
    ).toEqual([]);
  });

  it('are made for a class or a school at once; those who cannot be are told', async () => {
    const town = await newCommune(service);
    const family = await service.fixtures.family(town.collectiviteId);
    const [a, b, c] = [
      await child({ class_name: 'CP' }, town, family),
      await child({ class_name: 'CP' }, town, family),
      await child({ class_name: 'CM2' }, town, family),
    ];
    const away = await child({ site_id: await service.fixtures.site(town.collectiviteId) }, town, family);
    const canteen = await newPrestation(town);
    const batch = (body: object) =>
      town.agent.post(`${canteen.path}/enrolments/batches`, { from: '2026-09-01', ...body });
    expect((await batch({ className: 'CP' })).body).toEqual({
      enrolled: [a, b],
      already: [],
      ofAnotherSchool: [],
      unknown: [],
    });
    expect(await batch({})).toMatchObject({
      status: 201,
      body: { enrolled: [c], already: [{ childId: a, enrolmentId: expect.any(Number) }, { childId: b }] },
    });
    expect((await batch({ childIds: [away, away, 999_999] })).body).toMatchObject({
      enrolled: [],
      ofAnotherSchool: [away],
      unknown: [999_999],
    });
    expect((await batch({ childIds: [] })).status).toBe(400);
  });

  describe('from what families wished', () => {
    it('are made in the prestations of the child’s school that the words mean, from the start of the school year', async () => {
      const town = await newCommune(service);
      const family = await service.fixtures.family(town.collectiviteId);
      const otherSite = await service.fixtures.site(town.collectiviteId);
      const canteen = await newPrestation(town, { name: 'Restaurant scolaire' });
      const otherCanteen = await newPrestation(town, { name: 'Cantine', siteId: otherSite });
      const evening = await newPrestation(town, { name: 'Garderie du soir', kind: 'EVENING_CARE' });
      const centre = await newPrestation(town, {
        name: 'Centre de loisirs',
        kind: 'LEISURE_CENTRE',
        weekdays: ['WE'],
        siteId: otherSite,
        openToAllSites: true,
      });
      const childId = await child({}, town, family);
      await wish(childId, ['Cantine', 'Garderie soir', 'Mercredi', 'Piscine'], town);
      await wish(childId, ['Cantine', 'Garderie soir', 'Mercredi', 'Piscine'], town);
      await service.settle();
      const of = async ({ path }: { path: string }) =>
        ((await town.agent.get(`${path}/enrolments`)).body.items as Listed[]).map(({ from, to }) => [from, to]);
      for (const prestation of [canteen, evening, centre]) expect(await of(prestation)).toEqual([['2026-09-01', null]]);
      expect(await of(otherCanteen)).toEqual([]);
      const pool = await town.administrateur.post(`${town.path}/prestations`, {
        siteId: town.siteId,
        name: 'Piscine',
        kind: 'OTHER',
        weekdays: ['TU'],
        runsOn: 'SCHOOL_DAYS',
        places: 20,
        budgetNature: '7067',
      });
      expect(pool.body.enrolledFromWishes).toBe(1);
      expect(
        (await town.agent.post(`${town.path}/prestations/${pool.body.id}/enrolments/from-wishes`)).body,
      ).toMatchObject({
        enrolled: [],
        already: [{ childId }],
      });
    });

    it('are picked up again when an agent asks, after the child changed school', async () => {
      const town = await newCommune(service);
      const family = await service.fixtures.family(town.collectiviteId);
      const canteen = await newPrestation(town);
      const childId = await child({ site_id: null }, town, family);
      await wish(childId, ['CANTINE'], town);
      await service.settle();
      const pickUp = () => town.agent.post(`${canteen.path}/enrolments/from-wishes`);
      expect((await pickUp()).body.enrolled).toEqual([]);
      await service.database.unit(() =>
        service.database.change('UPDATE children SET site_id = ? WHERE id = ?', [town.siteId, childId]),
      );
      expect(await pickUp()).toMatchObject({ status: 200, body: { enrolled: [childId] } });
    });
  });
});
