import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('the vue Période', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('planning', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('gives each day its state, its price, its places and its exact closing instants', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds;
    const free = await canteen.session('2026-11-05', '2026-11-03T08:00:00Z', { places: 10, taken: 4 });
    const closed = await canteen.session('2026-11-03', '2026-11-01T08:00:00Z');
    await canteen.session('2026-11-06', '2026-11-04T08:00:00Z', { places: 2, taken: 2 });
    await canteen.session('2026-11-09', '2026-11-07T08:00:00Z', { called_off_at: 1, called_off_reason: 'grève' });
    const mine = await canteen.session('2026-11-10', '2026-11-08T08:00:00Z');
    const waiting = await canteen.session('2026-11-12', '2026-11-10T08:00:00Z');
    await family.api.post(family.path('basket/lines'), { sessionId: mine, childId });
    await family.api.post(family.path('basket/validations'));
    await family.api.post(family.path('basket/lines'), { sessionId: waiting, childId });

    await service.fixtures.row('closures', {
      collectivite_id: canteen.collectiviteId,
      site_id: canteen.siteId,
      from_date: '2026-11-13',
      to_date: '2026-11-13',
      reason: 'Travaux à l’école',
      created_at: 0,
    });
    const { status, body } = await family.api.get(family.path('planning?from=2026-11-02&to=2026-11-13'));
    expect(status).toBe(200);
    const [row] = body.children[0].rows;
    expect(row).toMatchObject({ prestationName: 'Cantine', siteName: 'École Jules-Ferry', paymentMode: 'C' });
    expect(row.cells).toHaveLength(12);
    const cell = (date: string) => row.cells.find((one: { date: string }) => one.date === date);
    expect(cell('2026-11-02')).toMatchObject({ state: 'NO_SERVICE', sessionId: null });
    expect(cell('2026-11-03')).toMatchObject({ state: 'CLOSED', sessionId: closed, since: '2026-11-01T08:00:00Z' });
    expect(cell('2026-11-05')).toEqual({
      date: '2026-11-05',
      state: 'BOOKABLE',
      why: null,
      since: null,
      cancellable: false,
      sessionId: free,
      reservationId: null,
      basketLineId: null,
      waitingEntryId: null,
      waitingRank: null,
      offerExpiresAt: null,
      validationId: null,
      elsewhere: false,
      heldUntil: null,
      waitingListOpen: false,
      unitCents: 350,
      price: '3,50\u00a0€',
      unplannedPrice: '5,00\u00a0€',
      placesLeft: 6,
      addClosesAt: '2026-11-03T08:00:00Z',
      bookableUntil: '2026-11-03T08:00:00Z',
      cancelClosesAt: '2026-11-03T08:00:00Z',
    });
    expect(cell('2026-11-06')).toMatchObject({ state: 'FULL', placesLeft: 0 });
    expect(cell('2026-11-09')).toMatchObject({ state: 'CALLED_OFF', why: 'grève' });
    expect(cell('2026-11-10')).toMatchObject({
      state: 'RESERVED',
      reservationId: expect.any(Number),
      unitCents: 350,
      unplannedPrice: null,
      cancellable: true,
    });
    expect(cell('2026-11-11')).toMatchObject({
      state: 'NO_SERVICE',
      why: expect.stringMatching(/armistice|11 novembre/i),
    });
    expect(cell('2026-11-13')).toMatchObject({ state: 'NO_SERVICE', why: 'Travaux à l’école' });
    expect(cell('2026-11-12')).toMatchObject({ state: 'IN_BASKET', basketLineId: expect.any(Number) });
  });

  it('tells from when the child is in the foyer, of the days before', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds;
    await canteen.session('2026-11-19', '2026-11-17T08:00:00Z');
    const refused = await canteen.session('2026-11-20', '2026-11-17T08:00:00Z');
    await service.database.unit(() =>
      service.database.change(`UPDATE custodies SET from_date = '2026-11-21' WHERE child_id = ?`, [childId]),
    );
    const { body } = await family.api.get(family.path('planning?from=2026-11-19&to=2026-11-21'));
    expect(body.children[0].rows[0].cells[0]).toMatchObject({
      state: 'OUT_OF_DATES',
      why: 'enfant dans votre foyer à partir du 21 novembre 2026',
      sessionId: null,
      unitCents: null,
    });
    const added = await family.api.post(family.path('basket/lines'), { sessionId: refused, childId });
    expect(added.body).toMatchObject({ code: 'NOT_YOUR_DAY', detail: expect.stringContaining('à partir du 21') });
  });

  it('shows a week without the child as such, and nothing more', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds;
    const session = await canteen.session('2026-11-16', '2026-11-14T08:00:00Z');
    await service.database.unit(() =>
      service.database.change(`UPDATE custodies SET weeks = 'EVEN' WHERE child_id = ?`, [childId]),
    );
    // The 16th is in ISO week 47.
    const { body } = await family.api.get(family.path('planning?from=2026-11-16&to=2026-11-16'));
    expect(body.children[0].rows[0].cells).toEqual([
      {
        date: '2026-11-16',
        state: 'NOT_YOURS',
        why: 'hors de vos semaines de garde',
        since: null,
        cancellable: false,
        sessionId: null,
        reservationId: null,
        basketLineId: null,
        waitingEntryId: null,
        waitingRank: null,
        offerExpiresAt: null,
        validationId: null,
        elsewhere: false,
        heldUntil: null,
        waitingListOpen: false,
        unitCents: null,
        price: null,
        unplannedPrice: null,
        placesLeft: null,
        addClosesAt: null,
        bookableUntil: null,
        cancelClosesAt: null,
      },
    ]);
    const refused = await family.api.post(family.path('basket/lines'), { sessionId: session, childId });
    expect(refused).toMatchObject({ status: 422, body: { code: 'NOT_YOUR_DAY' } });
  });

  it('prices each day with the quotient in force on it', async () => {
    const family = await canteen.family();
    await service.fixtures.row('quotients', {
      collectivite_id: canteen.collectiviteId,
      family_id: family.id,
      value_hundredths: 30000,
      from_date: '2026-12-02',
      to_date: null,
    });
    await canteen.priceBy({
      rows: [
        {
          label: 'A',
          quotientMin: 0,
          quotientMax: 50000,
          unitCents: 100,
          unplannedCents: 500,
          unjustifiedAbsenceCents: 100,
        },
        {
          label: 'B',
          quotientMin: 50000,
          quotientMax: null,
          unitCents: 350,
          unplannedCents: 500,
          unjustifiedAbsenceCents: 350,
        },
      ],
      missingQuotientRow: 1,
    });
    await canteen.session('2026-12-01');
    await canteen.session('2026-12-03');
    const { body } = await family.api.get(family.path('planning?from=2026-12-01&to=2026-12-03'));
    const prices = body.children[0].rows[0].cells.map(({ unitCents }: { unitCents: number | null }) => unitCents);
    expect(prices).toEqual([350, null, 100]);
  });

  it('takes the same number of queries for a day and for two months', async () => {
    const family = await canteen.family(2);
    const counted = async (span: string) => {
      const runner = jest.spyOn(service.database, 'read');
      const queries = jest.spyOn(service.database, 'repository');
      await family.api.get(family.path(`planning?${span}`));
      const count = [runner.mock.calls.length, queries.mock.calls.length];
      runner.mockRestore();
      queries.mockRestore();
      return count;
    };
    expect(await counted('from=2026-11-02&to=2027-01-02')).toEqual(await counted('from=2026-11-05&to=2026-11-05'));
  });

  it.each([
    ['planning?from=2026-11-02&to=2027-01-03', 400, 'INVALID_REQUEST'],
    ['planning?from=2026-11-02&to=2026-11-01', 400, 'INVALID_REQUEST'],
    ['planning?from=2026-02-30&to=2026-03-01', 400, 'INVALID_REQUEST'],
    ['planning?from=2026-11-02', 400, 'INVALID_REQUEST'],
  ])('refuses %s', async (path, status, code) => {
    const family = await canteen.family();
    expect(await family.api.get(family.path(path))).toMatchObject({ status, body: { code } });
  });

  it('is not there for a stranger', async () => {
    const [family, stranger] = [await canteen.family(), await canteen.family()];
    const answer = await stranger.api.get(family.path('planning?from=2026-11-02&to=2026-11-02'));
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    const agent = await canteen.staff('agent');
    expect((await agent.get(family.path('planning?from=2026-11-02&to=2026-11-02'))).status).toBe(200);
  });
});
