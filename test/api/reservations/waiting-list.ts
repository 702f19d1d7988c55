import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { linesOf } from '../../support/lines.js';

const START = '2026-11-02T08:00:00+01:00';
const DATE = '2026-11-16';
const CLOSES = '2026-11-15T08:00:00Z';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a waiting list', () => {
  let service: RunningService;
  let canteen: Canteen;
  let lines: ReturnType<typeof linesOf>;
  let session: number;
  let holder: CanteenFamily;
  let first: CanteenFamily;
  let second: CanteenFamily;
  let reservation: number;
  beforeAll(async () => {
    service = await startService('waiting-list', START);
  });
  afterAll(() => service.stop());

  const at = async (text: string, ...families: CanteenFamily[]) => {
    service.clock.set(Temporal.Instant.from(text));
    for (const family of families) await family.signIn();
  };
  /** One place, taken; two families who want it. */
  beforeEach(async () => {
    await at(START);
    canteen = await openCanteen(service);
    lines = linesOf(service, canteen);
    session = await canteen.session(DATE, CLOSES, { places: 1 });
    [holder, first, second] = [await canteen.family(), await canteen.family(), await canteen.family()];
    [reservation] = (await lines.book(holder, session)) as [number];
  });
  const joined = async (family: CanteenFamily, sessionId = session): Promise<number> => {
    const answer = await lines.join(family, sessionId);
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.body.id as number;
  };

  it('is joined in order once the session is full, and the rank is seen', async () => {
    expect(await lines.cell(first, DATE)).toMatchObject({ state: 'FULL', waitingListOpen: true });
    const one = await lines.join(first, session);
    expect(one).toMatchObject({
      status: 201,
      body: { state: 'WAITING', rank: 1, prestationName: 'Cantine', date: DATE },
    });
    await joined(second);
    expect(await lines.join(first, session)).toMatchObject({ status: 409, body: { code: 'ALREADY_WAITING' } });
    expect(await lines.join(holder, session)).toMatchObject({ status: 409, body: { code: 'ALREADY_RESERVED' } });
    expect(await lines.cell(second, DATE)).toMatchObject({
      state: 'WAITING',
      why: '2e place de la liste d’attente',
      waitingRank: 2,
      waitingEntryId: expect.any(Number),
    });
    const agent = await canteen.staff('agent');
    const path = `/collectivites/${canteen.collectiviteId}/sessions/${session}/waiting-entries`;
    expect((await agent.get(path)).body).toEqual([
      expect.objectContaining({ familyId: first.id, rank: 1 }),
      expect.objectContaining({ familyId: second.id, rank: 2 }),
    ]);
    expect((await lines.leave(first, one.body.id)).status).toBe(204);
    expect(await lines.entries(second)).toEqual([expect.objectContaining({ rank: 1 })]);
    expect(await lines.entries(first)).toEqual([]);
    expect((await lines.leave(second, one.body.id)).status).toBe(404);
  });

  it('is not for a session that has places, nor for a child who may not book it', async () => {
    const free = await canteen.session('2026-11-17', CLOSES);
    expect(await lines.join(first, free)).toMatchObject({ status: 409, body: { code: 'PLACES_LEFT' } });
    const stranger = await canteen.family();
    await service.database.unit(() =>
      service.database.change('DELETE FROM enrolments WHERE child_id = ?', [stranger.childIds[0]]),
    );
    expect((await lines.join(stranger, session)).body.code).toBe('NOT_ENROLLED');
    expect((await lines.join(first, 999_999)).body.code).toBe('SESSION_UNKNOWN');
    const notMine = { ...first, childIds: second.childIds };
    expect((await lines.join(notMine, session)).body.code).toBe('CHILD_UNKNOWN');
    await at(CLOSES, first);
    expect(await lines.join(first, session)).toMatchObject({ status: 422, body: { code: 'SESSION_CLOSED' } });
  });

  it('offers a place that comes free to the first, by mail, and makes it a reservation at the price of that moment', async () => {
    const [entry] = [await joined(first), await joined(second)];
    await lines.cancel(holder, reservation);
    expect(await lines.counts(session)).toEqual({ taken: 1, places: 1, reservations: 0, offers: 1 });
    await service.settle();
    const [mail] = (await service.mails.to(first.email)).slice(-1);
    expect(mail!.subject).toBe('Une place s’est libérée pour votre enfant');
    expect(plain(mail!.text!)).toContain('mardi 3 novembre 2026 à 8 h 00');
    expect((await service.mails.to(second.email)).map(({ subject }) => subject)).not.toContain(mail!.subject);
    expect(await lines.cell(first, DATE)).toMatchObject({
      state: 'OFFERED',
      waitingEntryId: entry,
      offerExpiresAt: '2026-11-03T07:00:00Z',
      placesLeft: 0,
    });
    expect(plain((await lines.cell(first, DATE)).why)).toBe('place proposée jusqu’au mardi 3 novembre 2026 à 8 h 00');
    // Nobody else can take it: neither who was second, nor who was not in line.
    expect((await lines.cell(second, DATE)).state).toBe('WAITING');
    const basket = await holder.api.post(holder.path('basket/lines'), {
      lines: [{ sessionId: session, childId: holder.childIds[0] }],
    });
    expect(basket.body.leftOut[0].refusal.code).toBe('SESSION_FULL');
    await service.database.unit(() =>
      service.database.change('UPDATE tariffs SET grid = REPLACE(grid, ?, ?) WHERE prestation_id = ?', [
        '"unitCents":350',
        '"unitCents":410',
        canteen.prestation.id,
      ]),
    );
    expect(await lines.accept(second, await entryOf(second))).toMatchObject({
      status: 409,
      body: { code: 'NO_OPEN_OFFER' },
    });
    expect(await lines.accept(first, entry)).toMatchObject({
      status: 201,
      body: { reservation: { state: 'RESERVED', unitCents: 410 }, toPay: null },
    });
    expect(await lines.accept(first, entry)).toMatchObject({ status: 409, body: { code: 'NO_OPEN_OFFER' } });
    expect(await lines.counts(session)).toEqual({ taken: 1, places: 1, reservations: 1, offers: 0 });
    await service.settle();
    expect((await service.mails.to(first.email)).map(({ subject }) => subject)).toContain('Votre place est réservée');
  });

  it('gives the place to the next when it is declined', async () => {
    const entry = await joined(first);
    await joined(second);
    await lines.cancel(holder, reservation);
    expect((await lines.leave(first, entry)).status).toBe(204);
    expect(await lines.entries(second)).toEqual([expect.objectContaining({ state: 'OFFERED', rank: null })]);
    expect(await lines.counts(session)).toEqual({ taken: 1, places: 1, reservations: 0, offers: 1 });
  });

  it('takes an offer back by the clock, whether a task has run or not, and passes it on', async () => {
    const entry = await joined(first);
    await joined(second);
    await lines.cancel(holder, reservation);
    await at('2026-11-03T07:00:00Z', first, second);
    expect((await lines.entries(first))[0]).toMatchObject({ state: 'EXPIRED' });
    expect(await lines.accept(first, entry)).toMatchObject({ status: 409, body: { code: 'NO_OPEN_OFFER' } });
    expect(await lines.entries(second)).toEqual([
      expect.objectContaining({ state: 'OFFERED', expiresAt: '2026-11-04T07:00:00Z' }),
    ]);
    await at('2026-11-04T07:00:00Z', second, holder);
    // Nobody waits any more: who asks for the full session finds the place free, no task having run.
    expect(await lines.book(holder, session)).toEqual([expect.any(Number)]);
    expect(await lines.counts(session)).toEqual({ taken: 1, places: 1, reservations: 1, offers: 0 });
  });

  it('finds a place that only an offer which is over holds, when a whole span is asked for', async () => {
    await joined(first);
    await lines.cancel(holder, reservation);
    await at('2026-11-03T07:00:00Z', second);
    const span = { childIds: second.childIds, prestationIds: [canteen.prestation.id], from: DATE, to: DATE };
    expect((await second.api.post(second.path('basket/spans'), span)).body).toMatchObject({ added: 1, leftOut: 0 });
  });

  it('is served by the task when nobody asks', async () => {
    await joined(first);
    await joined(second);
    await lines.cancel(holder, reservation);
    await at('2026-11-03T07:00:00Z', first, second);
    await service.settle();
    expect(await lines.entries(first)).toEqual([]);
    expect(await lines.entries(second)).toEqual([expect.objectContaining({ state: 'OFFERED' })]);
  });

  it('never offers a place past the closing instant, and closes with the session', async () => {
    const entry = await joined(first);
    const other = await joined(second);
    await at('2026-11-14T20:00:00Z', first, second, holder);
    await lines.cancel(holder, reservation);
    expect((await lines.entries(first))[0]).toMatchObject({ expiresAt: CLOSES });
    await at(CLOSES, first, second);
    expect((await lines.entries(second))[0]).toMatchObject({ id: other, state: 'CLOSED', rank: null });
    expect((await lines.accept(first, entry)).status).toBe(409);
    await service.settle();
    expect([await lines.entries(first), await lines.entries(second)]).toEqual([[], []]);
    expect(await lines.counts(session)).toEqual({ taken: 0, places: 0, reservations: 0, offers: 0 });
    const agent = await canteen.staff('agent');
    const { body } = await agent.get(`/collectivites/${canteen.collectiviteId}/headcounts?date=${DATE}`);
    expect(body).toEqual([
      expect.objectContaining({ sessionId: session, children: 0, reservedNow: 0, frozenAt: expect.any(String) }),
    ]);
  });

  it('tells a family once that no place came for the days it waited for, when they closed', async () => {
    const next = await canteen.session('2026-11-24', '2026-11-15T08:00:00Z', { places: 1 });
    await lines.book(holder, next);
    for (const id of [session, next]) await joined(first, id);
    const subjects = async () => (await service.mails.to(first.email)).map(({ subject }) => subject);
    const closed = 'Liste d’attente terminée\u00a0: aucune place ne s’est libérée';
    await at('2026-11-15T07:59:59Z', first);
    await service.settle();
    expect(await subjects()).not.toContain(closed);
    for (const moment of ['2026-11-15T08:00:00Z', '2026-11-15T08:20:00Z', '2026-11-16T08:20:00Z']) {
      await at(moment, first);
      await service.settle();
    }
    expect((await subjects()).filter((subject) => subject === closed)).toHaveLength(1);
    const mail = (await service.mails.to(first.email)).at(-1)!;
    expect(plain(mail.text!)).toMatch(/lundi 16 novembre 2026[^]+mardi 24 novembre 2026/);
    expect(await lines.entries(first)).toEqual([]);
  });

  it('passes over who could not book that day, without losing their turn', async () => {
    await joined(first);
    await joined(second);
    const [childId] = first.childIds;
    await service.database.unit(() =>
      service.database.change("UPDATE enrolments SET to_date = '2026-11-10' WHERE child_id = ?", [childId]),
    );
    await lines.cancel(holder, reservation);
    expect((await lines.entries(first))[0]).toMatchObject({ state: 'WAITING', rank: 1 });
    expect((await lines.entries(second))[0]).toMatchObject({ state: 'OFFERED' });
  });

  it('is served when the mairie adds places, to a session or to a pool', async () => {
    const administrateur = await canteen.staff('administrateur');
    const path = `/collectivites/${canteen.collectiviteId}`;
    await joined(first);
    const one = `${path}/prestations/${canteen.prestation.id}/sessions/${session}`;
    await administrateur.patch(one, { places: 3 });
    await service.settle();
    expect((await lines.entries(first))[0]).toMatchObject({ state: 'OFFERED' });
    const pool = { name: 'le réfectoire', prestationIds: [canteen.prestation.id], places: 2 };
    const { body } = await administrateur.post(`${path}/place-pools`, pool);
    await joined(second);
    await administrateur.put(`${path}/place-pools/${body.id}/days/${DATE}`, { places: 3 });
    await service.settle();
    expect((await lines.entries(second))[0]).toMatchObject({ state: 'OFFERED' });
    expect(await lines.counts(session)).toEqual({ taken: 3, places: 3, reservations: 1, offers: 2 });
  });

  it('of another service is served by the pool they share, before who is not in line', async () => {
    const other = await service.fixtures.prestation(canteen.collectiviteId, canteen.siteId, { name: 'Second service' });
    for (const family of [first, second])
      await service.fixtures.enrolment(canteen.collectiviteId, other.id, family.childIds[0]!);
    const elsewhere = await service.fixtures.session(canteen.collectiviteId, other, DATE, CLOSES);
    const wide = await canteen.session('2026-11-19', CLOSES);
    await service.database.unit(() =>
      service.database.change('UPDATE sessions SET date = ?, places = 9 WHERE id = ?', ['2026-11-16', session]),
    );
    const administrateur = await canteen.staff('administrateur');
    const pool = { name: 'le réfectoire', prestationIds: [canteen.prestation.id, other.id], places: 1 };
    await administrateur.post(`/collectivites/${canteen.collectiviteId}/place-pools`, pool);
    await joined(first, elsewhere);
    await lines.cancel(holder, reservation);
    expect((await lines.entries(first))[0]).toMatchObject({ state: 'OFFERED', sessionId: elsewhere });
    expect(await lines.counts(session)).toMatchObject({ taken: 0 });
    expect(
      (
        await second.api.post(second.path('basket/lines'), {
          lines: [{ sessionId: session, childId: second.childIds[0] }],
        })
      ).body.leftOut[0].refusal.code,
    ).toBe('SESSION_FULL');
    expect(await lines.book(second, wide)).toEqual([expect.any(Number)]);
  });

  it('is accepted as well by validating the day in the basket', async () => {
    const held = { lines: [{ sessionId: session, childId: first.childIds[0] }] };
    await lines.cancel(holder, reservation);
    await first.api.post(first.path('basket/lines'), held);
    await lines.book(holder, session);
    const entry = await joined(first);
    const [again] = await lines.entries(first);
    expect(again).toMatchObject({ id: entry, state: 'WAITING' });
    const [mine] = (await holder.api.get(holder.path(`reservations?from=${DATE}&to=${DATE}`))).body.filter(
      ({ state }: { state: string }) => state === 'RESERVED',
    );
    await lines.cancel(holder, mine.id);
    const { body } = await first.api.post(first.path('basket/validations'));
    expect(body.lines[0]).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await lines.entries(first)).toEqual([]);
    expect(await lines.counts(session)).toEqual({ taken: 1, places: 1, reservations: 1, offers: 0 });
  });

  it('ends with a mail when the mairie calls the session off', async () => {
    await joined(first);
    await joined(second);
    await lines.cancel(holder, reservation);
    await canteen.callOff(session, 'Grève nationale');
    await service.settle();
    for (const family of [first, second]) {
      expect(await lines.entries(family)).toEqual([]);
      const mail = (await service.mails.to(family.email)).at(-1)!;
      expect(plain(mail.subject!)).toBe('Liste d’attente terminée : accueil annulé par la mairie');
      expect(mail.text).toContain('Grève nationale');
    }
    expect(await lines.counts(session)).toEqual({ taken: 0, places: 0, reservations: 0, offers: 0 });
  });

  it('follows the delay that the mairie sets', async () => {
    const administrateur = await canteen.staff('administrateur');
    const path = `/collectivites/${canteen.collectiviteId}`;
    expect((await administrateur.patch(path, { offerHours: 0 })).status).toBe(400);
    expect((await administrateur.patch(path, { offerHours: 3 })).status).toBe(200);
    expect((await administrateur.get(`${path}/settings`)).body).toMatchObject({ offerHours: 3 });
    await joined(first);
    await lines.cancel(holder, reservation);
    expect((await lines.entries(first))[0]).toMatchObject({ expiresAt: '2026-11-02T10:00:00Z' });
  });

  const entryOf = async (family: CanteenFamily): Promise<number> => (await lines.entries(family))[0].id;
});
