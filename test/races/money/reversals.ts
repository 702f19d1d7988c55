import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OpenBalances } from '../../../src/ledger/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Answer, Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

describe('a payment that does not hold', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestationId: number;
  let regisseur: Api;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('reversals-races', '2026-11-26T10:00:00+01:00');
    collectiviteId = await service.fixtures.collectivite();
    const siteId = await service.fixtures.site(collectiviteId);
    prestationId = (await service.fixtures.prestation(collectiviteId, siteId)).id;
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  async function paid(cents: number): Promise<{ familyId: number; paymentId: number }> {
    const familyId = await service.fixtures.family(collectiviteId);
    const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents }];
    await issuedInvoice(service, { collectiviteId, familyId, number: ++serial, lines });
    const body = { familyId, cents, means: 'CHEQUE', receivedOn: '2026-11-26' };
    const { body: payment } = await regisseur.post(`/collectivites/${collectiviteId}/payments`, body);
    return { familyId, paymentId: payment.id };
  }
  const reverse = (paymentId: number): Promise<Answer> =>
    regisseur.post(`/collectivites/${collectiviteId}/payments/${paymentId}/reversals`, { reason: 'UNPAID_CHEQUE' });

  it('is annulled once, whoever asks at the same time', async () => {
    const { familyId, paymentId } = await paid(5000);
    const answers = await Promise.all(Array.from({ length: 6 }, () => reverse(paymentId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.number as string)).size).toBe(1);
    const [invoice] = await service.app.get(OpenBalances).ofFamily(collectiviteId, familyId);
    expect(invoice!.open).toMatchObject([{ cents: 5000 }]);
  });

  it('a dozen at once are numbered without a gap', async () => {
    const payments: number[] = [];
    for (let index = 0; index < 12; index += 1) payments.push((await paid(700)).paymentId);
    const answers = await Promise.all(payments.map(reverse));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });
});
