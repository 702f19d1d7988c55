import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DefinePool } from '../../../src/prestations/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { crowd } from '../../support/crowd.js';
import { freePlace, type Seated, someChild, takePlace } from '../../support/seats.js';
import { countGivenUp } from '../../support/deadlocks.js';

describe('places that prestations share, under concurrency', () => {
  let service: RunningService;
  let canteen: Canteen;
  let second: { id: number; policyId: number; tariffId: number };
  let administrateur: Api;
  beforeAll(async () => {
    service = await startService('place-pools-races', '2026-11-02T08:00:00+01:00');
  });
  beforeEach(async () => {
    canteen = await openCanteen(service);
    second = await service.fixtures.prestation(canteen.collectiviteId, canteen.siteId, { name: 'Second service' });
    administrateur = await canteen.staff('administrateur');
  });
  afterAll(() => service.stop());

  const define = async (pool: object): Promise<number> => {
    const { status, body, text } = await administrateur.post(
      `/collectivites/${canteen.collectiviteId}/place-pools`,
      pool,
    );
    if (status !== 201) throw new Error(text);
    return body.id as number;
  };
  const both = () => [canteen.prestation.id, second.id];
  const secondSession = (date: string, columns = {}) =>
    service.fixtures.session(canteen.collectiviteId, second, date, '2026-11-12T08:00:00Z', columns);
  const dayOf = async (poolId: number, date: string) =>
    service.database.read(async () => {
      const [row] = await service.database.rows<{ taken: number; counted: number }>(
        `SELECT d.taken, (SELECT COUNT(*) FROM taken_pool_places p WHERE p.pool_day_id = d.id) AS counted
         FROM place_pool_days d WHERE d.pool_id = ? AND d.date = ?`,
        [poolId, date],
      );
      return row ? { taken: Number(row.taken), counted: Number(row.counted) } : { taken: 0, counted: 0 };
    });
  const children = async (count: number, birthDate?: string) => {
    const all: Seated[] = [];
    while (all.length < count) all.push(await someChild(service, canteen.collectiviteId, birthDate));
    return all;
  };
  const take = (sessionId: number, child: Seated) => takePlace(service, canteen.collectiviteId, sessionId, child);
  const free = (sessionId: number, child: Seated) => freePlace(service, canteen.collectiviteId, sessionId, child);

  it('gives the twenty places of two services to a crowd of parents who ask over HTTP', async () => {
    const poolId = await define({ name: 'le réfectoire', prestationIds: both(), places: 20 });
    const sessions = [await canteen.session('2026-11-16'), await secondSession('2026-11-16')];
    const parents: CanteenFamily[] = [];
    while (parents.length < crowd(64, 24)) {
      const parent = await canteen.family();
      await service.fixtures.enrolment(canteen.collectiviteId, second.id, parent.childIds[0]!);
      parents.push(parent);
    }
    await Promise.all(
      parents.map((parent, index) =>
        parent.api.post(parent.path('basket/lines'), {
          lines: [{ sessionId: sessions[index % 2], childId: parent.childIds[0] }],
        }),
      ),
    );
    const answers = await Promise.all(parents.map((parent) => parent.api.post(parent.path('basket/validations'))));
    const lines = answers.flatMap(({ body }) => body.lines);
    expect(lines.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(20);
    expect(new Set(lines.flatMap(({ refusal }) => refusal?.code ?? []))).toEqual(new Set(['SESSION_FULL']));
    const living = (await canteen.living(sessions[0]!)) + (await canteen.living(sessions[1]!));
    expect([living, await dayOf(poolId, '2026-11-16')]).toEqual([20, { taken: 20, counted: 20 }]);
  });

  it('stays exact while some give back and others take, in both services, without a deadlock', async () => {
    const givenUp = countGivenUp(service);
    const poolId = await define({ name: 'la grande salle', prestationIds: both(), places: 10 });
    const dates = ['2026-11-17', '2026-11-19', '2026-11-20'];
    const sessions: number[] = [];
    for (const date of dates) sessions.push(await canteen.session(date), await secondSession(date));
    const holders = await children(10);
    for (const session of [sessions[0]!, sessions[2]!, sessions[4]!])
      for (const child of holders) expect(await take(session, child)).toBeNull();
    const seekers = await children(24);
    const given = holders.slice(0, 6);
    const [, answers] = await Promise.all([
      Promise.all([0, 2, 4].flatMap((rank) => given.map((child) => free(sessions[rank]!, child)))),
      Promise.all(
        seekers.flatMap((child, index) => [0, 2, 4].map((rank) => take(sessions[rank + (index % 2)]!, child))),
      ),
    ]);
    const accepted = answers.filter((full) => full === null).length;
    let taken = 0;
    for (const date of dates) {
      const day = await dayOf(poolId, date);
      expect(day.taken).toBe(day.counted);
      expect(day.taken).toBeLessThanOrEqual(10);
      taken += day.taken;
    }
    expect(taken).toBe(3 * 4 + accepted);
    expect(givenUp()).toBe(0);
  });

  it('never deadlocks over baskets that hold both services of many days in any order', async () => {
    const givenUp = countGivenUp(service);
    const poolId = await define({ name: 'le préau', prestationIds: both(), places: 6 });
    const dates = Array.from({ length: crowd(12, 4) }, (_, day) => `2027-01-${String(11 + day)}`);
    const sessions: number[] = [];
    for (const date of dates) {
      // Ids of one day are far apart, and in no order, so that the days of the pool are met in any order.
      sessions.push(await canteen.session(date));
      sessions.unshift(await secondSession(date));
    }
    const parents: CanteenFamily[] = [];
    while (parents.length < 12) {
      const parent = await canteen.family(2);
      for (const childId of parent.childIds)
        await service.fixtures.enrolment(canteen.collectiviteId, second.id, childId);
      parents.push(parent);
    }
    await Promise.all(
      parents.map((parent, index) =>
        parent.api.post(parent.path('basket/lines'), {
          lines: (index % 2 === 0 ? sessions : [...sessions].reverse()).flatMap((sessionId) =>
            parent.childIds.map((childId) => ({ sessionId, childId })),
          ),
        }),
      ),
    );
    const answers = await Promise.all(parents.map((parent) => parent.api.post(parent.path('basket/validations'))));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    for (const date of dates) expect(await dayOf(poolId, date)).toEqual({ taken: 6, counted: 6 });
    expect(givenUp()).toBe(0);
  });

  it('keeps each side of a birthday apart', async () => {
    const poolId = await define({
      name: 'la petite salle',
      prestationIds: [canteen.prestation.id],
      ageUnder: 6,
      places: 5,
    });
    const session = await canteen.session('2026-12-01');
    const [five, six] = [await children(16, '2020-12-02'), await children(16, '2020-12-01')];
    const answers = await Promise.all(
      five.flatMap((child, index) => [take(session, child), take(session, six[index]!)]),
    );
    const took = (rank: number) => answers.filter((full, index) => index % 2 === rank && full === null).length;
    expect([took(0), took(1)]).toEqual([5, 16]);
    expect([await canteen.taken(session), await dayOf(poolId, '2026-12-01')]).toEqual([21, { taken: 5, counted: 5 }]);
  });

  it('counts again exactly while parents book', async () => {
    const session = await canteen.session('2026-12-03');
    const other = await secondSession('2026-12-03');
    const some = await children(30, '2021-06-01');
    const name = 'la salle qui change';
    const poolId = await define({ name, prestationIds: [canteen.prestation.id], ageFrom: 10, places: 30 });
    const defining = service.app.get(DefinePool);
    const changes = [{ ageFrom: null }, { prestationIds: both() }, { ageUnder: 6 }, { places: 40 }];
    await Promise.all([
      ...some.map((child, index) => take(index % 2 === 0 ? session : other, child)),
      ...changes.map((change) => defining.change(canteen.collectiviteId, poolId, change, null)),
    ]);
    expect(await dayOf(poolId, '2026-12-03')).toEqual({ taken: 30, counted: 30 });
  });
});
