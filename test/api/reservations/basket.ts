import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const START = '2026-11-02T08:00:00+01:00';

describe('the basket', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('basket', START);
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());
  const clockAt = (text: string) => service.clock.set(Temporal.Instant.from(text));

  const add = (family: CanteenFamily, sessionId: number, childId = family.childIds[0]) =>
    family.api.post(family.path('basket/lines'), { sessionId, childId });
  const validate = (family: CanteenFamily, key?: string) =>
    (key ? withKey(family, key) : family.api).post(family.path('basket/validations'));
  const withKey = (family: CanteenFamily, key: string) => family.api.withHeaders({ 'idempotency-key': key });

  it('keeps what was added, with its price and its totals, for this parent and this family only', async () => {
    const family = await canteen.family(2);
    const [lea, tom] = family.childIds;
    const [monday, tuesday] = [await canteen.session('2026-11-16'), await canteen.session('2026-11-17')];
    expect(await add(family, monday, lea)).toMatchObject({ status: 201, body: { added: [{ sessionId: monday }] } });
    await add(family, tuesday, lea);
    await add(family, monday, tom);
    const { body } = await family.api.get(family.path('basket'));
    expect(body).toMatchObject({ ready: 3, refused: 0, cents: 1050 });
    expect(body.lines.map(({ date, state }: { date: string; state: string }) => [date, state])).toEqual([
      ['2026-11-16', 'READY'],
      ['2026-11-16', 'READY'],
      ['2026-11-17', 'READY'],
    ]);
    expect(body.byChild).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: lea, ready: 2, cents: 700, refused: 0 })]),
    );
    expect(body.byPrestation).toEqual([
      expect.objectContaining({
        id: canteen.prestation.id,
        name: 'Cantine (École Jules-Ferry)',
        ready: 3,
        cents: 1050,
      }),
    ]);
    const other = await canteen.family();
    expect((await other.api.get(other.path('basket'))).body.lines).toEqual([]);
    expect((await other.api.get(family.path('basket'))).status).toBe(404);
  });

  it('confirms a day that is paid by its length with the price of each slice, and its sum as the least', async () => {
    const evening = await openCanteen(service);
    await evening.priceBy({ type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 55 } });
    const family = await evening.family();
    for (const date of ['2026-11-16', '2026-11-17']) await add(family, await evening.session(date), family.childIds[0]);
    expect((await validate(family)).body).toMatchObject({ accepted: 2, cents: 110 });
    await service.settle();
    const mail = (await service.mails.to(family.email)).at(-1)!.text!.replace(/\s+/g, ' ');
    expect(mail).toContain('(2 ×, à partir de 1,10 €)');
    expect(mail).toContain('lundi 16 novembre 2026 – Prix : 0,55 € par demi-heure commencée');
  });

  it('counts a forfait once in its total, says what it covers, and what an earlier day carries already', async () => {
    const monthly = await openCanteen(service);
    await monthly.priceBy({ type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4500 } });
    const family = await monthly.family(2);
    const [lea, tom] = family.childIds;
    const days = [await monthly.session('2026-11-16'), await monthly.session('2026-11-17')];
    for (const id of days) await add(family, id, lea);
    await add(family, days[0]!, tom);
    const shown = async () => (await family.api.get(family.path('basket'))).body;
    const both = await shown();
    expect(both).toMatchObject({
      ...{ ready: 3, cents: 9000, byPrestation: [{ cents: 9000 }] },
      forfaits: [
        { childId: lea, days: 2, cents: 4500, from: '2026-11-01', to: '2026-11-30' },
        { childId: tom, days: 1, cents: 4500 },
      ],
    });
    expect(both.byChild.find(({ id }: { id: number }) => id === lea)).toMatchObject({ ready: 2, cents: 4500 });
    expect(both.forfaits[0].sentence).toMatch(/il comprend 2\sjours de ce panier\.$/);
    const { body: validated } = await validate(family);
    expect(validated.lines[0].forfait).toMatch(/^45,00\s€ par mois$/);
    await service.settle();
    expect((await service.mails.to(family.email)).at(-1)!.text).toMatch(
      /45,00\s€ par mois\)[^]*compris dans le forfait/,
    );
    await add(family, await monthly.session('2026-11-19'), lea);
    await add(family, await monthly.session('2026-12-01'), lea);
    const next = await shown();
    expect(next).toMatchObject({
      ready: 2,
      cents: 4500,
      forfaits: [{ cents: 0 }, { cents: 4500, from: '2026-12-01' }],
    });
    expect(next.forfaits[0].sentence).toMatch(/déjà\sdû/);
  });

  it('refuses a line with its own problem', async () => {
    const [family, stranger] = [await canteen.family(), await canteen.family()];
    const [childId] = family.childIds;
    const open = await canteen.session('2026-11-19');
    const closed = await canteen.session('2026-11-03', '2026-11-02T06:59:59Z');
    const full = await canteen.session('2026-11-20', undefined, { places: 0 });
    const off = await canteen.session('2026-11-23', undefined, { called_off_at: 1, called_off_reason: 'grève' });
    const elsewhere = await service.fixtures.prestation(canteen.collectiviteId, canteen.siteId);
    const notEnrolled = await service.fixtures.session(
      canteen.collectiviteId,
      elsewhere,
      '2026-11-19',
      '2026-11-17T08:00:00Z',
    );
    const unpriced = await canteen.session('2026-08-31', '2026-12-01T08:00:00Z');
    await service.database.unit(() =>
      service.database.change(`UPDATE enrolments SET from_date = '2026-08-01' WHERE child_id = ?`, [childId]),
    );
    expect(await add(family, closed)).toMatchObject({
      status: 422,
      body: {
        code: 'SESSION_CLOSED',
        closesAt: '2026-11-02T06:59:59Z',
        detail: expect.stringContaining('lundi 2 novembre 2026'),
      },
    });
    expect(await add(family, full)).toMatchObject({ status: 409, body: { code: 'SESSION_FULL' } });
    expect(await add(family, off)).toMatchObject({ status: 422, body: { code: 'SESSION_CALLED_OFF' } });
    expect(await add(family, notEnrolled)).toMatchObject({ status: 422, body: { code: 'NOT_ENROLLED' } });
    expect(await add(family, unpriced)).toMatchObject({ status: 422, body: { code: 'PRICE_UNKNOWN' } });
    expect(await add(family, 999_999)).toMatchObject({ status: 404, body: { code: 'SESSION_UNKNOWN' } });
    expect(await add(family, open, stranger.childIds[0])).toMatchObject({
      status: 404,
      body: { code: 'CHILD_UNKNOWN' },
    });
    expect((await add(family, open)).status).toBe(201);
    expect(await add(family, open)).toMatchObject({ status: 409, body: { code: 'ALREADY_IN_BASKET' } });
    await validate(family);
    expect(await add(family, open)).toMatchObject({ status: 409, body: { code: 'ALREADY_RESERVED' } });
    expect(await family.api.post(family.path('basket/lines'), { childId: 'x' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST' },
    });
  });

  it('adds many lines and leaves out, with their reasons, those that cannot be', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds;
    const good = await canteen.session('2026-11-24');
    const full = await canteen.session('2026-11-26', undefined, { places: 0 });
    const lines = [good, full, good].map((sessionId) => ({ sessionId, childId }));
    const { status, body } = await family.api.post(family.path('basket/lines'), { lines });
    expect(status).toBe(201);
    expect(body.added).toHaveLength(1);
    expect(body.leftOut.map(({ refusal }: { refusal: { code: string } }) => refusal.code)).toEqual([
      'SESSION_FULL',
      'ALREADY_IN_BASKET',
    ]);
  });

  it('adds a whole span for several children, set-based, and says what it left out and why', async () => {
    const family = await canteen.family(2);
    const [first, second] = family.childIds;
    for (let week = 0; week < 10; week += 1)
      for (const weekday of [0, 1, 3, 4]) {
        const date = Temporal.PlainDate.from('2027-01-04').add({ days: 7 * week + weekday });
        await canteen.session(date.toString(), undefined, { places: week === 0 ? 0 : 50 });
      }
    await service.database.unit(() =>
      service.database.change(`UPDATE custodies SET weeks = 'ODD' WHERE child_id = ?`, [second]),
    );
    const span = {
      childIds: [first, second],
      prestationIds: [canteen.prestation.id],
      from: '2027-01-04',
      to: '2027-03-14',
    };
    const { status, body } = await family.api.post(family.path('basket/spans'), { ...span, weekdays: ['MO', 'TH'] });
    expect(status).toBe(201);
    // Weeks 1 to 10, two days each; week 1 is full; the second child is here in odd weeks: 3, 5, 7, 9 and full 1.
    expect(body).toMatchObject({ added: 18 + 8, leftOut: 2 + 2 + 10 });
    expect(body.sentence).toBe('26\u00a0jours ajoutés au panier, 14\u00a0laissés de côté.');
    expect(body.byChildAndPrestation).toEqual([
      expect.objectContaining({ childId: first, added: 18, first: '2027-01-11', last: '2027-03-11' }),
      expect.objectContaining({ childId: second, added: 8, first: '2027-01-18' }),
    ]);
    const reasons = body.reasons.map(({ childId, code, dates }: { childId: number; code: string; dates: string[] }) => [
      childId,
      code,
      dates.length,
    ]);
    expect(reasons).toEqual([
      [first, 'SESSION_FULL', 2],
      [second, 'SESSION_FULL', 2],
      [second, 'NOT_YOUR_DAY', 10],
    ]);
    const again = await family.api.post(family.path('basket/spans'), span);
    expect(again.body.added).toBe(36 - 18 + 16 - 8);
    const { lineIds } = again.body;
    const lines = async () => (await family.api.get(family.path('basket'))).body.lines.length as number;
    const full = await lines();
    await family.api.post(family.path('basket/removals'), { lineIds });
    expect([lineIds.length, full - (await lines())]).toEqual([again.body.added, again.body.added]);
    const stranger = await canteen.family();
    expect(await stranger.api.post(stranger.path('basket/spans'), span)).toMatchObject({
      status: 404,
      body: { code: 'CHILD_UNKNOWN' },
    });
    expect(await family.api.post(family.path('basket/spans'), { ...span, to: '2029-01-01' })).toMatchObject({
      status: 400,
    });
  });

  it('flags a line whose window closed meanwhile, and drops it only when asked to', async () => {
    const family = await canteen.family();
    await add(family, await canteen.session('2026-11-27', '2026-11-25T08:00:00Z'));
    clockAt('2026-11-25T08:00:00Z');
    await family.signIn();
    const flagged = (await family.api.get(family.path('basket'))).body;
    expect(flagged).toMatchObject({ ready: 0, refused: 1, cents: 0 });
    expect(flagged.lines[0]).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'SESSION_CLOSED', closesAt: '2026-11-25T08:00:00Z' },
    });
    expect(await validate(family)).toMatchObject({ status: 201, body: { accepted: 0, refused: 1 } });
    const [line] = (await family.api.get(family.path('basket'))).body.lines;
    const stranger = await canteen.family();
    expect((await stranger.api.delete(stranger.path(`basket/lines/${line.id}`))).status).toBe(404);
    expect((await stranger.api.post(stranger.path('basket/removals'), { lineIds: [line.id] })).status).toBe(204);
    expect((await family.api.get(family.path('basket'))).body.lines).toHaveLength(1);
    expect((await family.api.delete(family.path(`basket/lines/${line.id}`))).status).toBe(204);
    expect((await family.api.delete(family.path(`basket/lines/${line.id}`))).status).toBe(404);
    expect((await family.api.get(family.path('basket'))).body.lines).toEqual([]);
    expect((await family.api.delete(family.path('basket'))).status).toBe(204);
    clockAt(START);
  });

  it('takes several lines out at once, and those that are gone already are no matter', async () => {
    const family = await canteen.family();
    for (const date of ['2026-12-01', '2026-12-02']) await add(family, await canteen.session(date));
    const lineIds = (await family.api.get(family.path('basket'))).body.lines.map(({ id }: { id: number }) => id);
    for (const _ of ['once', 'twice'])
      expect((await family.api.post(family.path('basket/removals'), { lineIds })).status).toBe(204);
    expect((await family.api.get(family.path('basket'))).body.lines).toEqual([]);
  });

  describe('validated', () => {
    it('accepts and refuses line by line, recaps both, promises prices and mails the proof', async () => {
      const family = await canteen.family();
      const [childId] = family.childIds;
      const good = [await canteen.session('2026-12-03'), await canteen.session('2026-12-04')];
      const soonFull = await canteen.session('2026-12-07', undefined, { places: 1 });
      for (const session of [...good, soonFull]) await add(family, session);
      const quicker = await canteen.family();
      await add(quicker, soonFull);
      expect((await validate(quicker)).body).toMatchObject({ accepted: 1, sentence: '1\u00a0jour réservé.' });

      const { status, body } = await validate(family);
      expect(status).toBe(201);
      expect(body).toMatchObject({ accepted: 2, refused: 1, cents: 700 });
      expect(body.sentence).toBe('2\u00a0jours réservés, 1\u00a0refusé\u00a0: complet le 7 décembre 2026.');
      expect(body.lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
        'ACCEPTED',
        'ACCEPTED',
        'REFUSED',
      ]);
      expect(body.lines[2].refusal).toMatchObject({ code: 'SESSION_FULL' });
      expect((await family.api.get(family.path(`basket/validations/${body.id}`))).body).toEqual(body);
      expect((await quicker.api.get(quicker.path(`basket/validations/${body.id}`))).status).toBe(404);

      const left = (await family.api.get(family.path('basket'))).body;
      expect(left.lines).toMatchObject([{ sessionId: soonFull, refusal: { code: 'SESSION_FULL' } }]);
      expect(await canteen.taken(soonFull)).toBe(1);

      await service.settle();
      const [mail, ...others] = await service.mails.to(family.email);
      expect(others).toEqual([]);
      expect(mail!.text).toContain('jeudi 3 décembre 2026');
      expect(mail!.text).toContain('vendredi 4 décembre 2026');
      expect(mail!.text).toMatch(/complet le lundi 7 décembre 2026/);

      // A later tariff does not change what was promised.
      await service.database.unit(() =>
        service.database.change(
          `UPDATE tariffs SET grid = REPLACE(grid, '"unitCents":350', '"unitCents":999') WHERE id = ?`,
          [canteen.prestation.tariffId],
        ),
      );
      const listed = (await family.api.get(family.path('reservations?from=2026-12-01&to=2026-12-31'))).body;
      expect(listed.map(({ unitCents }: { unitCents: number }) => unitCents)).toEqual([350, 350]);
      await service.database.unit(() =>
        service.database.change(
          `UPDATE tariffs SET grid = REPLACE(grid, '"unitCents":999', '"unitCents":350') WHERE id = ?`,
          [canteen.prestation.tariffId],
        ),
      );
      const [row] = await service.database.read(() =>
        service.database.rows<{ price_explanation: string }>(
          'SELECT price_explanation FROM reservations WHERE child_id = ?',
          [childId],
        ),
      );
      expect(JSON.parse(row!.price_explanation)).toMatchObject({
        unitCents: 350,
        unplannedCents: 500,
        rowLabel: 'Tarif unique',
        basis: expect.arrayContaining([
          expect.objectContaining({ step: 'VERSIONS', tariffId: canteen.prestation.tariffId }),
        ]),
      });
    });

    it('answers the same to a repeated request, and says when there is nothing', async () => {
      const family = await canteen.family();
      await add(family, await canteen.session('2026-12-08'));
      const first = await validate(family, 'clic-nerveux-1');
      const second = await validate(family, 'clic-nerveux-1');
      expect(second.body).toEqual(first.body);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect(await validate(family)).toMatchObject({ status: 422, body: { code: 'BASKET_EMPTY' } });
      expect(await validate(family, 'court')).toMatchObject({ status: 400 });
    });

    it('decides to the second, half-open, whether or not the task has run', async () => {
      const closesAt = Temporal.Instant.from('2026-12-08T08:00:00Z');
      const session = await canteen.session('2026-12-10', closesAt.toString());
      const [early, late] = [await canteen.family(), await canteen.family()];
      await add(early, session);
      await add(late, session);
      service.clock.set(closesAt.subtract({ milliseconds: 1 }));
      await Promise.all([early.signIn(), late.signIn()]);
      expect((await validate(early)).body).toMatchObject({ accepted: 1, refused: 0 });
      service.clock.set(closesAt);
      const refused = (await validate(late)).body;
      expect(refused).toMatchObject({ accepted: 0, refused: 1 });
      expect(refused.lines[0].refusal).toMatchObject({ code: 'SESSION_CLOSED', closesAt: '2026-12-08T08:00:00Z' });
      expect(await canteen.taken(session)).toBe(1);
      clockAt(START);
    });

    it('takes three hundred lines', async () => {
      const family = await canteen.family(3);
      const from = Temporal.PlainDate.from('2027-04-05');
      for (let day = 0; day < 100; day += 1) await canteen.session(from.add({ days: day }).toString());
      const to = from.add({ days: 99 }).toString();
      const span = { childIds: family.childIds, prestationIds: [canteen.prestation.id], from: from.toString(), to };
      expect((await family.api.post(family.path('basket/spans'), span)).body.added).toBe(300);
      const { body } = await validate(family, 'toute-l-année');
      expect(body).toMatchObject({ accepted: 300, refused: 0, cents: 105_000, sentence: '300\u00a0jours réservés.' });
      expect((await family.api.get(family.path('basket'))).body.lines).toEqual([]);
    });

    it('finishes, with its proof, a validation whose process was killed half-way', async () => {
      const family = await canteen.family();
      const session = await canteen.session('2026-12-11');
      await service.fixtures.row('basket_validations', {
        collectivite_id: canteen.collectiviteId,
        family_id: family.id,
        account_id: family.accountId,
        idempotency_key: null,
        validated_at: service.clock.now().subtract({ minutes: 6 }).epochMilliseconds,
        finished_at: null,
        accepted: 0,
        refused: 0,
        recap: JSON.stringify({
          sentence: '',
          lines: [
            {
              sessionId: session,
              childId: family.childIds[0]!,
              prestationId: canteen.prestation.id,
              date: '2026-12-11',
              addClosesAt: '2026-12-10T08:00:00Z',
              reservationId: 1,
              unitCents: 350,
              code: null,
              calledOffReason: null,
            },
          ],
        }),
      });
      service.clock.advance({ minutes: 2 });
      await service.settle();
      expect(await service.mails.to(family.email)).toMatchObject([
        { text: expect.stringContaining('vendredi 11 décembre 2026') },
      ]);
    });
  });

  describe('filled by the mairie for a family', () => {
    it('follows the same windows, except with a reason that is kept', async () => {
      const family = await canteen.family();
      const [childId] = family.childIds;
      const agent = await canteen.staff('agent');
      const closed = await canteen.session('2026-11-05', '2026-11-02T06:00:00Z');
      const lines = family.path('basket/lines');
      expect(await agent.post(lines, { sessionId: closed, childId })).toMatchObject({
        body: { code: 'SESSION_CLOSED' },
      });
      expect(await agent.post(lines, { sessionId: closed, childId, override: true })).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'reason' }] },
      });
      const override = { override: true, reason: 'Accord de la directrice' };
      expect(await family.api.post(lines, { sessionId: closed, childId, ...override })).toMatchObject({
        status: 403,
        body: { code: 'OVERRIDE_NOT_ALLOWED' },
      });
      expect((await agent.post(lines, { sessionId: closed, childId, ...override })).status).toBe(201);
      const validated = await agent.post(family.path('basket/validations'), override);
      expect(validated.body).toMatchObject({ accepted: 1, refused: 0 });
      await service.settle();
      expect(await service.mails.to(family.email)).toHaveLength(1);
      const [entry] = await service.database.read(() =>
        service.database.rows<{ detail: string }>(
          `SELECT detail FROM audit_entries WHERE action = 'reservation.booked-beyond-window'`,
        ),
      );
      expect(JSON.parse(entry!.detail)).toMatchObject({ reason: 'Accord de la directrice', sessionId: closed });
      const animateur = await canteen.staff('animateur');
      expect((await animateur.get(family.path('basket'))).status).toBe(404);
    });
  });
});
