import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const CALLED_OFF = 'Accueil annulé par la mairie';
const START = '2026-11-02T08:00:00+01:00';

describe('cancelling', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('cancellation', START);
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  const at = async (text: string, ...families: CanteenFamily[]) => {
    service.clock.set(Temporal.Instant.from(text));
    for (const family of families) await family.signIn();
  };
  const cancel = (family: CanteenFamily, reservationId: number) =>
    family.api.post(family.path(`reservations/${reservationId}/cancellations`));

  /** Books sessions for the first child of a family; answers the ids of the reservations, in the order of the dates. */
  async function book(family: CanteenFamily, ...sessionIds: number[]): Promise<number[]> {
    const lines = sessionIds.map((sessionId) => ({ sessionId, childId: family.childIds[0] }));
    await family.api.post(family.path('basket/lines'), { lines });
    const { body } = await family.api.post(family.path('basket/validations'));
    return body.lines.map(({ reservationId }: { reservationId: number }) => reservationId);
  }

  it('frees the place at once, tells the parent, and lets the child be booked again', async () => {
    const family = await canteen.family();
    const session = await canteen.session('2026-11-16', undefined, { places: 1 });
    const [reservationId] = await book(family, session);
    expect(await canteen.taken(session)).toBe(1);
    const answer = await cancel(family, reservationId!);
    expect(answer).toMatchObject({ status: 201, body: { id: reservationId, state: 'CANCELLED', cancellable: false } });
    expect([await canteen.taken(session), await canteen.living(session)]).toEqual([0, 0]);
    expect(await cancel(family, reservationId!)).toMatchObject({ status: 409, body: { code: 'ALREADY_CANCELLED' } });
    await service.settle();
    const mails = await service.mails.to(family.email);
    expect(mails.at(-1)!.subject).toBe('Annulation de réservation');
    expect(mails.at(-1)!.text).toContain('lundi 16 novembre 2026');
    const [again] = await book(family, session);
    expect(again).not.toBe(reservationId);
    const { body } = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-16'));
    expect(body.map(({ state }: { state: string }) => state)).toEqual(['CANCELLED', 'RESERVED']);
  });

  it('follows its own window, half-open, which is not that of booking', async () => {
    const family = await canteen.family();
    const cancelCloses = Temporal.Instant.from('2026-11-18T11:00:00Z');
    const session = await canteen.session('2026-11-19', '2026-11-17T08:00:00Z', {
      cancel_closes_at: cancelCloses.epochMilliseconds,
    });
    const other = await canteen.session('2026-11-20', '2026-11-17T08:00:00Z', {
      cancel_closes_at: cancelCloses.epochMilliseconds,
    });
    const [first, second] = await book(family, session, other);
    await at('2026-11-18T10:59:59.999Z', family);
    expect((await cancel(family, first!)).status).toBe(201);
    await at('2026-11-18T11:00:00Z', family);
    expect(await cancel(family, second!)).toMatchObject({
      status: 422,
      body: {
        code: 'CANCELLATION_CLOSED',
        closesAt: '2026-11-18T11:00:00Z',
        detail: expect.stringContaining('mercredi 18 novembre 2026 à 12\u00a0h\u00a000'),
      },
    });
    expect(await canteen.taken(other)).toBe(1);
    await at(START, family);
  });

  it('cancels several line by line', async () => {
    const [family, stranger] = [await canteen.family(), await canteen.family()];
    const open = await canteen.session('2026-11-23');
    const closing = await canteen.session('2026-11-05', '2026-11-03T08:00:00Z');
    const [late, inTime] = await book(family, closing, open);
    const [notMine] = await book(stranger, open);
    await at('2026-11-03T08:00:00Z', family, stranger);
    const { status, body } = await family.api.post(family.path('reservations/cancellations'), {
      reservationIds: [late, inTime, notMine],
    });
    expect(status).toBe(201);
    expect(body.cancelled).toEqual([inTime]);
    const refused = body.refused.map((line: { reservationId: number; refusal: { code: string } }) => [
      line.reservationId,
      line.refusal.code,
    ]);
    expect(refused).toEqual([
      [notMine, 'RESERVATION_UNKNOWN'],
      [late, 'CANCELLATION_CLOSED'],
    ]);
    expect(await canteen.taken(open)).toBe(1);
    expect((await stranger.api.get(stranger.path('reservations?from=2026-11-23&to=2026-11-23'))).body).toHaveLength(1);
    await at(START, family);
  });

  it('lets the mairie cancel beyond the window with a reason, never a parent', async () => {
    const family = await canteen.family();
    const session = await canteen.session('2026-11-06', '2026-11-04T08:00:00Z');
    const [reservationId] = await book(family, session);
    await at('2026-11-05T08:00:00Z', family);
    const agent = await canteen.staff('agent');
    const path = family.path(`reservations/${reservationId}/cancellations`);
    const override = { override: true, reason: 'Deuil dans la famille' };
    expect(await agent.post(path)).toMatchObject({ status: 422, body: { code: 'CANCELLATION_CLOSED' } });
    expect(await family.api.post(path, override)).toMatchObject({
      status: 403,
      body: { code: 'OVERRIDE_NOT_ALLOWED' },
    });
    expect((await agent.post(path, override)).status).toBe(201);
    const audited = await service.database.read(() =>
      service.database.rows(`SELECT id FROM audit_entries WHERE action = 'reservation.cancelled-beyond-window'`),
    );
    expect(audited).toHaveLength(1);
    await at(START, family);
  });

  it('cancels by itself what the mairie calls off, and tells each family once, whatever its children', async () => {
    const [family, other] = [await canteen.family(2), await canteen.family()];
    const sessions = [await canteen.session('2026-12-03'), await canteen.session('2026-12-04')];
    const lines = sessions.flatMap((sessionId) => family.childIds.map((childId) => ({ sessionId, childId })));
    await family.api.post(family.path('basket/lines'), { lines });
    await family.api.post(family.path('basket/validations'));
    await book(other, sessions[0]!);
    await service.settle();
    const before = (await service.mails.to(family.email)).length;
    for (const session of sessions) await canteen.callOff(session, 'grève');
    await service.settle();
    await service.settle();
    const mails = (await service.mails.to(family.email)).slice(before);
    expect(mails.map(({ subject }) => subject)).toEqual([CALLED_OFF, CALLED_OFF]);
    expect(mails[0]!.text).toContain('jeudi 3 décembre 2026');
    expect(mails[1]!.text).toContain('vendredi 4 décembre 2026');
    expect((await service.mails.to(other.email)).at(-1)!.text).toContain('grève');
    for (const session of sessions)
      expect([await canteen.living(session), await canteen.taken(session)]).toEqual([0, 0]);
    const { body } = await family.api.get(family.path('reservations?from=2026-12-03&to=2026-12-04'));
    expect(new Set(body.map(({ state }: { state: string }) => state))).toEqual(new Set(['CANCELLED']));
  });
});
