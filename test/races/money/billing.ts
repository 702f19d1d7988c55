import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BillMonth } from '../../../src/billing/index.js';
import { type RunningService, startService } from '../../support/application.js';
import type { Issue } from '../../support/issue-and-die.js';
import { OutlivingDatabase } from '../../support/killed.js';
import { addHousehold, holdSession, openSchool, reserve, type School } from '../../support/school.js';
import { onServer } from '../../support/test-database.js';

const AT = '2026-10-01T09:00:00+02:00';
const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

/** A school whose families each booked one meal in September. */
async function bookedSchool(service: RunningService, families: number): Promise<School> {
  const school = await openSchool(service);
  const session = await holdSession(service, school, '2026-09-07');
  for (let rank = 1; rank <= families; rank += 1)
    await reserve(service, school, session, await addHousehold(service, school, `FAMILLE${rank}`));
  return school;
}

function rowsOf(service: RunningService, sql: string, collectiviteId: number): Promise<Record<string, number>[]> {
  return service.database.read(() => service.database.rows<Record<string, number>>(sql, [collectiviteId]));
}

/** Every charge once, every number once and without gap, one ledger entry and one mail for each invoice. */
async function expectBilledOnce(service: RunningService, collectiviteId: number, families: number): Promise<void> {
  const invoices = await rowsOf(
    service,
    "SELECT number FROM invoices WHERE collectivite_id = ? AND state = 'ISSUED' ORDER BY number",
    collectiviteId,
  );
  expect(invoices.map(({ number }) => number)).toEqual(Array.from({ length: families }, (_, index) => index + 1));
  const counts = async (sql: string) => Number((await rowsOf(service, sql, collectiviteId))[0]!['n']);
  expect(await counts('SELECT COUNT(*) AS n FROM charges WHERE collectivite_id = ?')).toBe(families);
  expect(
    await counts("SELECT COUNT(*) AS n FROM ledger_entries WHERE collectivite_id = ? AND source_kind = 'invoice'"),
  ).toBe(families);
  expect(
    await counts(
      "SELECT COUNT(*) AS n FROM outbox_messages WHERE collectivite_id = ? AND topic = 'mail.requested' AND message_key LIKE 'invoice:%'",
    ),
  ).toBe(families);
  expect(
    await counts(
      "SELECT COUNT(*) AS n FROM outbox_messages WHERE collectivite_id = ? AND topic = 'billing.invoice-issued'",
    ),
  ).toBe(families);
  expect(await counts("SELECT COUNT(*) AS n FROM billing_runs WHERE collectivite_id = ? AND state = 'ISSUED'")).toBe(1);
}

describe('billing at the same time', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('billing-races', AT);
  });
  afterAll(() => service.stop());

  it('bills a period once when two runs begin at once', async () => {
    const school = await bookedSchool(service, 3);
    const path = `/collectivites/${school.collectiviteId}/billing-runs`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => school.regisseur.post(path, SEPTEMBER)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const { runId } = answers.find(({ status }) => status === 201)!.body;
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body).toMatchObject({ code: 'PERIOD_ALREADY_BILLED', runId });
  });

  it('numbers each invoice once when a run is issued several times at once', async () => {
    const school = await bookedSchool(service, 60);
    const path = `/collectivites/${school.collectiviteId}/billing-runs`;
    const { runId } = (await school.regisseur.post(path, SEPTEMBER)).body;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => school.regisseur.post(`${path}/${runId}/issuances`)),
    );
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(answers.map(() => [200, 'ISSUED']));
    await expectBilledOnce(service, school.collectiviteId, 60);
  });

  it('numbers without gap when two communes and two runs issue side by side', async () => {
    const schools = await Promise.all([bookedSchool(service, 30), bookedSchool(service, 30)]);
    const runs = await Promise.all(
      schools.map(({ collectiviteId, regisseur }) =>
        regisseur.post(`/collectivites/${collectiviteId}/billing-runs`, SEPTEMBER),
      ),
    );
    await Promise.all(
      schools.map(({ collectiviteId, regisseur }, index) =>
        regisseur.post(`/collectivites/${collectiviteId}/billing-runs/${runs[index]!.body.runId}/issuances`),
      ),
    );
    for (const { collectiviteId } of schools) await expectBilledOnce(service, collectiviteId, 30);
  });

  it('leaves no draft of two computations of one run at once', async () => {
    const school = await bookedSchool(service, 20);
    const path = `/collectivites/${school.collectiviteId}/billing-runs`;
    const { runId } = (await school.regisseur.post(path, SEPTEMBER)).body;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => school.regisseur.post(`${path}/${runId}/computations`)),
    );
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    for (const { status, body } of answers.filter(({ status }) => status !== 200))
      expect([status, body.code]).toEqual([409, 'RUN_COMPUTED_ELSEWHERE']);
    const read = await school.regisseur.get(`${path}/${runId}`);
    expect(read.body).toMatchObject({ invoices: 20, totalCents: 20 * 305, computedAt: expect.any(String) });
  });

  it('bills what was pointed, or refuses the late pointing, but never misses it', async () => {
    const school = await bookedSchool(service, 1);
    const [child] = await rowsOf(
      service,
      'SELECT child_id, session_id FROM reservations WHERE collectivite_id = ?',
      school.collectiviteId,
    );
    const runs = `/collectivites/${school.collectiviteId}/billing-runs`;
    const { runId } = (await school.regisseur.post(runs, SEPTEMBER)).body;
    service.clock.advance({ seconds: 1 });
    const roll = `/collectivites/${school.collectiviteId}/sessions/${child!['session_id']}/roll`;
    const [issued, pointed] = await Promise.all([
      school.regisseur.post(`${runs}/${runId}/issuances`),
      school.agent.put(roll, { entries: [{ childId: child!['child_id'], state: 'ABSENT_JUSTIFIED' }] }),
    ]);
    const outcome = [issued.status, issued.body.code ?? issued.body.state, pointed.status];
    expect([
      [200, 'ISSUED', 409],
      [409, 'RUN_OUTDATED', 200],
    ]).toContainEqual(outcome);
  });
});

describe('an issue that is killed', () => {
  let kept: OutlivingDatabase;
  beforeAll(async () => {
    kept = await OutlivingDatabase.create('billing-killed', AT);
  });
  afterAll(() => kept.remove());

  it('is finished by running it again: every charge billed once, numbers unbroken', async () => {
    const { collectiviteId, runId } = await kept.opened(async (service) => {
      const school = await bookedSchool(service, 60);
      const runs = `/collectivites/${school.collectiviteId}/billing-runs`;
      return { ...school, runId: (await school.regisseur.post(runs, SEPTEMBER)).body.runId as number };
    });
    const issued = (service: RunningService) =>
      rowsOf(service, "SELECT id FROM invoices WHERE collectivite_id = ? AND state = 'ISSUED'", collectiviteId);
    // Killed at the first number, in the middle of a later unit, and just after a unit was committed; once on the embedded
    // engine, where it shows that the file is whole.
    const deaths = [
      [1, 0],
      [40, 25],
      [26, 50],
    ] as const;
    for (const [dieAt, issuedBefore] of onServer ? deaths : [deaths[1]]) {
      expect(await kept.killedIn<Issue>('issue-and-die', { collectiviteId, runId, dieAt })).toBe('SIGKILL');
      expect(await kept.opened(issued)).toHaveLength(issuedBefore);
    }
    await kept.opened(async (service) => {
      expect(await service.app.get(BillMonth).finishIssues()).toBe(1);
      await expectBilledOnce(service, collectiviteId, 60);
    });
  }, 240_000);
});
