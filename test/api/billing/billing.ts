import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { ComputeRun } from '../../../src/billing/index.js';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

const OCTOBER_1 = '2026-10-01T09:00:00+02:00';
const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

describe('a billing run', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let leo: Household;
  const path = (rest = '') => `/collectivites/${school.collectiviteId}/billing-runs${rest}`;
  const start = (period: object = SEPTEMBER) => school.regisseur.post(path(), period);
  const point = (sessionId: number, entries: object[]) =>
    school.agent.put(`/collectivites/${school.collectiviteId}/sessions/${sessionId}/roll`, { entries });
  const callOff = (sessionId: number) =>
    school.agent.post(
      `/collectivites/${school.collectiviteId}/prestations/${school.canteen.id}/sessions/${sessionId}/calling-off`,
      { reason: 'Grève' },
    );
  const rows = (sql: string, ...parameters: unknown[]) =>
    service.database.read(() => service.database.rows<Record<string, unknown>>(sql, parameters));

  beforeAll(async () => {
    service = await startService('billing', OCTOBER_1);
  });
  beforeEach(async () => {
    service.clock.set(Temporal.Instant.from(OCTOBER_1));
    school = await openSchool(service);
    zoe = await addHousehold(service, school, 'ARNAUD');
    leo = await addHousehold(service, school, 'BERNARD');
  });
  afterAll(() => service.stop());

  it('charges each mix of booking and attendance as the règlement says', async () => {
    const [monday, tuesday, thursday, friday] = [
      await holdSession(service, school, '2026-09-07'),
      await holdSession(service, school, '2026-09-08'),
      await holdSession(service, school, '2026-09-10'),
      await holdSession(service, school, '2026-09-11'),
    ];
    for (const id of [monday, tuesday, thursday]) await reserve(service, school, id, zoe);
    await point(monday, [
      { childId: zoe.childId, state: 'PRESENT' },
      { childId: leo.childId, state: 'PRESENT' },
    ]);
    await point(tuesday, [{ childId: zoe.childId, state: 'ABSENT_UNJUSTIFIED' }]);
    await point(thursday, [{ childId: zoe.childId, state: 'ABSENT_JUSTIFIED' }]);
    await reserve(service, school, friday, zoe);

    const { status, body } = await start();
    expect(status).toBe(201);
    // Zoé: 3,05 (came) + 4,00 (absent) + 0 (justified) + 3,05 (not pointed); Léo: 5,00 (not planned).
    expect(body).toMatchObject({ state: 'DRAFT', totalCents: 1010 + 500, invoices: 2, issued: 0 });
    expect(body.anomalies).toMatchObject([{ kind: 'ATTENDANCE_NOT_RECORDED', count: 1, stopsIssue: false }]);
    const { body: anomalies } = await school.agent.get(path(`/${body.runId}/anomalies`));
    expect(anomalies.items).toMatchObject([{ date: '2026-09-11', prestation: 'Cantine', childId: zoe.childId }]);
    const { body: invoices } = await school.agent.get(path(`/${body.runId}/invoices`));
    expect(invoices.items).toMatchObject([
      { family: 'ARNAUD', totalCents: 1010, number: null, state: 'DRAFT' },
      { family: 'BERNARD', totalCents: 500 },
    ]);
    const { body: checked } = await school.agent.get(path(`/${body.runId}/invoices/${invoices.items[0].invoiceId}`));
    expect(checked.children[0].groups).toMatchObject([
      { event: 'UNIT', unitCents: 305, dates: ['2026-09-07', '2026-09-11'] },
      { event: 'UNJUSTIFIED_ABSENCE', unitCents: 400, dates: ['2026-09-08'] },
    ]);
  });

  it('bills the days that have come, once', async () => {
    expect(await start({ from: '2026-09-01', to: '2026-10-02' })).toMatchObject({
      status: 422,
      body: { code: 'PERIOD_NOT_OVER' },
    });
    expect((await start({ from: '2026-09-30', to: '2026-09-01' })).status).toBe(400);
    const first = await start();
    expect(await start({ from: '2026-09-30', to: '2026-10-01' })).toMatchObject({
      status: 409,
      body: { code: 'PERIOD_ALREADY_BILLED', runId: first.body.runId },
    });
    await school.regisseur.post(path(`/${first.body.runId}/discarding`));
    expect((await start()).status).toBe(201);
  });

  it('lets others work while its drafts are computed', async () => {
    await reserve(service, school, await holdSession(service, school, '2026-09-07'), zoe);
    const keyed = school.regisseur.withHeaders({ 'idempotency-key': 'facturation-2026-09' });
    const computeRun = service.app.get(ComputeRun);
    const compute = computeRun.run.bind(computeRun);
    let seen: unknown = 'nothing yet';
    const spy = jest.spyOn(computeRun, 'run').mockImplementationOnce(async (...run) => {
      const listed = school.agent.get(path()).then(({ body }) => body.items);
      seen = await Promise.race([listed, sleep(10_000, 'kept waiting', { ref: false })]);
      await compute(...run);
    });
    const first = await keyed.post(path(), SEPTEMBER);
    spy.mockRestore();
    expect(first).toMatchObject({ status: 201, body: { totalCents: 305 } });
    expect(seen).toMatchObject([{ runId: first.body.runId, state: 'DRAFT' }]);
    expect(await keyed.post(path(), SEPTEMBER)).toMatchObject({
      status: 409,
      body: { code: 'PERIOD_ALREADY_BILLED', runId: first.body.runId },
    });
  });

  it('is computed again at will, and not issued on drafts that are out of date', async () => {
    const session = await holdSession(service, school, '2026-09-07');
    await reserve(service, school, session, zoe);
    const { runId } = (await start()).body;
    service.clock.advance({ minutes: 5 });
    await point(session, [{ childId: zoe.childId, state: 'ABSENT_JUSTIFIED' }]);
    expect(await school.regisseur.post(path(`/${runId}/issuances`))).toMatchObject({
      status: 409,
      body: { code: 'RUN_OUTDATED' },
    });
    await point(session, [{ childId: zoe.childId, state: 'ABSENT_UNJUSTIFIED' }]);
    service.clock.advance({ minutes: 5 });
    const again = await school.regisseur.post(path(`/${runId}/computations`));
    expect(again).toMatchObject({ status: 200, body: { totalCents: 400, anomalies: [] } });
    expect(await school.regisseur.post(path(`/${runId}/issuances`))).toMatchObject({
      status: 200,
      body: { state: 'ISSUED', issued: 1 },
    });
    for (const change of ['computations', 'discarding']) {
      expect(await school.regisseur.post(path(`/${runId}/${change}`))).toMatchObject({
        status: 409,
        body: { code: 'RUN_NOT_DRAFT' },
      });
    }
  });

  it('is not issued when the mairie booked or cancelled a day since the drafts', async () => {
    const session = await holdSession(service, school, '2026-09-07');
    const booking = await reserve(service, school, session, zoe);
    const { runId } = (await start()).body;
    service.clock.advance({ minutes: 5 });
    const mairie = { override: true, reason: 'Oubli de la mairie' };
    const cancelling = `/families/${zoe.familyId}/reservations/${booking}/cancellations`;
    expect((await school.agent.post(cancelling, mairie)).status).toBe(201);
    const refused = await school.regisseur.post(path(`/${runId}/issuances`));
    expect(refused).toMatchObject({ status: 409, body: { code: 'RUN_OUTDATED' } });
  });

  it('is not issued when a roll changed since the drafts, though the clock of that instance is late', async () => {
    const session = await holdSession(service, school, '2026-09-07');
    await reserve(service, school, session, zoe);
    await point(session, [{ childId: zoe.childId, state: 'PRESENT' }]);
    const { runId } = (await start()).body;
    service.clock.set(service.clock.now().subtract({ seconds: 2 }));
    await point(session, [{ childId: zoe.childId, state: 'ABSENT_JUSTIFIED' }]);
    service.clock.advance({ minutes: 5 });
    expect(await school.regisseur.post(path(`/${runId}/issuances`))).toMatchObject({
      status: 409,
      body: { code: 'RUN_OUTDATED' },
    });
    await school.regisseur.post(path(`/${runId}/computations`));
    expect((await school.regisseur.post(path(`/${runId}/issuances`))).status).toBe(200);
  });

  it('is not issued when the mairie called a day off since the drafts', async () => {
    const session = await holdSession(service, school, '2026-09-07');
    await reserve(service, school, session, zoe);
    const { runId } = (await start()).body;
    service.clock.advance({ minutes: 5 });
    expect((await callOff(session)).status).toBe(200);
    expect(await school.regisseur.post(path(`/${runId}/issuances`))).toMatchObject({
      status: 409,
      body: { code: 'RUN_OUTDATED' },
    });
  });

  it('seals the days that it bills: the invoice stays true, whatever the mairie would change', async () => {
    const session = await holdSession(service, school, '2026-09-07');
    const booking = await reserve(service, school, session, zoe);
    const { runId } = (await start()).body;
    await school.regisseur.post(path(`/${runId}/issuances`));
    const billed = { status: 409, body: { code: 'SESSION_ALREADY_BILLED' } };
    const beyond = { override: true, reason: 'oubli de la famille' };
    const of = ({ familyId }: Household, rest: string) => `/families/${familyId}/${rest}`;
    expect(await school.agent.post(of(zoe, `reservations/${booking}/cancellations`), beyond)).toMatchObject(billed);
    const late = { sessionId: session, childId: leo.childId, ...beyond };
    expect(await school.agent.post(of(leo, 'basket/lines'), late)).toMatchObject(billed);
    expect(await callOff(session)).toMatchObject(billed);
    await school.agent.post(`/collectivites/${school.collectiviteId}/closures`, {
      from: '2026-09-07',
      to: '2026-09-07',
      reason: 'Grève',
    });
    await service.settle();
    expect(await rows('SELECT taken, called_off_at FROM sessions WHERE id = ?', session)).toEqual([
      { taken: 1, called_off_at: null },
    ]);
    expect(await rows('SELECT state FROM reservations WHERE id = ?', booking)).toEqual([{ state: 'RESERVED' }]);
  });

  it('is not issued while a price is missing, and names the days', async () => {
    const session = await holdSession(service, school, '2026-09-08');
    await point(session, [{ childId: leo.childId, state: 'PRESENT' }]);
    await service.database.unit(() =>
      service.database.change("UPDATE tariffs SET from_date = '2026-09-15' WHERE id = ?", [school.canteen.tariffId]),
    );
    const { body } = await start();
    expect(body.anomalies).toMatchObject([{ kind: 'TARIFF_MISSING', count: 1, stopsIssue: true }]);
    const refused = await school.regisseur.post(path(`/${body.runId}/issuances`));
    expect(refused).toMatchObject({ status: 422, body: { code: 'TARIFF_MISSING' } });
    expect(refused.body.errors[0].message).toContain('8 septembre 2026');
    await service.database.unit(() =>
      service.database.change("UPDATE tariffs SET from_date = '2026-09-01' WHERE id = ?", [school.canteen.tariffId]),
    );
    expect((await school.regisseur.post(path(`/${body.runId}/computations`))).body).toMatchObject({
      totalCents: 500,
      anomalies: [],
    });
  });

  it('numbers without gap, posts to the ledger, and closes the rolls', async () => {
    const session = await holdSession(service, school, '2026-09-07');
    await reserve(service, school, session, zoe);
    await reserve(service, school, session, leo);
    const { runId } = (await start()).body;
    const issued = await school.regisseur.post(path(`/${runId}/issuances`));
    expect(issued.body).toMatchObject({ state: 'ISSUED', invoices: 2, issued: 2 });
    expect((await school.regisseur.post(path(`/${runId}/issuances`))).body).toEqual(issued.body);

    const next = await holdSession(service, school, '2026-10-01');
    await reserve(service, school, next, zoe);
    const second = (await start({ from: '2026-10-01', to: '2026-10-01' })).body.runId;
    await school.regisseur.post(path(`/${second}/issuances`));
    const numbers = await rows(
      'SELECT number, year, issued_on, due_on FROM invoices WHERE collectivite_id = ? ORDER BY number',
      school.collectiviteId,
    );
    expect(numbers).toEqual(
      [1, 2, 3].map((number) => ({ number, year: 2026, issued_on: '2026-10-01', due_on: '2026-10-31' })),
    );
    const [balance] = await rows(
      `SELECT SUM(l.amount_cents) AS zero, SUM(CASE WHEN a.code LIKE 'FAMILY:%' THEN l.amount_cents END) AS due
       FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id WHERE l.collectivite_id = ?`,
      school.collectiviteId,
    );
    expect([Number(balance!['zero']), Number(balance!['due'])]).toEqual([0, 3 * 305]);
    expect(await point(session, [{ childId: zoe.childId, state: 'ABSENT_JUSTIFIED' }])).toMatchObject({
      status: 409,
      body: { code: 'SESSION_ALREADY_BILLED' },
    });
  });

  it('sends no invoice of nothing, and leaves no gap for it', async () => {
    const session = await holdSession(service, school, '2026-09-07');
    const free = await reserve(service, school, session, zoe);
    await reserve(service, school, session, leo);
    await service.database.unit(async () => {
      const [row] = await service.database.rows<{ price_explanation: string }>(
        'SELECT price_explanation FROM reservations WHERE id = ?',
        [free],
      );
      const prices = { ...JSON.parse(row!.price_explanation), unitCents: 0 };
      await service.database.change('UPDATE reservations SET price_explanation = ? WHERE id = ?', [
        JSON.stringify(prices),
        free,
      ]);
    });
    const { runId } = (await start()).body;
    const issued = await school.regisseur.post(path(`/${runId}/issuances`));
    expect(issued.body).toMatchObject({ state: 'ISSUED', invoices: 1, issued: 1, totalCents: 305 });
    const { body } = await school.agent.get(path(`/${runId}/invoices`));
    expect(body.items).toMatchObject([
      { family: 'ARNAUD', state: 'NOTHING_DUE', number: null },
      { family: 'BERNARD', state: 'ISSUED', number: 'F-2026-000001' },
    ]);
  });

  it('bills the month before by itself from the day the collectivité chose, once', async () => {
    school = await openSchool(service, { billing_day: 5 });
    zoe = await addHousehold(service, school, 'ARNAUD');
    const session = await holdSession(service, school, '2026-09-07');
    await reserve(service, school, session, zoe);
    const runs = () =>
      rows(
        'SELECT from_date, to_date, state, created_by FROM billing_runs WHERE collectivite_id = ?',
        school.collectiviteId,
      );
    service.clock.set(Temporal.Instant.from('2026-10-04T23:59:59+02:00'));
    await service.settle();
    expect(await runs()).toEqual([]);
    service.clock.set(Temporal.Instant.from('2026-10-05T01:00:00+02:00'));
    await service.settle();
    service.clock.advance({ hours: 3 });
    await service.settle();
    expect(await runs()).toEqual([
      { from_date: '2026-09-01', to_date: '2026-09-30', state: 'ISSUED', created_by: null },
    ]);
  });

  it('may be begun by an agent, and does not exist for another collectivité', async () => {
    expect((await school.agent.post(path(), { ...SEPTEMBER, kind: null })).status).toBe(400);
    const begun = await school.agent.post(path(), SEPTEMBER);
    expect(begun.status).toBe(201);
    const { runId } = begun.body;
    const other = await openSchool(service);
    for (const rest of ['', '/anomalies', '/invoices'])
      expect(
        (await other.regisseur.get(`/collectivites/${other.collectiviteId}/billing-runs/${runId}${rest}`)).status,
      ).toBe(404);
    for (const change of ['computations', 'discarding', 'issuances'])
      expect(
        (await other.regisseur.post(`/collectivites/${other.collectiviteId}/billing-runs/${runId}/${change}`)).status,
      ).toBe(404);
  });
});
