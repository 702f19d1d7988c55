import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { linesOf } from '../../support/lines.js';

/** In ISO week 46, even: of the first foyer until it is exchanged. */
const DATES = ['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13'];

describe('a day that went to the other foyer, given up by one while the other books it', () => {
  let service: RunningService;
  let canteen: Canteen;
  let lines: ReturnType<typeof linesOf>;
  let first: CanteenFamily;
  let second: CanteenFamily;
  beforeAll(async () => {
    service = await startService('exchanged-day-races', '2026-11-02T08:00:00+01:00');
  });
  beforeEach(async () => {
    canteen = await openCanteen(service);
    lines = linesOf(service, canteen);
  });
  afterAll(() => service.stop());

  /** A child of two foyers, whose day the first one reserved and then gave to the second. */
  async function exchanged(session: number, date: string): Promise<number> {
    [first, second] = [await canteen.family(), await canteen.family()];
    const [childId] = first.childIds as [number];
    second = { ...second, childIds: [childId] };
    await service.database.unit(() =>
      service.database.change("UPDATE custodies SET weeks = 'EVEN' WHERE child_id = ?", [childId]),
    );
    await service.fixtures.row('custodies', {
      ...{ collectivite_id: canteen.collectiviteId, child_id: childId, family_id: second.id },
      ...{ weeks: 'ODD', from_date: '2020-01-01', to_date: null },
    });
    const [reservation] = await lines.book(first, session);
    const { body } = await first.api.post(first.path('custody-swaps'), { childId, spans: [{ from: date, to: date }] });
    await second.api.post(second.path(`custody-swaps/${body.id}/confirmations`));
    return reservation!;
  }
  const books = async (family: CanteenFamily, sessionId: number) => {
    await family.api.post(family.path('basket/lines'), { lines: [{ sessionId, childId: family.childIds[0] }] });
    const { body } = await family.api.post(family.path('basket/validations'));
    return (body.lines as { outcome: string }[] | undefined)?.some(({ outcome }) => outcome === 'ACCEPTED') ?? false;
  };

  it('is reserved once at most, and takes one place', async () => {
    for (const date of DATES) {
      const session = await canteen.session(date, undefined, { places: 4 });
      const reservation = await exchanged(session, date);
      const [{ status }, ...booked] = await Promise.all([
        lines.cancel(first, reservation),
        books(second, session),
        books(second, session),
      ]);
      expect(status).toBe(201);
      const living = booked.filter(Boolean).length;
      expect(living).toBeLessThanOrEqual(1);
      expect(await lines.counts(session)).toEqual({ taken: living, places: living, reservations: living, offers: 0 });
      if (living === 0) expect(await books(second, session)).toBe(true);
    }
  });

  it('goes to who waits for its place, where it was the last', async () => {
    for (const date of DATES) {
      const session = await canteen.session(date, undefined, { places: 1 });
      const reservation = await exchanged(session, date);
      const waiting = await canteen.family();
      expect(await lines.join(waiting, session)).toMatchObject({ status: 201 });
      const [{ status }, booked] = await Promise.all([lines.cancel(first, reservation), books(second, session)]);
      expect([status, booked]).toEqual([201, false]);
      expect(await lines.entries(waiting)).toMatchObject([{ state: 'OFFERED' }]);
      expect(await lines.counts(session)).toEqual({ taken: 1, places: 1, reservations: 0, offers: 1 });
    }
  });

  it('is given up once, however often the button is pressed, while the exchange is confirmed', async () => {
    for (const date of DATES) {
      const session = await canteen.session(date, undefined, { places: 4 });
      const reservation = await exchanged(session, date);
      const answers = await Promise.all(Array.from({ length: 4 }, () => lines.cancel(first, reservation)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      expect(await lines.counts(session)).toEqual({ taken: 0, places: 0, reservations: 0, offers: 0 });
      expect(await lines.cancel(second, reservation)).toMatchObject({ status: 404 });
    }
  });
});
