import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { sumCents } from '../../../src/kernel/money.js';
import { OpenBalances, Receipts } from '../../../src/ledger/index.js';
import type { Answer, Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

describe('payments recorded at the same instant', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestationId: number;
  let regisseur: Api;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('payments-races', '2026-11-26T10:00:00+01:00');
    collectiviteId = await service.fixtures.collectivite();
    const siteId = await service.fixtures.site(collectiviteId);
    prestationId = (await service.fixtures.prestation(collectiviteId, siteId)).id;
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  async function familyOwing(cents: number): Promise<number> {
    const familyId = await service.fixtures.family(collectiviteId);
    const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents }];
    await issuedInvoice(service, { collectiviteId, familyId, number: ++serial, lines, issuedOn: '2026-11-02' });
    return familyId;
  }

  const pay = (body: object, by = regisseur): Promise<Answer> =>
    by.post(`/collectivites/${collectiviteId}/payments`, { means: 'CHEQUE', receivedOn: '2026-11-26', ...body });
  const together = (count: number, one: (index: number) => Promise<Answer>) =>
    Promise.all(Array.from({ length: count }, (_, index) => one(index)));
  const stillDue = async (familyId: number) => {
    const invoices = await service.app.get(OpenBalances).ofFamily(collectiviteId, familyId);
    return sumCents(invoices.flatMap(({ open }) => open.map(({ cents }) => cents)));
  };

  it('a nervous click is one payment', async () => {
    const familyId = await familyOwing(10_000);
    const answers = await together(6, () => pay({ familyId, cents: 1000, reference: 'CIC 1' }));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id as number)).size).toBe(1);
    expect(await stillDue(familyId)).toBe(9000);
  });

  it('a key sent twice at once is one payment', async () => {
    const familyId = await familyOwing(10_000);
    const keyed = regisseur.withHeaders({ 'idempotency-key': 'deux-fois-en-meme-temps' });
    const answers = await together(4, () => pay({ familyId, cents: 1000, confirmSecond: true }, keyed));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id as number)).size).toBe(1);
    expect(await stillDue(familyId)).toBe(9000);
  });

  it('two payments of the whole: one accepted, the other refused', async () => {
    const familyId = await familyOwing(10_000);
    const answers = await together(2, (index) => pay({ familyId, cents: 10_000, reference: `Chèque ${index}` }));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)!.body).toMatchObject({ code: 'PAYMENT_EXCEEDS_DUE' });
    expect(await stillDue(familyId)).toBe(0);
  });

  it('twenty families at once: receipts are numbered without a gap, and the ledger has it all', async () => {
    const families: number[] = [];
    for (let index = 0; index < 20; index += 1) families.push(await familyOwing(700));
    const answers = await together(20, (index) => pay({ familyId: families[index], cents: 700, means: 'TRANSFER' }));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const numbers = answers.map(({ body }) => Number(String(body.receiptNumber).slice(-6))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => numbers[0]! + index));
    const day = Temporal.PlainDate.from('2026-11-26');
    const { byMeans } = await service.app.get(Receipts).between(collectiviteId, day, day);
    expect(byMeans.find(({ means }) => means === 'TRANSFER')).toEqual({
      means: 'TRANSFER',
      cents: 14_000,
      operations: 20,
    });
  });
});
