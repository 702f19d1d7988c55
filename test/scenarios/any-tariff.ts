import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../src/kernel/civil-time.js';
import { CheckExplanations } from '../../src/billing/index.js';
import { type RunningService, startService } from '../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../support/canteen.js';
import { expectPricesExplained } from '../support/explanations.js';
import type { Api } from '../support/api.js';

const NBSP = '\u00a0';
const SEPTEMBER_1 = '2026-09-01T08:00:00+02:00';
const DAYS = ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-06', '2026-11-09', '2026-11-10'] as const;

/** What is promised when days are booked, and charged when they are billed, whatever the form of the tariff. */
describe('any tariff, from the booking to the invoice', () => {
  let service: RunningService;
  let canteen: Canteen;
  let family: CanteenFamily;
  let agent: Api;
  const sessions: number[] = [];
  const runs = (rest = '') => `/collectivites/${canteen.collectiviteId}/billing-runs${rest}`;

  beforeAll(async () => {
    service = await startService('any-tariff', SEPTEMBER_1, { checksLedger: true });
  });
  afterAll(() => service.stop());

  /** A canteen of its own with this tariff, the days of November, and a family with two children. */
  async function opened(tariff: object, columns = {}) {
    service.clock.set(Temporal.Instant.from(SEPTEMBER_1));
    canteen = await openCanteen(service, columns);
    sessions.length = 0;
    for (const day of DAYS) sessions.push(await canteen.session(day));
    family = await canteen.family(2);
    const administrateur = await canteen.staff('administrateur');
    const { id } = canteen.prestation;
    const tariffs = `/collectivites/${canteen.collectiviteId}/prestations/${id}/tariffs`;
    const added = await administrateur.post(tariffs, { from: '2026-11-01', tariff, replacePrevious: true });
    expect(added).toMatchObject({ status: 201 });
    await family.signIn();
  }

  async function book(childId: number, sessionIds: readonly number[]) {
    const lines = sessionIds.map((sessionId) => ({ sessionId, childId }));
    expect((await family.api.post(family.path('basket/lines'), { lines })).status).toBeLessThan(300);
    const validated = await family.api.post(family.path('basket/validations'), {});
    expect(validated.status).toBeLessThan(300);
    return validated.body;
  }

  async function point(session: number, entries: object[]) {
    service.clock.set(Temporal.Instant.from('2026-11-12T20:00:00+01:00'));
    agent = await canteen.staff('agent');
    const roll = await agent.put(`/collectivites/${canteen.collectiviteId}/sessions/${session}/roll`, { entries });
    expect(roll.status).toBe(200);
  }

  /** The charges of a run by child and day, every price so far being what its kept steps give. */
  async function billed(from: string, to: string) {
    service.clock.set(Temporal.Instant.from('2026-11-30T20:00:00+01:00'));
    agent = await canteen.staff('agent');
    const run = await agent.post(runs(), { from, to });
    expect(run.status).toBe(201);
    return { run: run.body, charges: await charges(run.body.runId as number) };
  }

  async function charges(runId: number) {
    const rows = await service.database.read(() =>
      service.database.rows<{
        child_id: number;
        date: string;
        event: string;
        amount_cents: number;
      }>('SELECT child_id, date, event, amount_cents FROM charges WHERE billing_run_id = ? ORDER BY child_id, date', [
        runId,
      ]),
    );
    await expectPricesExplained(service);
    return rows.map(({ child_id, date, event, amount_cents }) => [Number(child_id), date, event, Number(amount_cents)]);
  }

  it('prices brothers and sisters, and keeps the promise when everything changes', async () => {
    await opened({
      type: 'BY_AUDIENCE',
      reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: 20 }] }],
      grids: [
        { when: { resident: false }, tariff: { type: 'FLAT', unitCents: 650 } },
        { tariff: { type: 'EFFORT_RATE', ratePct: '0.55', minCents: 50, maxCents: 600 } },
      ],
    });
    const office = await canteen.staff('agent');
    const file = `/collectivites/${canteen.collectiviteId}/families/${family.id}`;
    await office.post(`${file}/quotients`, { value: '642,50', from: '2026-09-01' });
    const [eldest, second] = family.childIds as [number, number];
    const validation = await book(eldest, [sessions[0]!]);
    expect(JSON.stringify(validation)).toContain('353');
    await book(second, [sessions[0]!]);
    // The family leaves the commune: what was promised stays, what comes without a booking pays today's price.
    expect((await office.patch(file, { residency: 'NON_RESIDENT' })).status).toBe(200);
    await point(
      sessions[0]!,
      family.childIds.map((childId) => ({ childId, state: 'PRESENT' })),
    );
    await point(sessions[1]!, [{ childId: second, state: 'PRESENT' }]);
    const { run, charges: lines } = await billed('2026-11-01', '2026-11-10');
    expect(lines).toEqual([
      [eldest, '2026-11-02', 'UNIT', 353],
      [second, '2026-11-02', 'UNIT', 283],
      [second, '2026-11-03', 'UNPLANNED', 520],
    ]);
    const { body: invoices } = await agent.get(runs(`/${run.runId}/invoices`));
    const { body: draft } = await agent.get(runs(`/${run.runId}/invoices/${invoices.items[0].invoiceId}`));
    expect(draft.children[1].lines[0].explanation).toEqual(
      expect.arrayContaining([
        `quotient familial de 642,5 × 0,55${NBSP}% = 3,53375${NBSP}€`,
        `2ᵉ enfant${NBSP}: −20${NBSP}% = −0,70675${NBSP}€`,
        `total 2,83${NBSP}€ (arrondi au centime)`,
      ]),
    );
  });

  it('carries a forfait once a month for each child, in whatever runs its days are billed', async () => {
    await opened({
      type: 'FORFAIT',
      per: 'MONTH',
      tariff: { type: 'FLAT', unitCents: 4000 },
      prices: { unplanned: { fixedPrice: 500 } },
    });
    const [eldest, second] = family.childIds as [number, number];
    await book(eldest, [sessions[0]!, sessions[1]!, sessions[4]!]);
    await book(second, [sessions[4]!]);
    for (const at of [0, 1, 4])
      await point(sessions[at]!, [{ childId: eldest, state: at === 0 ? 'ABSENT_UNJUSTIFIED' : 'PRESENT' }]);
    await point(sessions[4]!, [{ childId: second, state: 'PRESENT' }]);
    await point(sessions[2]!, [{ childId: second, state: 'PRESENT' }]);
    const later = await billed('2026-11-09', '2026-11-10');
    expect(later.charges).toEqual([
      [eldest, '2026-11-09', 'UNIT', 4000],
      [second, '2026-11-09', 'UNIT', 4000],
    ]);
    const earlier = await billed('2026-11-01', '2026-11-08');
    const expected = [
      [eldest, '2026-11-02', 'UNJUSTIFIED_ABSENCE', 0],
      [eldest, '2026-11-03', 'UNIT', 0],
      [second, '2026-11-05', 'UNPLANNED', 500],
    ];
    expect(earlier.charges).toEqual(expected);
    const again = await agent.post(runs(`/${earlier.run.runId}/computations`), {});
    expect(again.status).toBeLessThan(300);
    expect(await charges(earlier.run.runId as number)).toEqual(expected);
  });

  it('counts from which time on an unplanned presence costs more, across runs', async () => {
    await opened({
      type: 'FLAT',
      unitCents: 300,
      prices: { unplanned: { abs: 250, counter: { per: 'FAMILY', period: 'MONTH', from: 3 } } },
    });
    const [eldest, second] = family.childIds as [number, number];
    for (const at of [0, 1]) await point(sessions[at]!, [{ childId: eldest, state: 'PRESENT' }]);
    await point(sessions[2]!, [{ childId: second, state: 'PRESENT' }]);
    await point(sessions[4]!, [{ childId: eldest, state: 'PRESENT' }]);
    expect((await billed('2026-11-01', '2026-11-08')).charges).toEqual([
      [eldest, '2026-11-02', 'UNPLANNED', 300],
      [eldest, '2026-11-03', 'UNPLANNED', 300],
      [second, '2026-11-05', 'UNPLANNED', 550],
    ]);
    expect((await billed('2026-11-09', '2026-11-10')).charges).toEqual([[eldest, '2026-11-09', 'UNPLANNED', 550]]);
  });

  it('bills the time that was noted, and flags the hours that were not', async () => {
    await opened(
      {
        type: 'TIME_SLICES',
        sliceMinutes: 30,
        from: '16:15',
        tariff: { type: 'FLAT', unitCents: 55 },
        latePickup: { after: '18:30', sliceMinutes: 15, cents: 500 },
      },
      { starts_at: '16:15', ends_at: '18:30' },
    );
    const [eldest, second] = family.childIds as [number, number];
    await book(eldest, [sessions[0]!, sessions[1]!, sessions[2]!]);
    await book(second, [sessions[0]!]);
    await point(sessions[0]!, [
      { childId: eldest, state: 'PRESENT', arrivedAt: '16:15', leftAt: '16:46' },
      { childId: second, state: 'PRESENT' },
    ]);
    await point(sessions[1]!, [{ childId: eldest, state: 'PRESENT', arrivedAt: '16:30', leftAt: '18:40' }]);
    await point(sessions[2]!, [{ childId: eldest, state: 'ABSENT_UNJUSTIFIED' }]);
    const { run, charges: lines } = await billed('2026-11-01', '2026-11-10');
    expect(lines).toEqual([
      [eldest, '2026-11-02', 'UNIT', 110],
      [eldest, '2026-11-03', 'UNIT', 275 + 500],
      [eldest, '2026-11-05', 'UNJUSTIFIED_ABSENCE', 55],
      [second, '2026-11-02', 'UNIT', 275],
    ]);
    expect(run.anomalies).toMatchObject([{ kind: 'HOURS_NOT_RECORDED', count: 1, stopsIssue: false }]);
  });

  it('bills the supplements that were reserved and the meal that the family brings one day, each as it was promised', async () => {
    await opened({
      type: 'FLAT',
      unitCents: 350,
      prices: { unjustifiedAbsence: { multiplier: 2 } },
      pai: { fixedPrice: 100 },
      split: { mealCents: 200 },
      supplements: [
        { label: 'Petit-déjeuner', cents: 80 },
        { label: 'Goûter', cents: 60 },
      ],
    });
    const child = family.childIds[0]!;
    const { body: enrolments } = await family.api.get(family.path('enrolments'));
    const mine = enrolments.find((one: { childId: number }) => one.childId === child);
    expect(mine).toMatchObject({
      supplements: [],
      offeredSupplements: [
        { label: 'Petit-déjeuner', cents: 80 },
        { label: 'Goûter', cents: 60 },
      ],
    });
    const usual = (supplements: string[]) =>
      family.api.put(family.path(`enrolments/${mine.id as number}/supplements`), { supplements });
    expect(await usual(['Goûter', 'Transport'])).toMatchObject({ status: 422, body: { code: 'SUPPLEMENT_UNKNOWN' } });
    expect((await usual(['Goûter'])).body.supplements).toEqual(['Goûter']);
    const stale = { supplements: ['Petit-déjeuner'], replaces: [] };
    expect(await family.api.put(family.path(`enrolments/${mine.id as number}/supplements`), stale)).toMatchObject({
      ...{ status: 409, body: { code: 'SUPPLEMENTS_CHANGED', detail: expect.stringContaining('Goûter') } },
    });
    const lines = [
      { sessionId: sessions[0], childId: child },
      { sessionId: sessions[1], childId: child, supplements: [] },
      { sessionId: sessions[2], childId: child, supplements: ['Goûter', 'Petit-déjeuner'] },
      { sessionId: sessions[3], childId: child, supplements: ['Transport'] },
      { sessionId: sessions[4], childId: child },
    ];
    const { body: basket } = await family.api.post(family.path('basket/lines'), { lines });
    expect(basket.added.map(({ price }: { price: string }) => price)).toEqual(
      ['4,10 €', '3,50 €', '4,90 €', '4,10 €'].map((price) => price.replace(' ', NBSP)),
    );
    expect(basket.leftOut).toMatchObject([
      {
        sessionId: sessions[3],
        refusal: {
          code: 'SUPPLEMENT_UNKNOWN',
          detail: expect.stringContaining(`parmi «${NBSP}Petit-déjeuner${NBSP}»`),
        },
      },
    ]);
    const { body: validated } = await family.api.post(family.path('basket/validations'), {});
    expect(validated).toMatchObject({ accepted: 4, cents: 410 + 350 + 490 + 410 });
    const [, second, third, fourth] = validated.lines.map(
      ({ reservationId }: { reservationId: number }) => reservationId,
    );
    const choose = (id: number, supplements: string[]) =>
      family.api.put(family.path(`reservations/${id}/supplements`), { supplements });
    expect((await choose(second, ['Transport'])).status).toBe(422);
    expect((await choose(second, ['Petit-déjeuner'])).body).toMatchObject({
      unitCents: 430,
      supplements: ['Petit-déjeuner'],
    });
    const late = { supplements: [], replaces: [] };
    expect(await family.api.put(family.path(`reservations/${second}/supplements`), late)).toMatchObject({
      ...{ status: 409, body: { code: 'SUPPLEMENTS_CHANGED' } },
    });
    const moved = await family.api.post(family.path(`reservations/${third}/moves`), { sessionId: sessions[3] });
    expect(moved.body).toMatchObject({ unitCents: 490, supplements: ['Petit-déjeuner', 'Goûter'] });
    // On Monday 9 the meal comes from home, and the day is then exchanged for Tuesday 10.
    const lunchbox = await service.fixtures.row('menu_types', {
      ...{ collectivite_id: canteen.collectiviteId, label: 'Panier PAI', label_key: 'panier pai' },
      ...{ brought_by_family: 1, position: 1 },
    });
    const { body: menus } = await family.api.get(family.path(`reservations/${fourth}/menus`));
    expect(menus).toMatchObject([
      { chosen: true, broughtByFamily: false, unitCents: 410 },
      { menuTypeId: lunchbox, chosen: false, broughtByFamily: true, unitCents: 160, price: `1,60${NBSP}€` },
    ]);
    const fromHome = await family.api.put(family.path(`reservations/${fourth}/menu`), { menuTypeId: lunchbox });
    expect(fromHome.body).toMatchObject({ unitCents: 160, menuTypeId: lunchbox, supplements: ['Goûter'] });
    await service.settle();
    expect((await service.mails.to(family.email)).at(-1)!.text).toContain(`de 4,10${NBSP}€ à 1,60${NBSP}€`);
    const exchanged = await family.api.post(family.path(`reservations/${fourth}/moves`), { sessionId: sessions[5] });
    expect(exchanged.body).toMatchObject({ unitCents: 160, menuTypeId: lunchbox, supplements: ['Goûter'] });
    service.clock.set(Temporal.Instant.from('2026-11-02T10:00:00+01:00'));
    await family.signIn();
    expect((await choose(second, [])).body.code).toBe('SUPPLEMENTS_CLOSED');
    await point(sessions[0]!, [{ childId: child, state: 'PRESENT' }]);
    const counted = await agent.get(`/collectivites/${canteen.collectiviteId}/headcounts?date=${DAYS[1]}`);
    expect(counted.body).toMatchObject([{ children: 1, bySupplement: [{ label: 'Petit-déjeuner', children: 1 }] }]);
    await service.settle();
    const orders = await service.mails.to('cuisine@test.example');
    expect(orders.filter(({ text }) => /Petit-déjeuner[^\d]*1\b/.test(text ?? ''))).not.toEqual([]);
    const { body: roll } = await agent.get(`/collectivites/${canteen.collectiviteId}/sessions/${sessions[1]}/roll`);
    expect(roll.expected).toMatchObject([{ childId: child, supplements: ['Petit-déjeuner'] }]);
    await point(sessions[1]!, [{ childId: child, state: 'PRESENT' }]);
    await point(sessions[3]!, [{ childId: child, state: 'ABSENT_UNJUSTIFIED' }]);
    await point(sessions[5]!, [{ childId: child, state: 'PRESENT' }]);
    const { run, charges: billedLines } = await billed('2026-11-01', '2026-11-10');
    expect(billedLines).toEqual([
      [child, '2026-11-02', 'UNIT', 410],
      [child, '2026-11-03', 'UNIT', 430],
      [child, '2026-11-06', 'UNJUSTIFIED_ABSENCE', 700 + 140],
      [child, '2026-11-10', 'UNIT', 100 + 60],
    ]);
    const { body: invoices } = await agent.get(runs(`/${run.runId}/invoices`));
    const { body: draft } = await agent.get(runs(`/${run.runId}/invoices/${invoices.items[0].invoiceId}`));
    expect(draft.children[0].lines[0].explanation).toContain(`Goûter${NBSP}: +0,60${NBSP}€`);
    type Group = { why: string; cents: number; careCents: number | null };
    expect(draft.children[0].careCents).toBe(150 + 150 + 100);
    expect(draft.children[0].groups.map(({ why, cents, careCents }: Group) => [why, cents, careCents])).toEqual([
      ['Tarif unique, avec Goûter', 410, 150],
      ['Tarif unique, avec Petit-déjeuner', 430, 150],
      ['Tarif unique, repas fourni, avec Goûter', 160, 100],
      ['Tarif unique, avec Petit-déjeuner, avec Goûter', 840, 0],
    ]);
    // What a draft would have asked: the snack is dearer, the breakfast gone, the meal from home at 1,50 €.
    const tariff = {
      ...{ type: 'FLAT', unitCents: 400, prices: { unjustifiedAbsence: { multiplier: 2 } } },
      ...{ pai: { fixedPrice: 150 }, supplements: [{ label: 'Goûter', cents: 100 }] },
    };
    const administrateur = await canteen.staff('administrateur');
    const simulated = await administrateur.post(`/collectivites/${canteen.collectiviteId}/simulations`, {
      ...{ from: '2026-11-01', to: '2026-11-10' },
      prestations: [{ prestationId: canteen.prestation.id, tariff }],
    });
    expect(simulated.body.total).toMatchObject({
      beforeCents: 410 + 430 + 840 + 160,
      afterCents: 500 + 400 + 900 + 250,
    });
  });

  it('adds what was accepted for a booking made late, to the promise alone', async () => {
    await opened({ type: 'FLAT', unitCents: 299 });
    const [eldest, second] = family.childIds as [number, number];
    await book(eldest, [sessions[0]!]);
    await service.database.unit(() =>
      service.database.change('UPDATE reservations SET late_booking = ?, unit_cents = ? WHERE collectivite_id = ?', [
        JSON.stringify({ effect: { type: 'SURCHARGE', pct: 50 }, applies: true }),
        449,
        canteen.collectiviteId,
      ]),
    );
    await point(
      sessions[0]!,
      [eldest, second].map((childId) => ({ childId, state: 'PRESENT' })),
    );
    expect((await billed('2026-11-01', '2026-11-10')).charges).toEqual([
      [eldest, '2026-11-02', 'UNIT', 449],
      [second, '2026-11-02', 'UNPLANNED', 299],
    ]);
  });

  it('finds the charge and the promise that somebody altered by hand, and tells them in French', async () => {
    const { charges: number, promises } = await service.app.get(CheckExplanations).run();
    const { collectiviteId } = canteen;
    await service.database.unit(async () => {
      await service.database.change(
        "UPDATE charges SET amount_cents = 300 WHERE collectivite_id = ? AND event = 'UNIT'",
        [collectiviteId],
      );
      await service.database.change('UPDATE reservations SET unit_cents = 299 WHERE collectivite_id = ?', [
        collectiviteId,
      ]);
    });
    const verdict = await service.app.get(CheckExplanations).run();
    expect(verdict).toMatchObject({ charges: number, promises, faulty: 2 });
    expect(
      verdict.faults.map((fault) => fault.replaceAll(NBSP, ' ').replace(/(consommation|réservation) n° \d+/, '$1')),
    ).toEqual([
      `Collectivité n° ${collectiviteId} : la consommation du lundi 2 novembre 2026 est facturée 3,00 €, son explication donne 4,49 €.`,
      `Collectivité n° ${collectiviteId} : la réservation promet 2,99 € (prix à l’unité), son explication donne 4,49 €.`,
    ]);
  });
});
