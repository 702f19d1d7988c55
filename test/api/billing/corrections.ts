import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { expectPricesExplained } from '../../support/explanations.js';
import { expectLedgerHolds } from '../../support/ledger.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

const OCTOBER_1 = '2026-10-01T09:00:00+02:00';
const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

describe('a correction of billed days', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let leo: Household;
  let monday: number;
  let tuesday: number;
  const path = (rest: string) => `/collectivites/${school.collectiviteId}${rest}`;
  const start = (kind?: string) =>
    school.agent.post(path('/billing-runs'), { ...SEPTEMBER, ...(kind ? { kind } : {}) });
  const issue = (runId: number) => school.agent.post(path(`/billing-runs/${runId}/issuances`));
  const correct = (sessionId: number, childId: number, state: string) =>
    school.agent.put(path(`/sessions/${sessionId}/roll/corrections`), {
      entries: [{ childId, state, reason: 'oubli signalé par l’animatrice' }],
    });
  const invoices = async (familyId: number) =>
    (await school.agent.get(path(`/invoices?familyId=${familyId}`))).body.items as Record<string, unknown>[];

  beforeAll(async () => {
    service = await startService('corrections', OCTOBER_1);
  });
  beforeEach(async () => {
    service.clock.set(Temporal.Instant.from(OCTOBER_1));
    school = await openSchool(service);
    zoe = await addHousehold(service, school, 'ARNAUD');
    leo = await addHousehold(service, school, 'BERNARD');
    monday = await holdSession(service, school, '2026-09-07');
    tuesday = await holdSession(service, school, '2026-09-08');
    for (const session of [monday, tuesday]) await reserve(service, school, session, zoe);
    const { runId } = (await start()).body;
    expect((await issue(runId)).body).toMatchObject({ state: 'ISSUED', issued: 1, totalCents: 610 });
  });
  afterAll(() => service.stop());

  it('bills the differences and nothing else: more on an invoice, less by a credit note', async () => {
    expect((await correct(monday, zoe.childId, 'ABSENT_JUSTIFIED')).status).toBe(200);
    expect((await correct(tuesday, zoe.childId, 'ABSENT_UNJUSTIFIED')).status).toBe(200);
    expect((await correct(tuesday, leo.childId, 'PRESENT')).status).toBe(200);
    const { status, body } = await start('CORRECTION');
    // Zoé: Monday −3,05, Tuesday 4,00 − 3,05; Léo: 5,00, whom nobody had pointed.
    expect([status, body]).toMatchObject([
      201,
      { kind: 'CORRECTION', totalCents: 95 + 500, invoices: 2, creditNotes: 1, creditedCents: 305 },
    ]);
    const { body: credits } = await school.agent.get(path(`/billing-runs/${body.runId}/credit-notes`));
    expect(credits.items).toMatchObject([
      { state: 'DRAFT', number: null, invoiceNumber: 'F-2026-000001', family: 'ARNAUD', totalCents: 305 },
    ]);
    expect((await issue(body.runId)).body).toMatchObject({ state: 'ISSUED', issued: 2 });
    expect(await invoices(zoe.familyId)).toMatchObject([
      { number: 'F-2026-000002', totalCents: 95 },
      { number: 'F-2026-000001', totalCents: 610, creditedCents: 305, openCents: 305 },
    ]);
    const { invoiceId } = (await invoices(zoe.familyId))[0]!;
    const { body: details } = await school.agent.get(path(`/invoices/${String(invoiceId)}`));
    expect(details.children[0].lines[0]).toMatchObject({
      label: 'Cantine, mardi 8 septembre 2026 (absence injustifiée) (complément)',
      explanation: expect.arrayContaining(['déjà facturé\u00a0: 3,05\u00a0€', 'complément\u00a0: 0,95\u00a0€']),
    });
    // A second one finds nothing to bill.
    expect((await start('CORRECTION')).body).toMatchObject({ totalCents: 0, invoices: 0, creditNotes: 0 });
    await expectPricesExplained(service);
    await expectLedgerHolds(service);
  });

  it('gives back what was paid, which then pays the next invoice at once', async () => {
    await school.regisseur.post(path('/payments'), {
      ...{ familyId: zoe.familyId, means: 'CASH', receivedOn: '2026-10-01', cents: 610 },
    });
    await correct(monday, zoe.childId, 'ABSENT_JUSTIFIED');
    await correct(tuesday, zoe.childId, 'ABSENT_UNJUSTIFIED');
    const { runId } = (await start('CORRECTION')).body;
    expect((await issue(runId)).status).toBe(200);
    const [second] = await invoices(zoe.familyId);
    expect(second).toMatchObject({ totalCents: 95, openCents: 0, settlement: 'SETTLED' });
    expect(await school.regisseur.post(path(`/families/${zoe.familyId}/credit-uses`))).toMatchObject({
      status: 409,
      body: { code: 'NO_CREDIT_TO_USE' },
    });
    await expectLedgerHolds(service);
  });

  it('is out of date once a credit note was made by hand, and thrown away without a trace', async () => {
    await correct(monday, zoe.childId, 'ABSENT_JUSTIFIED');
    const { runId } = (await start('CORRECTION')).body;
    const [{ invoiceId }] = (await invoices(zoe.familyId)) as [{ invoiceId: number }];
    const [{ chargeId }] = (await school.agent.get(path(`/invoices/${invoiceId}/charges`))).body;
    const lines = [{ chargeId, cents: 105 }];
    await school.agent.post(path(`/invoices/${invoiceId}/credit-notes`), { reason: 'DISCOUNT', lines });
    expect(await issue(runId)).toMatchObject({ status: 409, body: { code: 'RUN_OUTDATED' } });
    expect((await school.agent.post(path(`/billing-runs/${runId}/computations`))).body).toMatchObject({
      creditedCents: 200,
    });
    expect((await school.agent.post(path(`/billing-runs/${runId}/discarding`))).body).toMatchObject({
      ...{ state: 'DISCARDED', creditNotes: 0 },
    });
    await expectLedgerHolds(service);
  });

  it('gives a day back to one foyer and charges it to the other, when it is known late who had the child', async () => {
    // Nobody booked for Léo, who came: his foyer of that day pays. The other foyer's week is noted after the bill.
    await correct(monday, leo.childId, 'PRESENT');
    await issue((await start('CORRECTION')).body.runId);
    expect(await invoices(leo.familyId)).toMatchObject([{ totalCents: 500, openCents: 500 }]);
    const other = await service.fixtures.family(school.collectiviteId, { name: 'CARON' });
    await service.database.unit(async () => {
      await service.database.change('UPDATE custodies SET family_id = ? WHERE child_id = ?', [other, leo.childId]);
      await service.database.change('UPDATE sessions SET revision = revision + 1 WHERE id = ?', [monday]);
    });
    const { runId } = (await start('CORRECTION')).body;
    expect((await issue(runId)).body).toMatchObject({ issued: 1, totalCents: 500, creditNotes: 1, creditedCents: 500 });
    expect(await invoices(leo.familyId)).toMatchObject([{ creditedCents: 500, openCents: 0 }]);
    expect(await invoices(other)).toMatchObject([{ totalCents: 500, openCents: 500 }]);
    await expectLedgerHolds(service);
  });

  it('is of days that were billed, one at a time, by somebody who says why', async () => {
    expect(
      await school.agent.post(path('/billing-runs'), { from: '2026-09-30', to: '2026-10-01', kind: 'CORRECTION' }),
    ).toMatchObject({ status: 422, body: { code: 'PERIOD_NOT_BILLED' } });
    const { runId } = (await start('CORRECTION')).body;
    for (const kind of ['CORRECTION', 'ORDINARY']) expect((await start(kind)).body.code).toBe('PERIOD_ALREADY_BILLED');
    await issue(runId);
    expect((await start()).body).toMatchObject({ code: 'PERIOD_ALREADY_BILLED' });
    const entries = [{ childId: zoe.childId, state: 'PRESENT' }];
    expect((await school.agent.put(path(`/sessions/${monday}/roll/corrections`), { entries })).status).toBe(400);
    expect((await school.agent.put(path(`/sessions/${monday}/roll`), { entries })).body.code).toBe(
      'SESSION_ALREADY_BILLED',
    );
  });
});
