import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const START = '2026-11-02T08:00:00+01:00';
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe('exchanging a reserved day for another', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('moving', START);
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  async function book(family: CanteenFamily, sessionId: number): Promise<number> {
    await family.api.post(family.path('basket/lines'), { sessionId, childId: family.childIds[0] });
    return (await family.api.post(family.path('basket/validations'))).body.lines[0].reservationId;
  }
  const move = (family: CanteenFamily, reservationId: number, sessionId: number) =>
    family.api.post(family.path(`reservations/${reservationId}/moves`), { sessionId });

  it('frees the one and takes the other, with a proof by mail', async () => {
    const family = await canteen.family();
    const [from, to] = [await canteen.session('2026-11-16'), await canteen.session('2026-11-17')];
    const reservation = await book(family, from);
    const moved = await move(family, reservation, to);
    expect(moved).toMatchObject({ status: 201, body: { sessionId: to, state: 'RESERVED', unitCents: 350 } });
    expect([await canteen.taken(from), await canteen.taken(to)]).toEqual([0, 1]);
    expect([await canteen.living(from), await canteen.living(to)]).toEqual([0, 1]);
    expect(await move(family, reservation, to)).toMatchObject({ status: 409, body: { code: 'ALREADY_CANCELLED' } });
    await service.settle();
    expect((await service.mails.to(family.email)).at(-1)!.subject).toBe('Réservation déplacée');
  });

  it('tells what each slice costs, where the day is paid by its length', async () => {
    const evening = await openCanteen(service);
    await evening.priceBy({ type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 55 } });
    const family = await evening.family();
    const [from, to] = [await evening.session('2026-11-16'), await evening.session('2026-11-17')];
    expect((await move(family, await book(family, from), to)).status).toBe(201);
    await service.settle();
    const mail = (await service.mails.to(family.email)).at(-1)!.text!.replace(/\s+/g, ' ');
    expect(mail).toContain('0,55 € par demi-heure commencée');
  });

  it('keeps the first when the other is full, or of another prestation', async () => {
    const [family, other] = [await canteen.family(), await canteen.family()];
    const from = await canteen.session('2026-11-19');
    const full = await canteen.session('2026-11-20', undefined, { places: 1 });
    await book(other, full);
    const reservation = await book(family, from);
    expect(await move(family, reservation, full)).toMatchObject({ status: 409, body: { code: 'SESSION_FULL' } });
    const elsewhere = await openCanteen(service);
    expect((await move(family, reservation, await elsewhere.session('2026-11-20'))).status).toBe(404);
    expect([await canteen.taken(from), await canteen.taken(full), await canteen.living(from)]).toEqual([1, 1, 1]);
  });

  it('does not reach a day that is not open yet', async () => {
    const family = await canteen.family();
    const opening = { add_opens_at: at('2026-11-10T08:00:00Z') };
    const [from, to] = [await canteen.session('2026-11-26'), await canteen.session('2026-11-27', undefined, opening)];
    const answer = await move(family, await book(family, from), to);
    expect(answer).toMatchObject({ status: 422, body: { code: 'NOT_YET_OPEN' } });
    expect(await canteen.taken(from)).toBe(1);
  });

  it('has a deadline of its own, half-open, for both days', async () => {
    const family = await canteen.family();
    const closing = { modify_closes_at: at('2026-11-09T11:00:00Z') };
    const first = await canteen.session('2026-11-23', undefined, closing);
    const second = await canteen.session('2026-11-24');
    const reservation = await book(family, first);
    service.clock.set(Temporal.Instant.from('2026-11-09T11:00:00Z'));
    await family.signIn();
    expect(await move(family, reservation, second)).toMatchObject({
      status: 422,
      body: { code: 'MODIFICATION_CLOSED', closesAt: '2026-11-09T11:00:00Z' },
    });
    service.clock.set(Temporal.Instant.from('2026-11-09T10:59:59.999Z'));
    expect((await move(family, reservation, second)).status).toBe(201);
    service.clock.set(Temporal.Instant.from(START));
  });
});
