import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { ServeLines, TellClosedLines } from '../../../src/reservations/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { crowd } from '../../support/crowd.js';
import { countGivenUp } from '../../support/deadlocks.js';
import { linesOf } from '../../support/lines.js';

const START = '2026-11-02T08:00:00+01:00';
const DATE = '2026-11-16';
const CLOSES = '2026-11-15T08:00:00Z';
const OVER = '2026-11-03T07:00:00Z';

describe('waiting lists under any concurrency', () => {
  let service: RunningService;
  let canteen: Canteen;
  let lines: ReturnType<typeof linesOf>;
  beforeAll(async () => {
    service = await startService('waiting-list-races', START);
  });
  beforeEach(async () => {
    service.clock.set(Temporal.Instant.from(START));
    canteen = await openCanteen(service);
    lines = linesOf(service, canteen);
  });
  afterAll(() => service.stop());

  const families = async (count: number): Promise<CanteenFamily[]> => {
    const all: CanteenFamily[] = [];
    while (all.length < count) all.push(await canteen.family());
    return all;
  };
  /** A session whose places are all reserved by families, each with its reservation. */
  async function fullSession(places: number) {
    const session = await canteen.session(DATE, CLOSES, { places });
    const holders = await families(places);
    const reservations: number[] = [];
    for (const holder of holders) reservations.push((await lines.book(holder, session))[0]!);
    return { session, holders, reservations };
  }
  const idOf = async (family: CanteenFamily): Promise<number> => (await lines.entries(family))[0].id;
  const offeredTo = async (some: readonly CanteenFamily[]) => {
    const states = await Promise.all(some.map(async (family) => (await lines.entries(family))[0]?.state));
    return states.flatMap((state, index) => (state === 'OFFERED' ? [index] : []));
  };

  it('puts a crowd of children in one line, each with its own rank', async () => {
    const { session } = await fullSession(2);
    const all = await families(crowd(64, 16));
    const answers = await Promise.all(all.map((family) => lines.join(family, session)));
    expect(answers.map(({ status }) => status)).toEqual(all.map(() => 201));
    const agent = await canteen.staff('agent');
    const line = (await agent.get(`/collectivites/${canteen.collectiviteId}/sessions/${session}/waiting-entries`)).body;
    expect(line.map(({ rank }: { rank: number }) => rank)).toEqual(all.map((_, index) => index + 1));
  });

  it('offers places freed one by one, then together, in the order of the line', async () => {
    const givenUp = countGivenUp(service);
    const { session, holders, reservations } = await fullSession(10);
    const waiting = await families(20);
    for (const family of waiting) await lines.join(family, session);
    for (let one = 0; one < 3; one += 1) await lines.cancel(holders[one]!, reservations[one]!);
    expect(await offeredTo(waiting)).toEqual([0, 1, 2]);
    await Promise.all(holders.slice(3).map((holder, index) => lines.cancel(holder, reservations[3 + index]!)));
    expect(await offeredTo(waiting)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await lines.counts(session)).toEqual({ taken: 10, places: 10, reservations: 0, offers: 10 });
    const ids = await Promise.all(waiting.slice(0, 10).map(idOf));
    const answers = await Promise.all(waiting.slice(0, 10).map((family, index) => lines.accept(family, ids[index]!)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(await lines.counts(session)).toEqual({ taken: 10, places: 10, reservations: 10, offers: 0 });
    expect(givenUp()).toBe(0);
  });

  it('accepts an offer once, however many times it is accepted at once', async () => {
    const { session, holders, reservations } = await fullSession(1);
    const [family] = await families(1);
    await lines.join(family!, session);
    await lines.cancel(holders[0]!, reservations[0]!);
    const id = await idOf(family!);
    const answers = await Promise.all(Array.from({ length: 8 }, () => lines.accept(family!, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(await lines.counts(session)).toEqual({ taken: 1, places: 1, reservations: 1, offers: 0 });
  });

  it('gives a place to one family when an offer is accepted, declined and over at the same time', async () => {
    const { session, holders, reservations } = await fullSession(4);
    const waiting = await families(12);
    for (const family of waiting) await lines.join(family, session);
    for (const [index, holder] of holders.entries()) await lines.cancel(holder, reservations[index]!);
    const ids = await Promise.all(waiting.map(idOf));
    // The clock passes the end of the first four offers while they are answered and the task runs in two instances.
    const answering = [0, 1, 2, 3].flatMap((rank) => [
      lines.accept(waiting[rank]!, ids[rank]!),
      rank % 2 === 0 ? lines.leave(waiting[rank]!, ids[rank]!) : lines.accept(waiting[rank]!, ids[rank]!),
    ]);
    service.clock.set(Temporal.Instant.from(OVER));
    const serving = service.app.get(ServeLines);
    const [answers] = await Promise.all([Promise.all(answering), serving.overByClock(), serving.overByClock()]);
    await serving.overByClock();
    const accepted = answers.filter(({ status }) => status === 201).length;
    const counts = await lines.counts(session);
    expect(counts).toEqual({ taken: 4, places: 4, reservations: accepted, offers: 4 - accepted });
  });

  it('tells each family once that its line came to nothing, whoever ends it and however many tell it', async () => {
    const { session } = await fullSession(1);
    const waiting = await families(6);
    for (const family of waiting) await lines.join(family, session);
    service.clock.set(Temporal.Instant.from(CLOSES));
    const [serving, telling] = [service.app.get(ServeLines), service.app.get(TellClosedLines)];
    await Promise.all([serving.overByClock(), telling.run(), serving.overByClock(), telling.run(), telling.run()]);
    await telling.run();
    await service.settle();
    for (const { email } of waiting) {
      const subjects = (await service.mails.to(email)).map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject!.startsWith('Liste d’attente terminée'))).toHaveLength(1);
    }
  });

  it('lets nobody from outside the line take what someone in it could', async () => {
    const { session, holders, reservations } = await fullSession(6);
    const [waiting, outside] = [await families(6), await families(12)];
    for (const family of waiting) await lines.join(family, session);
    const at = service.clock.now().epochMilliseconds;
    for (const { id, accountId, childIds } of outside)
      await service.database.unit(async () => {
        const { collectiviteId } = canteen;
        await service.database.change(
          'INSERT INTO baskets (collectivite_id, family_id, account_id, updated_at) VALUES (?, ?, ?, ?)',
          [collectiviteId, id, accountId, at],
        );
        await service.database.change(
          `INSERT INTO basket_lines (collectivite_id, basket_id, session_id, child_id, added_at)
           SELECT ?, id, ?, ?, ? FROM baskets WHERE family_id = ?`,
          [collectiviteId, session, childIds[0]!, at, id],
        );
      });
    const [cancelled, booked] = await Promise.all([
      Promise.all(holders.map((holder, index) => lines.cancel(holder, reservations[index]!))),
      Promise.all(outside.map((family) => family.api.post(family.path('basket/validations')))),
    ]);
    expect(cancelled.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(booked.flatMap(({ body }) => body.lines).map(({ refusal }) => refusal?.code)).toEqual(
      Array(12).fill('SESSION_FULL'),
    );
    expect(await offeredTo(waiting)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('serves lines of two services that share a pool without a deadlock, and to the place', async () => {
    const givenUp = countGivenUp(service);
    const second = await service.fixtures.prestation(canteen.collectiviteId, canteen.siteId, {
      name: 'Second service',
    });
    const sessions = [
      await canteen.session(DATE, CLOSES),
      await service.fixtures.session(canteen.collectiviteId, second, DATE, CLOSES),
    ];
    const administrateur = await canteen.staff('administrateur');
    const pool = { name: 'le réfectoire', prestationIds: [canteen.prestation.id, second.id], places: 8 };
    await administrateur.post(`/collectivites/${canteen.collectiviteId}/place-pools`, pool);
    const all = await families(24);
    for (const family of all) await service.fixtures.enrolment(canteen.collectiviteId, second.id, family.childIds[0]!);
    const [holders, waiting] = [all.slice(0, 8), all.slice(8)];
    const reservations: number[] = [];
    for (const [index, holder] of holders.entries())
      reservations.push((await lines.book(holder, sessions[index % 2]!))[0]!);
    await Promise.all(waiting.map((family, index) => lines.join(family, sessions[index % 2]!)));
    await Promise.all(holders.map((holder, index) => lines.cancel(holder, reservations[index]!)));
    const [one, two] = [await lines.counts(sessions[0]!), await lines.counts(sessions[1]!)];
    expect([one.offers + two.offers, one.taken + two.taken, one.reservations + two.reservations]).toEqual([8, 8, 0]);
    const entries = await Promise.all(waiting.map(async (family) => (await lines.entries(family))[0]));
    const offered = entries.filter(({ state }) => state === 'OFFERED').map(({ id }) => id as number);
    const still = entries.filter(({ state }) => state === 'WAITING').map(({ id }) => id as number);
    expect(Math.max(...offered)).toBeLessThan(Math.min(...still));
    expect(givenUp()).toBe(0);
  });
});
