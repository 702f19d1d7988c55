import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckLedger } from '../../../src/treasury/index.js';
import { euros } from '../../../src/kernel/french.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { invoiceNumber, issuedInvoice } from '../../support/issued-invoice.js';

describe('payments at the counter', () => {
  let service: RunningService;
  let collectiviteId: number;
  let regisseur: Api;
  let cantine: { prestationId: number; imputation: { nature: string; function: string } };
  let garderie: typeof cantine;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('payments', '2026-11-26T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite({ regie_label: 'Régie périscolaire', regisseur_name: 'Rémi Gisseur' });
    const siteId = await fixtures.site(collectiviteId);
    const first = await fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' });
    const second = await fixtures.prestation(collectiviteId, siteId, { name: 'Garderie du soir', cesu_accepted: 1 });
    cantine = { prestationId: first.id, imputation: { nature: '7067', function: '281' } };
    garderie = { prestationId: second.id, imputation: { nature: '7067', function: '288' } };
    regisseur = await signedInAs('regisseur');
  });
  afterAll(() => service.stop());

  async function signedInAs(role: 'regisseur' | 'agent' | 'administrateur'): Promise<Api> {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role }]);
    return service.api.signedIn(email, password);
  }

  /** A family with an adult who has an account, and one invoice. */
  async function familyOwing(cantineCents: number, garderieCents = 0) {
    const familyId = await service.fixtures.family(collectiviteId);
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email: account.email, account_id: account.id });
    const lines = [
      { ...cantine, cents: cantineCents },
      { ...garderie, cents: garderieCents },
    ];
    const number = ++serial;
    const invoice = { collectiviteId, familyId, number, lines, issuedOn: '2026-11-02', dueOn: '2026-12-02' };
    const invoiceId = await issuedInvoice(service, invoice);
    return { familyId, invoiceId, invoiceNumber: invoiceNumber(number), account };
  }

  const pay = (body: object, by = regisseur) =>
    by.post(`/collectivites/${collectiviteId}/payments`, { means: 'CHEQUE', receivedOn: '2026-11-25', ...body });

  it('settles the invoice by prestation, gives a receipt, and writes to the family', async () => {
    const { familyId, invoiceId, invoiceNumber: number, account } = await familyOwing(7200, 2400);
    const answer = await pay({ familyId, cents: 4800, reference: 'CIC 001' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      familyId,
      meansLabel: 'chèque',
      cents: 4800,
      receivedOn: '2026-11-25',
      accountedOn: '2026-11-25',
      payerName: 'Camille DURAND',
      receiptNumber: 'Q-2026-000001',
      settled: [
        { invoiceId, invoiceNumber: number, prestation: 'Cantine', cents: 3600 },
        { invoiceId, invoiceNumber: number, prestation: 'Garderie du soir', cents: 1200 },
      ],
      stillDueCents: 4800,
      alreadyRecorded: false,
    });
    await service.settle();
    const [mail] = await service.mails.to(account.email);
    expect(mail!.subject).toBe(`Votre paiement de ${euros(4800)} est enregistré`);
    expect(mail!.text).toContain(`Il reste ${euros(4800)} à régler`);
    expect(mail!.attachments).toMatchObject([
      { filename: 'quittance-Q-2026-000001.pdf', contentType: 'application/pdf' },
    ]);
  });

  it('holds what exceeds the debts where that is asked, and says it on the receipt', async () => {
    const { familyId, account } = await familyOwing(500);
    const answer = await pay({ familyId, cents: 800, excess: 'CREDIT' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ cents: 800, heldCents: 300, settled: [{ cents: 500 }], stillDueCents: 0 });
    expect((await pay({ familyId, cents: 200, excess: 'CREDIT' })).body).toMatchObject({ heldCents: 200, settled: [] });
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
    await service.settle();
    // Two receipts left together: either may arrive first.
    const texts = (await service.mails.to(account.email)).map(({ text }) => text);
    expect(texts.filter((text) => text!.includes(`${euros(300)} sont gardés en avoir`))).toHaveLength(1);
  });

  it('is refused above what is due, then accepted to the cent', async () => {
    const { familyId } = await familyOwing(5000);
    const over = await pay({ familyId, cents: 5001 });
    expect(over).toMatchObject({ status: 422, body: { code: 'PAYMENT_EXCEEDS_DUE' } });
    expect(over.body.detail).toContain(euros(5000));
    expect(await pay({ familyId, cents: 5000 })).toMatchObject({ status: 201, body: { stillDueCents: 0 } });
    const again = await pay({ familyId, cents: 1 });
    expect(again.body).toMatchObject({ code: 'PAYMENT_EXCEEDS_DUE' });
    expect(again.body.detail).toContain('Il ne reste rien à payer');
  });

  it('goes to the invoices that the régisseur says', async () => {
    const { familyId, invoiceId } = await familyOwing(3000);
    const number = ++serial;
    const second = await issuedInvoice(service, {
      collectiviteId,
      familyId,
      number,
      lines: [{ ...cantine, cents: 2000 }],
    });
    const answer = await pay({ familyId, cents: 1500, shares: [{ invoiceId: second, cents: 1500 }] });
    expect(answer.body.settled).toMatchObject([{ invoiceId: second, cents: 1500 }]);
    const shares = [{ invoiceId: second, cents: 501 }];
    expect(await pay({ familyId, cents: 501, shares })).toMatchObject({ body: { code: 'PAYMENT_EXCEEDS_DUE' } });
    const other = await familyOwing(100);
    const stranger = await pay({ familyId, cents: 100, shares: [{ invoiceId: other.invoiceId, cents: 100 }] });
    expect(stranger).toMatchObject({ status: 422, body: { code: 'PAYMENT_SHARES_DIFFER' } });
    expect(await pay({ familyId, cents: 3500 })).toMatchObject({
      body: {
        settled: [
          { invoiceId: second, cents: 500 },
          { invoiceId, cents: 3000 },
        ],
        stillDueCents: 0,
      },
    });
  });

  it('by CESU pays childcare, never meals; in cash, 300 € at most', async () => {
    const { familyId } = await familyOwing(40000, 2400);
    expect((await pay({ familyId, means: 'CESU', cents: 2401 })).body.detail).toContain(euros(2400));
    expect(await pay({ familyId, means: 'CESU', cents: 2400 })).toMatchObject({
      status: 201,
      body: { settled: [{ prestation: 'Garderie du soir', cents: 2400 }] },
    });
    expect((await pay({ familyId, means: 'CESU', cents: 1 })).body).toMatchObject({ code: 'PAYMENT_MEANS_REFUSED' });
    expect((await pay({ familyId, means: 'CASH', cents: 30001 })).body).toMatchObject({
      code: 'PAYMENT_MEANS_REFUSED',
    });
  });

  it('received last month counts for today: the months before are closed', async () => {
    const { familyId } = await familyOwing(1000);
    expect(await pay({ familyId, cents: 500, receivedOn: '2026-10-31' })).toMatchObject({
      status: 201,
      body: { receivedOn: '2026-10-31', accountedOn: '2026-11-26' },
    });
    expect(await pay({ familyId, cents: 500, receivedOn: '2026-11-27' })).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT_DATE_REFUSED' },
    });
  });

  it('clicked twice is one payment, unless the second is confirmed', async () => {
    const { familyId } = await familyOwing(5000);
    const first = await pay({ familyId, cents: 1000, means: 'CASH' });
    const second = await pay({ familyId, cents: 1000, means: 'CASH' });
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id, alreadyRecorded: true } });
    expect(await pay({ familyId, cents: 1000, means: 'CASH', confirmSecond: true })).toMatchObject({
      status: 201,
      body: { stillDueCents: 3000, alreadyRecorded: false },
    });
    service.clock.advance({ minutes: 3 });
    expect(await pay({ familyId, cents: 1000, means: 'CASH' })).toMatchObject({ status: 201 });
  });

  it('asked again with its Idempotency-Key answers the same', async () => {
    const { familyId } = await familyOwing(5000);
    const keyed = regisseur.withHeaders({ 'idempotency-key': 'guichet-2026-0001' });
    const first = await pay({ familyId, cents: 1000 }, keyed);
    service.clock.advance({ minutes: 5 });
    const again = await pay({ familyId, cents: 1000 }, keyed);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
  });

  it('prints the original once at the counter, then a duplicata; the family has the original', async () => {
    const { familyId, account } = await familyOwing(1000);
    const { body } = await pay({ familyId, cents: 1000 });
    const path = `/collectivites/${collectiviteId}/payments/${body.id}/receipt`;
    const original = await regisseur.get(path);
    expect(original.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''quittance-${body.receiptNumber}.pdf`,
    });
    expect(original.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const reprint = await regisseur.get(path);
    expect(reprint.headers['content-disposition']).toContain('duplicata');
    const parent = await service.api.signedIn(account.email, account.password);
    const own = await parent.get(`/families/${familyId}/payments/${body.id}/receipt`);
    expect(own.bytes.equals(original.bytes)).toBe(true);
    expect(await parent.get(`/families/${familyId}/payments`)).toMatchObject({
      body: { items: [{ id: body.id, cents: 1000 }], next: null },
    });
  });

  it('keeps a journal with unbroken receipt numbers', async () => {
    const path = `/collectivites/${collectiviteId}/payments?from=2026-11-01&to=2026-11-30`;
    const all = await regisseur.get(path);
    const numbers = (all.body.items as { receiptNumber: string }[]).map(({ receiptNumber }) => receiptNumber);
    expect(numbers).toEqual(numbers.map((_, index) => `Q-2026-${String(index + 1).padStart(6, '0')}`));
    const page = await regisseur.get(`${path}&limit=2`);
    expect(page.body.items).toHaveLength(2);
    expect(page.body.next).toBe(page.body.items[1].id);
    expect((await regisseur.get(`${path}&limit=2&after=${page.body.next}`)).body.items[0].receiptNumber).toBe(
      numbers[2],
    );
    expect((await regisseur.get(`/collectivites/${collectiviteId}/payments?to=2026-10-31`)).body.items).toEqual([]);
  });

  it('is recorded by the régisseur alone, for a family of the collectivité, and seen by nobody else', async () => {
    const { familyId, account } = await familyOwing(1000);
    const agent = await signedInAs('agent');
    expect((await pay({ familyId, cents: 100 }, agent)).status).toBe(403);
    const elsewhere = await service.fixtures.collectivite();
    const foreignFamily = await service.fixtures.family(elsewhere);
    expect((await pay({ familyId: foreignFamily, cents: 100 })).status).toBe(404);
    const { body } = await pay({ familyId, cents: 100 });
    const other = await familyOwing(1000);
    const stranger = await service.api.signedIn(other.account.email, other.account.password);
    expect((await stranger.get(`/families/${familyId}/payments`)).status).toBe(404);
    expect((await stranger.get(`/families/${other.familyId}/payments/${body.id}/receipt`)).status).toBe(404);
    const parent = await service.api.signedIn(account.email, account.password);
    expect((await parent.get(`/collectivites/${collectiviteId}/payments`)).status).toBe(403);
  });

  it('says which field is wrong', async () => {
    const answer = await pay({ familyId: 'x', means: 'BITCOIN', cents: 1.5, receivedOn: '26/11/2026', shares: [{}] });
    expect(answer.status).toBe(400);
    const fields = (answer.body.errors as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['familyId', 'means', 'cents', 'receivedOn', 'shares[0].cents']));
  });
});
