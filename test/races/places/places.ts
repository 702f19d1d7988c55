import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { FindSessions, SessionsToFreeze } from '../../../src/prestations/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { freePlace, type Seated, someChild, takePlace } from '../../support/seats.js';

describe('places under concurrency', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestation: { id: number; policyId: number };
  beforeAll(async () => {
    service = await startService('races-places');
    collectiviteId = await service.fixtures.collectivite();
    prestation = await service.fixtures.prestation(collectiviteId, await service.fixtures.site(collectiviteId));
  });
  afterAll(() => service.stop());

  const session = (date: string, places: number) =>
    service.fixtures.session(collectiviteId, prestation, date, `${date}T06:00:00Z`, { places });
  const children = async (count: number) => {
    const all: Seated[] = [];
    while (all.length < count) all.push(await someChild(service, collectiviteId));
    return all;
  };
  const take = (sessionId: number, child: Seated) => takePlace(service, collectiviteId, sessionId, child);
  const found = async (id: number) => (await service.app.get(FindSessions).byIds(collectiviteId, [id]))[0]!;

  it('gives 20 places to 64 parents who ask at once, and refuses 44', async () => {
    const sessionId = await session('2026-09-14', 20);
    const answers = await Promise.all((await children(64)).map((child) => take(sessionId, child)));
    expect(answers.filter((full) => full === null)).toHaveLength(20);
    expect(await found(sessionId)).toMatchObject({ places: 20, taken: 20 });
  });

  it('stays exact when places are taken and given back at once', async () => {
    const sessionId = await session('2026-09-15', 10);
    const stay = async (child: Seated, index: number) => {
      if ((await take(sessionId, child)) !== null) return 0;
      if (index % 2 === 0) return 1;
      await freePlace(service, collectiviteId, sessionId, child);
      return 0;
    };
    const kept = (await Promise.all((await children(32)).map(stay))).filter((one) => one === 1);
    expect((await found(sessionId)).taken).toBe(kept.length);
    expect(kept.length).toBeLessThanOrEqual(10);
  });

  it('does not give a place back twice', async () => {
    const sessionId = await session('2026-09-17', 1);
    const [child] = await children(1);
    await take(sessionId, child!);
    const freed = await Promise.allSettled([1, 2].map(() => freePlace(service, collectiviteId, sessionId, child!)));
    expect(freed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await found(sessionId)).taken).toBe(0);
  });

  it('freezes a session once, at its closing instant and not before', async () => {
    const sessionId = await session('2026-09-18', 5);
    const freezing = service.app.get(SessionsToFreeze);
    const closes = Temporal.Instant.from('2026-09-18T06:00:00Z');
    const before = closes.subtract({ milliseconds: 1 });
    const due = async (now: Temporal.Instant) => (await freezing.find(now, 100)).map(({ id }) => id);
    expect(await due(before)).not.toContain(sessionId);
    expect(await due(closes)).toContain(sessionId);
    const freeze = (now: Temporal.Instant) => service.database.unit(() => freezing.freeze(sessionId, now));
    expect(await freeze(before)).toBe(false);
    expect((await Promise.all([freeze(closes), freeze(closes), freeze(closes)])).filter(Boolean)).toHaveLength(1);
    expect(await due(closes)).not.toContain(sessionId);
    expect((await found(sessionId)).frozenAt?.toString()).toBe(closes.toString());
  });

  it('finds the sessions of a span, both dates included, of its own collectivité only', async () => {
    const span = { from: Temporal.PlainDate.from('2026-09-15'), to: Temporal.PlainDate.from('2026-09-17') };
    const dates = (await service.app.get(FindSessions).run(collectiviteId, span)).map(({ date }) => date.toString());
    expect(dates).toEqual(['2026-09-15', '2026-09-17']);
    const stranger = await service.fixtures.collectivite();
    expect(await service.app.get(FindSessions).run(stranger, span)).toEqual([]);
  });
});
