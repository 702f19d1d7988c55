import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const START = '2026-11-02T08:00:00+01:00';
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe('the menu of one day', () => {
  let service: RunningService;
  let canteen: Canteen;
  let withoutMeat: number;
  beforeAll(async () => {
    service = await startService('menu_of_day', START);
    canteen = await openCanteen(service);
    await canteen.family();
    withoutMeat = await service.fixtures.menuType(canteen.collectiviteId, 'Sans viande');
  });
  afterAll(() => service.stop());

  async function book(family: CanteenFamily, sessionId: number): Promise<number> {
    await family.api.post(family.path('basket/lines'), { sessionId, childId: family.childIds[0] });
    const { body } = await family.api.post(family.path('basket/validations'));
    return body.lines[0].reservationId;
  }
  const choose = (family: CanteenFamily, reservationId: number, menuTypeId: number | null) =>
    family.api.put(family.path(`reservations/${reservationId}/menu`), { menuTypeId });

  it('is what the kitchen counts, until its deadline to the instant', async () => {
    const [family, other] = [await canteen.family(), await canteen.family()];
    const session = await canteen.session('2026-11-16', '2026-11-13T08:00:00Z', {
      diet_closes_at: at('2026-11-12T11:00:00Z'),
    });
    const reservation = await book(family, session);
    await book(other, session);
    expect(await choose(family, reservation, withoutMeat)).toMatchObject({
      status: 200,
      body: { id: reservation, menuTypeId: withoutMeat, dietClosesAt: '2026-11-12T11:00:00Z' },
    });
    const menu = family.path(`reservations/${reservation}/menu`);
    const [usual] = (await family.api.get(`${menu}s`)).body;
    expect(usual).toMatchObject({ label: 'Standard', chosen: false });
    const stale = await family.api.put(menu, { menuTypeId: usual.menuTypeId, replaces: usual.menuTypeId });
    expect(stale).toMatchObject({ status: 409, body: { code: 'MENU_CHANGED' } });
    expect(stale.body.detail).toContain('Sans viande');
    const read = { menuTypeId: withoutMeat, replaces: withoutMeat };
    expect((await family.api.put(menu, read)).status).toBe(200);
    service.clock.set(Temporal.Instant.from('2026-11-12T10:59:59.999Z'));
    await family.signIn();
    expect((await choose(family, reservation, null)).body.menuTypeId).toBeNull();
    expect((await choose(family, reservation, withoutMeat)).status).toBe(200);
    service.clock.set(Temporal.Instant.from('2026-11-12T11:00:00Z'));
    expect(await choose(family, reservation, null)).toMatchObject({
      status: 422,
      body: {
        code: 'MENU_CHANGE_CLOSED',
        closesAt: '2026-11-12T11:00:00Z',
        detail: expect.stringContaining('jeudi 12 novembre 2026 à 12\u00a0h\u00a000'),
      },
    });
    service.clock.set(Temporal.Instant.from('2026-11-13T08:00:00Z'));
    await service.settle();
    const mairie = await canteen.staff('agent');
    const { body } = await mairie.get(`/collectivites/${canteen.collectiviteId}/headcounts?date=2026-11-16`);
    expect(body[0].byMenuType).toEqual([
      expect.objectContaining({ label: 'Standard', children: 1 }),
      expect.objectContaining({ label: 'Sans viande', children: 1 }),
    ]);
    service.clock.set(Temporal.Instant.from(START));
  });

  it('is chosen among those of the collectivité, by the family that reserved', async () => {
    const [family, stranger] = [await canteen.family(), await canteen.family()];
    const elsewhere = await service.fixtures.menuType(await service.fixtures.collectivite(), 'Ailleurs');
    const reservation = await book(family, await canteen.session('2026-11-17'));
    expect(await choose(family, reservation, elsewhere)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'menuTypeId' }] },
    });
    expect(await choose(stranger, reservation, withoutMeat)).toMatchObject({
      status: 404,
      body: { code: 'RESERVATION_UNKNOWN' },
    });
    await family.api.post(family.path(`reservations/${reservation}/cancellations`));
    expect(await choose(family, reservation, withoutMeat)).toMatchObject({ status: 409 });
  });

  it('may still be chosen by the mairie beyond the deadline, with a reason, while nothing is ordered', async () => {
    const family = await canteen.family();
    const session = await canteen.session('2026-11-19', '2026-11-18T08:00:00Z', {
      diet_closes_at: at('2026-11-02T06:00:00Z'),
    });
    const reservation = await book(family, session);
    expect((await choose(family, reservation, withoutMeat)).status).toBe(422);
    const mairie = await canteen.staff('agent');
    const asked = { menuTypeId: withoutMeat, override: true, reason: 'Accord de la cuisine' };
    expect((await mairie.put(family.path(`reservations/${reservation}/menu`), asked)).status).toBe(200);
    service.clock.set(Temporal.Instant.from('2026-11-18T08:00:00Z'));
    await service.settle();
    const later = await canteen.staff('agent');
    expect((await later.put(family.path(`reservations/${reservation}/menu`), asked)).status).toBe(422);
    service.clock.set(Temporal.Instant.from(START));
  });
});
