import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const START = '2026-11-02T08:00:00+01:00';
const LATE = '2026-11-13T12:00:00+01:00';
const DEADLINE = { type: 'DAYS_BEFORE', n: 3, unit: 'CALENDAR', at: '09:00' };
const UNTIL_EVE = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '09:00' };
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe('after the deadline', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('after_deadline', START);
  });
  afterAll(() => service.stop());

  /** A canteen whose policy says something of late requests: deadline Friday 13 at 9 h for Monday 16, over on Sunday. */
  async function canteenWith(rules: {
    add?: object[];
    cancel?: object[];
    modify?: object[];
    diet?: object[];
    waivers?: object[];
    publics?: object[];
  }): Promise<Canteen> {
    service.clock.set(Temporal.Instant.from(START));
    const canteen = await openCanteen(service);
    const policy = {
      add: { deadline: DEADLINE, afterDeadline: rules.add ?? [] },
      cancel: { deadline: DEADLINE, afterDeadline: rules.cancel ?? [] },
      ...(rules.modify && { modify: { deadline: DEADLINE, afterDeadline: rules.modify } }),
      ...(rules.diet && { diet: { deadline: DEADLINE, afterDeadline: rules.diet } }),
      waivers: rules.waivers ?? [],
      publics: rules.publics ?? [],
    };
    await service.database.unit(() =>
      service.database.change('UPDATE booking_policies SET policy = ? WHERE id = ?', [
        JSON.stringify(policy),
        canteen.prestation.policyId,
      ]),
    );
    return canteen;
  }
  const session = (canteen: Canteen, date = '2026-11-16', more: Record<string, number> = {}) => {
    const day = Temporal.PlainDate.from(date);
    const ends = at(`${day.subtract({ days: 1 }).toString()}T09:00:00+01:00`);
    return canteen.session(date, `${day.subtract({ days: 3 }).toString()}T08:00:00Z`, {
      add_ends_at: ends,
      cancel_ends_at: ends,
      orders_at: ends,
      ...more,
    });
  };
  async function late(family: CanteenFamily, instant = LATE): Promise<void> {
    service.clock.set(Temporal.Instant.from(instant));
    await family.signIn();
  }
  const ask = (family: CanteenFamily, sessionId: number) =>
    family.api.post(family.path('basket/lines'), { sessionId, childId: family.childIds[0] });
  const validate = (family: CanteenFamily) => family.api.post(family.path('basket/validations'));
  const cell = async (family: CanteenFamily, date = '2026-11-16') =>
    (await family.api.get(family.path(`planning?from=${date}&to=${date}`))).body.children[0].rows[0].cells[0];

  it('books for more where the policy says so, told before and promised', async () => {
    const canteen = await canteenWith({ add: [{ type: 'SURCHARGE', pct: 50, until: UNTIL_EVE }] });
    const family = await canteen.family();
    const id = await session(canteen);
    await late(family);
    expect(await cell(family)).toMatchObject({
      state: 'BOOKABLE',
      unitCents: 525,
      price: '5,25\u00a0€',
      why: 'hors délai\u00a0: avec une majoration de 50\u00a0%',
      addClosesAt: '2026-11-13T08:00:00Z',
      bookableUntil: '2026-11-15T08:00:00Z',
    });
    const added = await ask(family, id);
    expect(added).toMatchObject({ status: 201 });
    expect(added.body.added[0]).toMatchObject({ unitCents: 525, price: '5,25\u00a0€', state: 'READY' });
    expect(added.body.added[0].bookableUntil).toBe('2026-11-15T08:00:00Z');
    expect((await validate(family)).body).toMatchObject({ accepted: 1, cents: 525 });
    await service.settle();
    const mail = (await service.mails.to(family.email)).at(-1)!;
    expect(mail.text!.replaceAll('\u00a0', ' ')).toContain('hors délai : avec une majoration de 50 %');
    const { body } = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-16'));
    expect(body).toMatchObject([{ unitCents: 525, state: 'RESERVED' }]);
    service.clock.set(Temporal.Instant.from('2026-12-01T09:00:00+01:00'));
    const agent = await canteen.staff('agent');
    const period = { from: '2026-11-01', to: '2026-11-30' };
    const run = await agent.post(`/collectivites/${canteen.collectiviteId}/billing-runs`, period);
    expect(run.body.totalCents).toBe(525);
  });

  it('leaves a grace, then counts each time, in one basket and the next', async () => {
    const counter = { per: 'CHILD', period: 'MONTH', from: 2 };
    const canteen = await canteenWith({ add: [{ type: 'SURCHARGE', abs: 300, until: UNTIL_EVE, counter }] });
    const family = await canteen.family();
    const days = [await session(canteen, '2026-11-16'), await session(canteen, '2026-11-17')];
    const next = await session(canteen, '2026-12-01');
    await late(family, '2026-11-14T12:00:00+01:00');
    const cents = async () => [(await cell(family)).unitCents, (await cell(family, '2026-11-17')).unitCents];
    expect(await cents()).toEqual([350, 350]);
    await ask(family, days[0]!);
    expect(await cents()).toEqual([350, 650]);
    await ask(family, days[1]!);
    expect(await cents()).toEqual([350, 650]);
    const basket = (await family.api.get(family.path('basket'))).body;
    expect(basket).toMatchObject({ cents: 1000, lines: [{ unitCents: 350 }, { unitCents: 650 }] });
    const { body } = await validate(family);
    expect(body.lines.map(({ unitCents }: { unitCents: number }) => unitCents)).toEqual([350, 650]);
    await late(family, '2026-11-29T12:00:00+01:00');
    await ask(family, next);
    expect((await validate(family)).body.lines[0].unitCents).toBe(350);
  });

  it.each([
    ['only by telephone', { type: 'PHONE_ONLY', number: '04 67 00 00 00' }, 'PHONE_ONLY', 'CLOSED', /appelez le 04/],
    ['by asking the mairie', { type: 'REQUEST_TO_AGENT' }, 'ASK_THE_MAIRIE', 'REQUESTABLE', /demande à la mairie/],
    ['not at all', { type: 'BLOCK' }, 'SESSION_CLOSED', 'CLOSED', /contactez la mairie/],
  ])('books %s', async (_, effect, code, state, detail) => {
    const canteen = await canteenWith({
      add: [{ ...effect, ...(effect.type === 'BLOCK' ? {} : { until: UNTIL_EVE }) }],
    });
    const family = await canteen.family();
    const id = await session(canteen);
    await late(family);
    expect(await ask(family, id)).toMatchObject({
      status: 422,
      body: { code, detail: expect.stringMatching(detail), closesAt: '2026-11-13T08:00:00Z' },
    });
    expect((await cell(family)).state).toBe(state);
    await late(family, '2026-11-15T09:00:00+01:00');
    expect((await ask(family, id)).body.code).toBe('SESSION_CLOSED');
  });

  it('opens when the policy says', async () => {
    const canteen = await canteenWith({});
    const family = await canteen.family();
    const id = await session(canteen, '2026-11-16', { add_opens_at: at('2026-11-09T08:00:00+01:00') });
    expect(await ask(family, id)).toMatchObject({ status: 422, body: { code: 'NOT_YET_OPEN' } });
    expect(await cell(family)).toMatchObject({
      state: 'NOT_YET_OPEN',
      why: expect.stringContaining('lundi 9 novembre'),
    });
    await late(family, '2026-11-09T08:00:00+01:00');
    expect((await ask(family, id)).status).toBe(201);
  });

  it('gives a day up late, owed in full or for nothing, and says which before and after', async () => {
    const canteen = await canteenWith({ cancel: [{ type: 'BILL_FULL', until: UNTIL_EVE }] });
    const family = await canteen.family();
    const id = await session(canteen);
    await ask(family, id);
    const reservation = (await validate(family)).body.lines[0].reservationId as number;
    await late(family);
    const shown = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-16'));
    expect(shown.body[0]).toMatchObject({
      cancellable: true,
      cancelTerms: 'annulation hors délai\u00a0: le jour reste facturé en entier',
    });
    // Read before the deadline, pressed after it: it is not what the family agreed to.
    const path = family.path(`reservations/${reservation}/cancellations`);
    const unread = await family.api.post(path, { terms: null });
    expect(unread).toMatchObject({ status: 409, body: { code: 'CANCELLATION_TERMS_CHANGED' } });
    expect(unread.body.detail).toContain('le jour reste facturé en entier. Rien n’est annulé');
    const many = { reservationIds: [reservation], terms: null };
    const { body: none } = await family.api.post(family.path('reservations/cancellations'), many);
    expect(none).toMatchObject({ cancelled: [], refused: [{ refusal: { code: 'CANCELLATION_TERMS_CHANGED' } }] });
    expect(await canteen.taken(id)).toBe(1);
    expect((await family.api.post(path, { terms: shown.body[0].cancelTerms })).status).toBe(201);
    expect(await canteen.taken(id)).toBe(0);
    await service.settle();
    expect((await service.mails.to(family.email)).at(-1)!.text).toMatch(/reste facturé\s+en entier/);
    service.clock.set(Temporal.Instant.from('2026-12-01T09:00:00+01:00'));
    const agent = await canteen.staff('agent');
    const runs = `/collectivites/${canteen.collectiviteId}/billing-runs`;
    const run = await agent.post(runs, { from: '2026-11-01', to: '2026-11-30' });
    expect(run.body).toMatchObject({ totalCents: 350, anomalies: [] });
    const { items } = (await agent.get(`${runs}/${run.body.runId}/invoices`)).body;
    const { body: draft } = await agent.get(`${runs}/${run.body.runId}/invoices/${items[0].invoiceId}`);
    expect(JSON.stringify(draft)).toContain('annulé hors délai\u00a0: dû en entier');
  });

  it('credits two late cancellations of the school year, then owes the day in full, and tells each time', async () => {
    const twice = { type: 'CREDIT', until: UNTIL_EVE, counter: { per: 'FAMILY', period: 'SCHOOL_YEAR', upTo: 2 } };
    const canteen = await canteenWith({ cancel: [twice, { type: 'BILL_FULL', until: UNTIL_EVE }] });
    const family = await canteen.family();
    const days = [];
    for (const date of ['2026-11-16', '2026-11-17', '2026-11-18']) days.push(await session(canteen, date));
    for (const id of days) await ask(family, id);
    const ids = (await validate(family)).body.lines.map(
      ({ reservationId }: { reservationId: number }) => reservationId,
    );
    const termsOn = async (date: string) =>
      (await family.api.get(family.path(`reservations?from=${date}&to=${date}`))).body[0].cancelTerms;
    await late(family, '2026-11-15T08:00:00+01:00');
    expect(await termsOn('2026-11-17')).toBe('annulation hors délai, acceptée sans frais');
    await family.api.post(family.path('reservations/cancellations'), { reservationIds: ids.slice(0, 2) });
    await late(family, '2026-11-16T12:00:00+01:00');
    expect(await termsOn('2026-11-18')).toContain('reste facturé en entier');
    // What the first two were: a third is no longer for nothing.
    const asTheFirst = { terms: 'annulation hors délai, acceptée sans frais' };
    const third = await family.api.post(family.path(`reservations/${ids[2]}/cancellations`), asTheFirst);
    expect(third.body.code).toBe('CANCELLATION_TERMS_CHANGED');
    await family.api.post(family.path('reservations/cancellations'), { reservationIds: ids.slice(2) });
    service.clock.set(Temporal.Instant.from('2026-12-01T09:00:00+01:00'));
    const agent = await canteen.staff('agent');
    const runs = `/collectivites/${canteen.collectiviteId}/billing-runs`;
    expect((await agent.post(runs, { from: '2026-11-01', to: '2026-11-30' })).body.totalCents).toBe(350);
  });

  describe('changes of a booked day', () => {
    const reserve = async (family: CanteenFamily, id: number) => {
      await ask(family, id);
      return (await validate(family)).body.lines[0].reservationId as number;
    };
    const move = (family: CanteenFamily, reservation: number, sessionId: number) =>
      family.api.post(family.path(`reservations/${reservation}/moves`), { sessionId });

    it('exchanges it for more where the policy says so, told before, promised and billed', async () => {
      const canteen = await canteenWith({ modify: [{ type: 'SURCHARGE', abs: 100, until: UNTIL_EVE }] });
      const family = await canteen.family();
      const [from, to] = [await session(canteen), await session(canteen, '2026-11-17')];
      const reservation = await reserve(family, from);
      await late(family);
      const { body: shown } = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-16'));
      expect(shown[0].moveTerms).toBe('échange hors délai\u00a0: avec une majoration de 1,00\u00a0€');
      expect(await move(family, reservation, to)).toMatchObject({ status: 201, body: { unitCents: 450 } });
      await late(family, '2026-11-15T09:00:00+01:00');
      const { body: next } = await family.api.get(family.path('reservations?from=2026-11-17&to=2026-11-17'));
      expect(await move(family, next[0].id, from)).toMatchObject({
        status: 422,
        body: { code: 'MODIFICATION_CLOSED' },
      });
      service.clock.set(Temporal.Instant.from('2026-12-01T09:00:00+01:00'));
      const agent = await canteen.staff('agent');
      const runs = `/collectivites/${canteen.collectiviteId}/billing-runs`;
      expect((await agent.post(runs, { from: '2026-11-01', to: '2026-11-30' })).body.totalCents).toBe(450);
    });

    it.each([
      [{ type: 'PHONE_ONLY', number: '04 67 00 00 00', until: UNTIL_EVE }, /appelez le 04/],
      [
        { type: 'REQUEST_TO_AGENT', until: UNTIL_EVE },
        /demande à la mairie, qui vous répondra\. Règle\s: (modification|changement de menu) possible/,
      ],
    ])('says whom to turn to: %j', async (effect, detail) => {
      const canteen = await canteenWith({ modify: [effect], diet: [effect] });
      const family = await canteen.family();
      const [from, to] = [await session(canteen), await session(canteen, '2026-11-17')];
      const reservation = await reserve(family, from);
      await late(family);
      const refused = {
        status: 422,
        body: { detail: expect.stringMatching(detail), closesAt: '2026-11-13T08:00:00Z' },
      };
      expect(await move(family, reservation, to)).toMatchObject(refused);
      const menu = await family.api.put(family.path(`reservations/${reservation}/menu`), { menuTypeId: null });
      expect(menu).toMatchObject(refused);
      const shown = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-16'));
      expect(shown.body[0]).toMatchObject({ moveRefused: true, moveAskable: effect.type === 'REQUEST_TO_AGENT' });
      expect([await canteen.taken(from), await canteen.taken(to)]).toEqual([1, 0]);
    });
  });

  it('lets a family that has a waiver go by its own deadline, and no other', async () => {
    const own = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '08:00' };
    const waiver = { kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'EMPLOYER_LETTER', add: own, cancel: own };
    const canteen = await canteenWith({ waivers: [waiver] });
    const [family, other] = [await canteen.family(), await canteen.family()];
    const id = await session(canteen);
    await service.fixtures.row('family_waivers', {
      collectivite_id: canteen.collectiviteId,
      family_id: family.id,
      kind: 'SHIFT_WORK',
      from_date: '2026-11-01',
      to_date: '2026-11-30',
      proof: 'Lettre',
      granted_at: 0,
    });
    await late(family);
    await other.signIn();
    expect((await ask(other, id)).body.code).toBe('SESSION_CLOSED');
    expect(await ask(family, id)).toMatchObject({
      status: 201,
      body: { added: [{ addClosesAt: '2026-11-15T07:00:00Z', unitCents: 350 }] },
    });
    const { body } = await validate(family);
    expect(body).toMatchObject({ accepted: 1, cents: 350 });
    await late(family, '2026-11-15T08:00:00+01:00');
    const cancelled = await family.api.post(family.path(`reservations/${body.lines[0].reservationId}/cancellations`));
    expect(cancelled).toMatchObject({ status: 422, body: { closesAt: '2026-11-15T07:00:00Z' } });
  });

  it('goes by the rules of a child’s own public, cites them, and leaves the others to those of everybody', async () => {
    const own = { deadline: UNTIL_EVE, afterDeadline: [{ type: 'BLOCK' }] };
    const canteen = await canteenWith({ publics: [{ applies: { ageMax: 5 }, add: own }] });
    const [family, other] = [await canteen.family(), await canteen.family()];
    const born = (birthDate: string, childId: number) =>
      service.database.unit(() =>
        service.database.change('UPDATE children SET birth_date = ? WHERE id = ?', [birthDate, childId]),
      );
    // Five years old until the 17th.
    await born('2020-11-17', family.childIds[0]!);
    const [id, next] = [await session(canteen), await session(canteen, '2026-11-17')];
    await late(family);
    await other.signIn();
    expect((await ask(other, id)).body.code).toBe('SESSION_CLOSED');
    expect(await ask(family, id)).toMatchObject({
      status: 201,
      body: { added: [{ addClosesAt: '2026-11-15T08:00:00Z' }] },
    });
    const { body } = await validate(family);
    expect(body).toMatchObject({ accepted: 1, cents: 350 });
    // Its cancellation follows the rule of everybody, which is over.
    const cancelled = await family.api.post(family.path(`reservations/${body.lines[0].reservationId}/cancellations`));
    expect(cancelled).toMatchObject({ status: 422, body: { closesAt: '2026-11-13T08:00:00Z' } });
    await late(family, '2026-11-15T12:00:00+01:00');
    const older = await ask(family, next);
    expect(older).toMatchObject({ status: 422, body: { closesAt: '2026-11-14T08:00:00Z' } });
    expect(older.body.detail).not.toContain('5 ans');
    await born('2021-03-01', family.childIds[0]!);
    await late(family, '2026-11-16T09:00:00+01:00');
    expect((await ask(family, next)).body.detail.replaceAll('\u00a0', ' ')).toContain(
      '5 ans et moins : réservation possible jusqu’à la veille, avant 9 h 00.',
    );
  });

  it('tells the limits of a child’s own public with what is reserved, and exchanges for no day that it opens later', async () => {
    const eve = { deadline: UNTIL_EVE };
    const opening = { type: 'DAYS_BEFORE', n: 7, unit: 'CALENDAR', at: '09:00' };
    const add = { deadline: { ...UNTIL_EVE, opensAt: opening } };
    const canteen = await canteenWith({ publics: [{ applies: { ageMin: 0 }, add, modify: eve, diet: eve }] });
    const family = await canteen.family();
    const [id, next] = [await session(canteen), await session(canteen, '2026-11-23')];
    await late(family, '2026-11-10T12:00:00+01:00');
    await ask(family, id);
    const reservation = (await validate(family)).body.lines[0].reservationId as number;
    const { body } = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-16'));
    expect(body).toMatchObject([{ modifyClosesAt: '2026-11-15T08:00:00Z', dietClosesAt: '2026-11-15T08:00:00Z' }]);
    const moved = await family.api.post(family.path(`reservations/${reservation}/moves`), { sessionId: next });
    expect(moved).toMatchObject({
      status: 422,
      body: { code: 'NOT_YET_OPEN', detail: expect.stringContaining('lundi 16 novembre') },
    });
  });

  it('lets a waived family exchange a day as late as it may book and give up', async () => {
    const own = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '08:00' };
    const waiver = { kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'EMPLOYER_LETTER' };
    for (const [deadlines, status] of [
      [{ add: own, cancel: own }, 201],
      [{ add: own }, 422],
      [{ modify: own }, 201],
    ] as const) {
      const canteen = await canteenWith({ waivers: [{ ...waiver, ...deadlines }] });
      const family = await canteen.family();
      const [from, to] = [await session(canteen), await session(canteen, '2026-11-17')];
      await ask(family, from);
      const reservation = (await validate(family)).body.lines[0].reservationId as number;
      await service.fixtures.row('family_waivers', {
        ...{ collectivite_id: canteen.collectiviteId, family_id: family.id, kind: 'SHIFT_WORK', proof: 'Lettre' },
        ...{ from_date: '2026-11-01', to_date: '2026-11-30', granted_at: 0 },
      });
      await late(family, '2026-11-14T12:00:00+01:00');
      const moved = await family.api.post(family.path(`reservations/${reservation}/moves`), { sessionId: to });
      expect([JSON.stringify(deadlines), moved.status]).toEqual([JSON.stringify(deadlines), status]);
    }
  });

  describe('what is asked of the mairie', () => {
    const ON_DEMAND = [{ type: 'REQUEST_TO_AGENT', until: UNTIL_EVE }];
    const request = (family: CanteenFamily, sessionId: number, operation = 'ADD') =>
      family.api.post(family.path('late-requests'), { sessionId, childId: family.childIds[0], operation });
    const answer = async (canteen: Canteen, id: number, body: object) =>
      (await canteen.staff('agent')).post(`/collectivites/${canteen.collectiviteId}/late-requests/${id}/answers`, body);

    it('is acknowledged, shown to the mairie, and done when it accepts', async () => {
      const canteen = await canteenWith({ add: ON_DEMAND });
      const family = await canteen.family();
      const id = await session(canteen);
      expect(await request(family, id)).toMatchObject({ status: 409, body: { code: 'STILL_IN_TIME' } });
      await late(family);
      const asked = await request(family, id);
      expect(asked).toMatchObject({
        status: 201,
        body: { state: 'PENDING', date: '2026-11-16', prestationName: 'Cantine' },
      });
      expect(await request(family, id)).toMatchObject({ status: 409, body: { code: 'LATE_REQUEST_PENDING' } });
      expect(await cell(family)).toMatchObject({ state: 'REQUESTED' });
      expect((await cell(family, '2026-11-17')).state).not.toBe('REQUESTED');
      expect(await canteen.taken(id)).toBe(0);
      const agent = await canteen.staff('agent');
      const pending = await agent.get(`/collectivites/${canteen.collectiviteId}/late-requests?state=PENDING`);
      expect(pending.body.items).toMatchObject([{ id: asked.body.id, operation: 'ADD' }]);
      expect(await answer(canteen, asked.body.id, { accepted: true })).toMatchObject({
        status: 200,
        body: { state: 'ACCEPTED' },
      });
      expect([await canteen.taken(id), await canteen.living(id)]).toEqual([1, 1]);
      expect(await answer(canteen, asked.body.id, { accepted: true })).toMatchObject({ status: 409 });
      await service.settle();
      const mails = await service.mails.to(family.email);
      expect(mails.map(({ subject = '' }) => subject.replaceAll('\u00a0', ' '))).toEqual([
        `Votre demande hors délai n° ${asked.body.id}`,
        `Réponse à votre demande hors délai n° ${asked.body.id}`,
      ]);
      expect((await service.mails.to('periscolaire@test.example')).at(-1)!.subject).toContain('attend votre réponse');
    });

    it('may be an exchange or a menu, done as the family would have done it', async () => {
      const canteen = await canteenWith({ modify: ON_DEMAND, diet: ON_DEMAND });
      const family = await canteen.family();
      const [from, to] = [await session(canteen), await session(canteen, '2026-11-17')];
      await ask(family, from);
      const reservation = (await validate(family)).body.lines[0].reservationId as number;
      const menuTypeId = await service.fixtures.row('menu_types', {
        ...{ collectivite_id: canteen.collectiviteId, label: 'Sans viande', label_key: 'sans viande' },
        ...{ position: 9, brought_by_family: 0 },
      });
      const wanted = (more: object) =>
        family.api.post(family.path('late-requests'), { sessionId: from, childId: family.childIds[0], ...more });
      expect(await wanted({ operation: 'MODIFY', toSessionId: to })).toMatchObject({ body: { code: 'STILL_IN_TIME' } });
      expect(await wanted({ operation: 'DIET', menuTypeId })).toMatchObject({ body: { code: 'STILL_IN_TIME' } });
      await late(family);
      expect(await wanted({ operation: 'MODIFY' })).toMatchObject({ status: 400 });
      expect(await wanted({ operation: 'MODIFY', toSessionId: from })).toMatchObject({ status: 404 });
      const menu = await wanted({ operation: 'DIET', menuTypeId });
      expect(menu).toMatchObject({ status: 201, body: { operation: 'DIET', menuName: 'Sans viande', toDate: null } });
      const exchange = await wanted({ operation: 'MODIFY', toSessionId: to });
      expect(exchange).toMatchObject({
        status: 201,
        body: { operation: 'MODIFY', toSessionId: to, toDate: '2026-11-17' },
      });
      expect((await answer(canteen, menu.body.id, { accepted: true })).status).toBe(200);
      expect((await answer(canteen, exchange.body.id, { accepted: true })).status).toBe(200);
      expect([await canteen.living(from), await canteen.living(to)]).toEqual([0, 1]);
      const { body } = await family.api.get(family.path('reservations?from=2026-11-17&to=2026-11-17'));
      expect(body).toMatchObject([{ state: 'RESERVED', menuTypeId, unitCents: 350 }]);
      expect(body[0].id).not.toBe(reservation);
      await service.settle();
      const texts = (await service.mails.to(family.email)).map(({ text }) => text!.replace(/\s+/g, ' ')).join('');
      expect(texts).toContain('demande d’échange contre le mardi 17 novembre 2026');
      expect(texts).toContain('demande de changement de menu (Sans viande)');
    });

    it('falls with the day that it was about', async () => {
      const canteen = await canteenWith({ modify: ON_DEMAND, diet: ON_DEMAND });
      const family = await canteen.family();
      const [from, to] = [await session(canteen), await session(canteen, '2026-11-17')];
      await ask(family, from);
      await validate(family);
      const menuTypeId = await service.fixtures.row('menu_types', {
        ...{ collectivite_id: canteen.collectiviteId, label: 'Végétarien', label_key: 'vegetarien' },
        ...{ position: 8, brought_by_family: 0 },
      });
      await late(family);
      const about = { sessionId: from, childId: family.childIds[0] };
      const requests = family.path('late-requests');
      const menu = await family.api.post(requests, { ...about, operation: 'DIET', menuTypeId });
      const exchange = await family.api.post(requests, { ...about, operation: 'MODIFY', toSessionId: to });
      expect((await answer(canteen, exchange.body.id, { accepted: true })).status).toBe(200);
      expect((await answer(canteen, menu.body.id, { accepted: true })).body.code).toBe('LATE_REQUEST_ANSWERED');
      const { body } = await family.api.get(requests);
      const states = new Map(body.map(({ id, state }: { id: number; state: string }) => [id, state]));
      expect([states.get(exchange.body.id), states.get(menu.body.id)]).toEqual(['ACCEPTED', 'WITHDRAWN']);
    });

    it('stays undone when the mairie refuses, says why, or the family takes it back', async () => {
      const canteen = await canteenWith({ add: ON_DEMAND });
      const [family, stranger] = [await canteen.family(), await canteen.family()];
      const [first, second] = [await session(canteen), await session(canteen, '2026-11-17')];
      await late(family, '2026-11-14T10:00:00+01:00');
      await stranger.signIn();
      const { id } = (await request(family, first)).body;
      expect(await answer(canteen, id, { accepted: false })).toMatchObject({ status: 400 });
      const refused = await answer(canteen, id, { accepted: false, answer: 'Les repas sont commandés.' });
      expect(refused.body).toMatchObject({ state: 'REFUSED', answer: 'Les repas sont commandés.' });
      const other = (await request(family, second)).body.id;
      expect((await stranger.api.delete(stranger.path(`late-requests/${other}`))).status).toBe(404);
      expect((await family.api.delete(family.path(`late-requests/${other}`))).status).toBe(204);
      expect(await answer(canteen, other, { accepted: true })).toMatchObject({ status: 409 });
      const { body } = await family.api.get(family.path('late-requests'));
      expect(body.map(({ state }: { state: string }) => state)).toEqual(['REFUSED', 'WITHDRAWN']);
      expect([await canteen.taken(first), await canteen.taken(second)]).toEqual([0, 0]);
    });

    it('never makes a place where there is none, and gives one up when asked to', async () => {
      const canteen = await canteenWith({ add: ON_DEMAND, cancel: ON_DEMAND });
      const [family, other] = [await canteen.family(), await canteen.family()];
      const id = await session(canteen, '2026-11-16', { places: 1 });
      await ask(other, id);
      await validate(other);
      await late(family);
      await other.signIn();
      const wanted = (await request(family, id)).body.id;
      expect(await answer(canteen, wanted, { accepted: true })).toMatchObject({
        status: 409,
        body: { code: 'SESSION_FULL' },
      });
      const unwanted = (await request(other, id, 'CANCEL')).body.id;
      expect((await answer(canteen, unwanted, { accepted: true })).status).toBe(200);
      expect((await answer(canteen, wanted, { accepted: true })).status).toBe(200);
      expect([await canteen.taken(id), await canteen.living(id)]).toEqual([1, 1]);
    });
  });
});
