import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { expectLedgerHolds } from '../../support/ledger.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

describe('drafts that are not issued with their run', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let leo: Household;
  const path = (rest: string) => `/collectivites/${school.collectiviteId}${rest}`;
  const start = async (from: string, to: string, kind = 'ORDINARY') =>
    (await school.agent.post(path('/billing-runs'), { from, to, kind })).body;
  const issue = async (runId: number, query = '') =>
    (await school.agent.post(path(`/billing-runs/${runId}/issuances${query}`))).body;
  const invoicesOf = async (runId: number) =>
    (await school.agent.get(path(`/billing-runs/${runId}/invoices`))).body.items;
  const book = async (date: string, household: Household) =>
    reserve(service, school, await holdSession(service, school, date), household);

  beforeAll(async () => {
    service = await startService('carried-over', '2026-12-01T09:00:00+01:00');
  });
  beforeEach(async () => {
    school = await openSchool(service, { issue_threshold_cents: 700 });
    zoe = await addHousehold(service, school, 'ARNAUD');
    leo = await addHousehold(service, school, 'BERNARD');
  });
  afterAll(() => service.stop());

  it('are carried over below the threshold, until what is due reaches it', async () => {
    await book('2026-09-07', zoe);
    await book('2026-10-05', zoe);
    await book('2026-11-02', zoe);
    const september = await start('2026-09-01', '2026-09-30');
    expect(await issue(september.runId)).toMatchObject({ state: 'ISSUED', issued: 0 });
    expect(await invoicesOf(september.runId)).toMatchObject([{ state: 'CARRIED', number: null, totalCents: 305 }]);
    const october = await start('2026-10-01', '2026-10-31');
    expect(october).toMatchObject({ totalCents: 610 });
    // Thrown away, it gives back what it had asked for.
    await school.agent.post(path(`/billing-runs/${october.runId}/discarding`));
    const again = await start('2026-10-01', '2026-10-31');
    expect(await issue(again.runId)).toMatchObject({ totalCents: 610, issued: 0 });
    const november = await start('2026-11-01', '2026-11-30');
    expect(await issue(november.runId)).toMatchObject({ totalCents: 915, issued: 1 });
    const [{ invoiceId }] = await invoicesOf(november.runId);
    const { body } = await school.agent.get(path(`/invoices/${invoiceId}`));
    expect(body).toMatchObject({ number: 'F-2026-000001', totalCents: 915, openCents: 915 });
    expect(body.children[0].groups.map(({ why, dates }: { why: string; dates: string[] }) => [why, dates])).toEqual([
      [expect.stringContaining('report de septembre 2026'), ['2026-09-07']],
      [expect.stringContaining('report d’octobre 2026'), ['2026-10-05']],
      [expect.not.stringContaining('report'), ['2026-11-02']],
    ]);
    await expectLedgerHolds(service);
  });

  it('are issued all the same where the agent wants everything', async () => {
    await book('2026-09-07', zoe);
    const { runId } = await start('2026-09-01', '2026-09-30');
    expect(await issue(runId, '?everything=true')).toMatchObject({ issued: 1, totalCents: 305 });
  });

  it('tell what a correction finds less on their days, which waits until they are issued', async () => {
    const monday = await holdSession(service, school, '2026-09-07');
    await reserve(service, school, monday, zoe);
    await book('2026-10-05', zoe);
    await issue((await start('2026-09-01', '2026-09-30')).runId);
    const entries = [{ childId: zoe.childId, state: 'ABSENT_JUSTIFIED', reason: 'certificat retrouvé' }];
    expect((await school.agent.put(path(`/sessions/${monday}/roll/corrections`), { entries })).status).toBe(200);
    const waiting = await start('2026-09-01', '2026-09-30', 'CORRECTION');
    expect(waiting).toMatchObject({
      creditedCents: 0,
      anomalies: [{ kind: 'LESS_ON_CARRIED_DAY', count: 1, stopsIssue: false }],
    });
    const { items } = (await school.agent.get(path(`/billing-runs/${waiting.runId}/anomalies`))).body;
    expect(items).toMatchObject([
      { familyId: zoe.familyId, date: '2026-09-07', childId: zoe.childId, amountCents: 305 },
    ]);
    await school.agent.post(path(`/billing-runs/${waiting.runId}/discarding`));
    await issue((await start('2026-10-01', '2026-10-31')).runId, '?everything=true');
    const again = await start('2026-09-01', '2026-09-30', 'CORRECTION');
    expect(again).toMatchObject({ creditNotes: 1, creditedCents: 305, anomalies: [] });
    await issue(again.runId);
    await expectLedgerHolds(service);
  });

  it('are set aside with a reason, cost no number, and are billed by a correction', async () => {
    await book('2026-09-07', zoe);
    await book('2026-09-08', leo);
    const { runId } = await start('2026-09-01', '2026-09-30');
    const [ofZoe] = await invoicesOf(runId);
    const aside = path(`/billing-runs/${runId}/invoices/${ofZoe.invoiceId}/setting-aside`);
    expect((await school.agent.put(aside, {})).status).toBe(400);
    expect((await school.agent.put(aside, { reason: 'jours contestés' })).status).toBe(200);
    await school.agent.post(path(`/billing-runs/${runId}/computations`));
    expect(await issue(runId, '?everything=true')).toMatchObject({ state: 'ISSUED', issued: 1, totalCents: 305 });
    expect(await invoicesOf(runId)).toMatchObject([
      { state: 'SET_ASIDE', setAside: 'jours contestés', number: null },
      { state: 'ISSUED', setAside: null, number: 'F-2026-000001' },
    ]);
    expect((await school.agent.put(aside, { reason: 'trop tard' })).body.code).toBe('RUN_NOT_DRAFT');
    const correction = await start('2026-09-01', '2026-09-30', 'CORRECTION');
    expect(await issue(correction.runId, '?everything=true')).toMatchObject({ issued: 1, totalCents: 305 });
    await expectLedgerHolds(service);
  });
});
