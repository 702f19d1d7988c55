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
