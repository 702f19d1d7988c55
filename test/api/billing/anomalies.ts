import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

describe('what is odd in a run', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let leo: Household;
  const path = (rest: string) => `/collectivites/${school.collectiviteId}${rest}`;

  beforeAll(async () => {
    service = await startService('anomalies', '2026-12-01T09:00:00+01:00');
    school = await openSchool(service);
    zoe = await addHousehold(service, school, 'ARNAUD');
    leo = await addHousehold(service, school, 'BERNARD');
    const row = (label: string, quotientMin: number, quotientMax: number | null) => {
      return { label, quotientMin, quotientMax, unitCents: 305, unplannedCents: 500, unjustifiedAbsenceCents: 400 };
    };
    const grid = { rows: [row('A', 0, 60_000), row('B', 60_000, null)], missingQuotientRow: 1 };
    await service.database.unit(() =>
      service.database.change('UPDATE tariffs SET grid = ? WHERE id = ?', [
        JSON.stringify(grid),
        school.canteen.tariffId,
      ]),
    );
    for (const [date, to] of [
      ['2026-09-07', '2026-09-30'],
      ['2026-10-05', '2026-10-31'],
    ] as const) {
      await reserve(service, school, await holdSession(service, school, date), zoe);
      const { runId } = (await school.agent.post(path('/billing-runs'), { from: `${to.slice(0, 8)}01`, to })).body;
      await school.agent.post(path(`/billing-runs/${runId}/issuances`));
    }
  });
  afterAll(() => service.stop());

  it('is told before the issue, with figures, by kind and by family', async () => {
    let session = 0;
    for (let day = 2; day <= 12; day += 1) {
      session = await holdSession(service, school, `2026-11-${String(day).padStart(2, '0')}`);
      await reserve(service, school, session, zoe);
    }
    const roll = path(`/sessions/${session}/roll`);
    await school.agent.put(roll, { entries: [{ childId: leo.childId, state: 'PRESENT' }] });
    const { body } = await school.agent.post(path('/billing-runs'), { from: '2026-11-01', to: '2026-11-30' });
    expect(body.anomalies).toMatchObject([
      { kind: 'ATTENDANCE_NOT_RECORDED', count: 11 },
      { kind: 'QUOTIENT_MISSING', count: 1, stopsIssue: false },
      { kind: 'UNUSUAL_AMOUNT', count: 1, stopsIssue: false },
    ]);
    const list = async (query: string) =>
      (await school.agent.get(path(`/billing-runs/${body.runId}/anomalies?${query}`))).body.items;
    expect(await list(`familyId=${leo.familyId}`)).toMatchObject([
      { kind: 'QUOTIENT_MISSING', family: 'BERNARD', childId: leo.childId, date: '2026-11-12', amountCents: 500 },
    ]);
    expect(await list('kind=UNUSUAL_AMOUNT')).toMatchObject([
      { family: 'ARNAUD', child: null, date: null, amountCents: 11 * 305, usualCents: 305 },
    ]);
    expect((await school.agent.get(path(`/billing-runs/${body.runId}/anomalies?kind=AUTRE`))).status).toBe(400);
    expect((await school.agent.post(path(`/billing-runs/${body.runId}/issuances`))).body.state).toBe('ISSUED');
  });

  it('names a quotient that had ended', async () => {
    const quotient = { value: '642,50', from: '2026-01-01', to: '2026-11-30' };
    const told = await school.agent.post(path(`/families/${leo.familyId}/quotients`), quotient);
    expect(told.status).toBe(201);
    const session = await holdSession(service, school, '2026-12-01');
    const entries = [{ childId: leo.childId, state: 'PRESENT' }];
    expect((await school.agent.put(path(`/sessions/${session}/roll`), { entries })).status).toBe(200);
    const { body } = await school.agent.post(path('/billing-runs'), { from: '2026-12-01', to: '2026-12-01' });
    expect(body.anomalies).toMatchObject([{ kind: 'QUOTIENT_EXPIRED', count: 1, stopsIssue: false }]);
    // Row B, which stands in for an unknown quotient, at the price of who came without a booking.
    expect(body.totalCents).toBe(500);
  });
});
