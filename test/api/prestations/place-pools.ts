import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('places that prestations share', () => {
  let service: RunningService;
  let canteen: Canteen;
  let administrateur: Api;
  let agent: Api;
  let second: { id: number; policyId: number; tariffId: number };
  beforeAll(async () => {
    service = await startService('place-pools', '2026-11-02T08:00:00+01:00');
  });
  beforeEach(async () => {
    canteen = await openCanteen(service);
    second = await service.fixtures.prestation(canteen.collectiviteId, canteen.siteId, {
      name: 'Cantine, second service',
      name_key: 'cantine second service',
    });
    administrateur = await canteen.staff('administrateur');
    agent = await canteen.staff('agent');
  });
  afterAll(() => service.stop());

  const path = (rest = '') => `/collectivites/${canteen.collectiviteId}/place-pools${rest}`;
  const define = async (pool: object): Promise<number> => {
    const answer = await administrateur.post(path(), pool);
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.body.id as number;
  };
  const secondSession = (date: string, closes = '2026-11-15T08:00:00Z') =>
    service.fixtures.session(canteen.collectiviteId, second, date, closes);
  const born = async (family: CanteenFamily, date: string) => {
    await service.database.unit(() =>
      service.database.change('UPDATE children SET birth_date = ? WHERE id = ?', [date, family.childIds[0]]),
    );
    await service.fixtures.enrolment(canteen.collectiviteId, second.id, family.childIds[0]!);
  };
  const someone = async (birthDate = '2018-04-12') => {
    const family = await canteen.family();
    await born(family, birthDate);
    return family;
  };
  const book = async (family: CanteenFamily, sessionId: number) => {
    const lines = [{ sessionId, childId: family.childIds[0] }];
    const added = await family.api.post(family.path('basket/lines'), { lines });
    if (added.body.leftOut.length > 0) return added.body.leftOut[0].refusal;
    const { body } = await family.api.post(family.path('basket/validations'));
    return body.lines[0].refusal ?? body.lines[0];
  };
  const day = async (poolId: number, date: string) =>
    (await agent.get(path(`/${poolId}/days?from=${date}&to=${date}`))).body[0];

  it('are one number for two services: the second to ask is told what is full', async () => {
    const poolId = await define({
      name: 'le réfectoire',
      prestationIds: [canteen.prestation.id, second.id],
      places: 1,
    });
    const [first, other] = [await canteen.session('2026-11-16'), await secondSession('2026-11-16')];
    const [one, two] = [await someone(), await someone()];
    const { reservationId } = await book(one, first);
    expect(reservationId).toEqual(expect.any(Number));
    expect(await day(poolId, '2026-11-16')).toEqual({ date: '2026-11-16', places: 1, taken: 1, ownPlaces: false });
    const refusal = await book(two, other);
    expect(refusal.code).toBe('SESSION_FULL');
    expect(plain(refusal.detail)).toBe(
      'C’est complet le lundi 16 novembre 2026 : le réfectoire n’a plus de place. Une place peut se libérer, inscrivez l’enfant sur la liste d’attente.',
    );
    expect(await canteen.taken(other)).toBe(0);
    const planning = await two.api.get(two.path('planning?from=2026-11-16&to=2026-11-16'));
    const cells = planning.body.children[0].rows.map(({ cells: [cell] }: { cells: object[] }) => cell);
    expect(cells).toEqual([
      expect.objectContaining({ state: 'FULL', placesLeft: 0, why: 'complet\u00a0: le réfectoire n’a plus de place' }),
      expect.objectContaining({ state: 'FULL', placesLeft: 0 }),
    ]);
    expect((await one.api.post(one.path(`reservations/${reservationId}/cancellations`))).status).toBe(201);
    expect(await day(poolId, '2026-11-16')).toMatchObject({ taken: 0 });
    expect(await book(two, other)).toMatchObject({ outcome: 'ACCEPTED' });
    expect((await administrateur.delete(path(`/${poolId}`))).status).toBe(204);
    expect((await agent.get(path(`/${poolId}`))).status).toBe(404);
    expect(await book(one, first)).toMatchObject({ outcome: 'ACCEPTED' });
  });

  it('may hold an age only, counted on the day of service', async () => {
    const poolId = await define({
      name: 'la petite salle',
      prestationIds: [canteen.prestation.id],
      ageUnder: 6,
      places: 1,
    });
    const session = await canteen.session('2026-11-17');
    const turnsSixThatDay = await someone('2020-11-17');
    const stillFive = await someone('2020-11-18');
    const fiveToo = await someone('2021-03-01');
    expect(await book(turnsSixThatDay, session)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await day(poolId, '2026-11-17')).toMatchObject({ taken: 0 });
    const placesLeft = async (family: CanteenFamily) =>
      (await family.api.get(family.path('planning?from=2026-11-17&to=2026-11-17'))).body.children[0].rows[0].cells[0]
        .placesLeft;
    expect(await placesLeft(stillFive)).toBe(1);
    const { reservationId } = await book(stillFive, session);
    const refusal = await book(fiveToo, session);
    expect(plain(refusal.detail)).toContain('complet le mardi 17 novembre 2026 pour les moins de 6 ans');
    expect(await canteen.taken(session)).toBe(2);
    // The birth date was wrong: the place is given back where it was taken all the same.
    await service.database.unit(() =>
      service.database.change('UPDATE children SET birth_date = ? WHERE id = ?', ['2015-01-01', stillFive.childIds[0]]),
    );
    await stillFive.api.post(stillFive.path(`reservations/${reservationId}/cancellations`));
    expect(await day(poolId, '2026-11-17')).toMatchObject({ taken: 0 });
    expect(await book(fiveToo, session)).toMatchObject({ outcome: 'ACCEPTED' });
    await administrateur.delete(path(`/${poolId}`));
  });

  it('count who is there already, and are never defined smaller than that', async () => {
    const [monday, tuesday] = [await canteen.session('2026-11-23'), await canteen.session('2026-11-24')];
    const other = await secondSession('2026-11-23');
    const [older, younger] = [await someone('2016-05-05'), await someone('2022-05-05')];
    await book(older, monday);
    await book(younger, other);
    await book(younger, tuesday);
    const pool = { name: 'Le préau', prestationIds: [canteen.prestation.id, second.id], places: 1 };
    const tooSmall = await administrateur.post(path(), pool);
    expect(tooSmall).toMatchObject({
      status: 409,
      body: { code: 'POOL_TOO_SMALL', days: [{ date: '2026-11-23', taken: 2 }] },
    });
    expect(plain(tooSmall.body.detail)).toContain('déjà prises le 23 novembre 2026 (2) :');
    const poolId = await define({ ...pool, places: 2 });
    const taken = async () => [(await day(poolId, '2026-11-23')).taken, (await day(poolId, '2026-11-24'))?.taken ?? 0];
    expect(await taken()).toEqual([2, 1]);
    expect(await administrateur.patch(path(`/${poolId}`), { ageUnder: 6 })).toMatchObject({
      status: 200,
      body: { ages: 'les moins de 6\u00a0ans', places: 2 },
    });
    expect(await taken()).toEqual([1, 1]);
    await administrateur.patch(path(`/${poolId}`), { prestationIds: [canteen.prestation.id], ageUnder: null });
    expect(await taken()).toEqual([1, 1]);
    expect((await administrateur.patch(path(`/${poolId}`), { places: 0 })).body.code).toBe('POOL_TOO_SMALL');
    expect(await taken()).toEqual([1, 1]);
    const own = path(`/${poolId}/days/2026-11-23`);
    expect((await agent.put(own, { places: 0 })).body).toMatchObject({ code: 'PLACES_ALREADY_TAKEN', taken: 1 });
    expect((await agent.put(own, { places: 7 })).body).toMatchObject({ places: 7, taken: 1, ownPlaces: true });
    await administrateur.patch(path(`/${poolId}`), { places: 5 });
    expect([await day(poolId, '2026-11-23'), await day(poolId, '2026-11-24')]).toMatchObject([
      { places: 7, ownPlaces: true },
      { places: 5, ownPlaces: false },
    ]);
    await canteen.callOff(monday, 'Grève nationale');
    await service.settle();
    expect(await taken()).toEqual([0, 1]);
    await administrateur.delete(path(`/${poolId}`));
  });

  it('are said in one way, in one collectivité', async () => {
    const elsewhere = await openCanteen(service, { name: 'Ailleurs', name_key: 'ailleurs' });
    const wrong = await administrateur.post(path(), {
      name: '« »',
      prestationIds: [elsewhere.prestation.id],
      ageFrom: 6,
      ageUnder: 6,
      places: 3,
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'POOL_NOT_VALID' } });
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'prestationIds[0]',
      'name',
      'ageUnder',
    ]);
    const poolId = await define({ name: 'La salle haute', prestationIds: [second.id], places: 3 });
    const twin = await administrateur.post(path(), { name: 'la SALLE haute', prestationIds: [second.id], places: 3 });
    expect(twin).toMatchObject({ status: 409, body: { code: 'POOL_NAME_TAKEN' } });
    const stranger = await elsewhere.staff('administrateur');
    const theirs = `/collectivites/${elsewhere.collectiviteId}/place-pools/${poolId}`;
    for (const answer of [
      await stranger.get(theirs),
      await stranger.patch(theirs, { places: 9 }),
      await stranger.delete(theirs),
      await stranger.put(`${theirs}/days/2026-11-23`, { places: 9 }),
    ])
      expect(answer.status).toBe(404);
    expect((await agent.get(path())).body).toEqual([expect.objectContaining({ id: poolId, ages: null, places: 3 })]);
  });
});
