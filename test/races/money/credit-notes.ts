import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { expectLedgerHolds } from '../../support/ledger.js';
import { addHousehold, holdSession, openSchool, reserve } from '../../support/school.js';

describe('credit notes at the same time', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('credit-note-races', '2026-10-01T09:00:00+02:00');
  });
  afterAll(() => service.stop());

  it('take back a line once, beside a payment, with unbroken numbers', async () => {
    const school = await openSchool(service);
    const zoe = await addHousehold(service, school, 'ARNAUD');
    for (const date of ['2026-09-01', '2026-09-03'])
      await reserve(service, school, await holdSession(service, school, date), zoe);
    const path = (rest: string) => `/collectivites/${school.collectiviteId}${rest}`;
    const period = { from: '2026-09-01', to: '2026-09-30' };
    const { runId } = (await school.regisseur.post(path('/billing-runs'), period)).body;
    await school.regisseur.post(path(`/billing-runs/${runId}/issuances`));
    const { invoiceId } = (await school.agent.get(path('/invoices'))).body.items[0];
    const [{ chargeId }] = (await school.agent.get(path(`/invoices/${invoiceId}/charges`))).body;
    const credit = (body: object) => school.agent.post(path(`/invoices/${invoiceId}/credit-notes`), body);
    const answers = await Promise.all([
      ...[1, 2, 3, 4].map(() => credit({ reason: 'DISCOUNT', lines: [{ chargeId, cents: 150 }] })),
      school.regisseur.post(path('/payments'), {
        ...{ familyId: zoe.familyId, means: 'CASH', receivedOn: '2026-10-01', cents: 200 },
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422, 422]);
    expect(await credit({ reason: 'CANCELLATION' })).toMatchObject({
      body: { number: 'A-2026-000003', totalCents: 310, heldCents: 200 },
    });
    await expectLedgerHolds(service);
  });
});

describe('corrections at the same time', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('correction-races', '2026-10-01T09:00:00+02:00');
  });
  afterAll(() => service.stop());

  it('give back and charge once, whoever issues them how often, beside credit notes made by hand', async () => {
    const school = await openSchool(service);
    const path = (rest: string) => `/collectivites/${school.collectiviteId}${rest}`;
    const period = { from: '2026-09-01', to: '2026-09-30' };
    const sessionId = await holdSession(service, school, '2026-09-07');
    const families = [];
    for (let rank = 1; rank <= 30; rank += 1) {
      families.push(await addHousehold(service, school, `FAMILLE${rank}`));
      await reserve(service, school, sessionId, families.at(-1)!);
    }
    const first = (await school.regisseur.post(path('/billing-runs'), period)).body;
    await school.regisseur.post(path(`/billing-runs/${first.runId}/issuances`));
    const entries = families.map(({ childId }, rank) => {
      return {
        childId,
        state: rank % 2 === 0 ? 'ABSENT_JUSTIFIED' : 'ABSENT_UNJUSTIFIED',
        reason: 'feuille retrouvée',
      };
    });
    await school.agent.put(path(`/sessions/${sessionId}/roll/corrections`), { entries });
    const begun = await Promise.all(
      [1, 2, 3].map(() => school.regisseur.post(path('/billing-runs'), { ...period, kind: 'CORRECTION' })),
    );
    expect(begun.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { runId } = begun.find(({ status }) => status === 201)!.body;
    const { invoiceId } = (await school.agent.get(path(`/invoices?familyId=${families[0]!.familyId}`))).body.items[0];
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => school.regisseur.post(path(`/billing-runs/${runId}/issuances`))),
      school.agent.post(path(`/invoices/${invoiceId}/credit-notes`), { reason: 'CANCELLATION' }),
    ]);
    // Either the credit note by hand came first, and all are told to compute again; or it finds nothing left.
    const outcome = answers.map(({ status }) => status);
    expect([
      [200, 200, 200, 409],
      [200, 200, 200, 422],
      [409, 409, 409, 201],
    ]).toContainEqual(outcome);
    if (outcome[0] === 409) {
      await school.regisseur.post(path(`/billing-runs/${runId}/computations`));
      await school.regisseur.post(path(`/billing-runs/${runId}/issuances`));
    }
    const { body } = await school.regisseur.get(path(`/billing-runs/${runId}`));
    expect(body).toMatchObject({ state: 'ISSUED', issued: 15, totalCents: 15 * 95 });
    expect((await school.agent.get(path('/credit-notes'))).body.items).toHaveLength(15);
    await expectLedgerHolds(service);
  });
});
