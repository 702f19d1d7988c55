import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { euros } from '../../../src/kernel/french.js';
import { CreditBalances, creditUseEntry, OpenBalances, PostEntry, refundEntry } from '../../../src/ledger/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { invoiceNumber, issuedInvoice } from '../../support/issued-invoice.js';

describe('payments that do not hold', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestationId: number;
  let regisseur: Api;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('reversals', '2026-11-26T10:00:00+01:00');
    collectiviteId = await service.fixtures.collectivite({ regie_label: 'Régie périscolaire' });
    const siteId = await service.fixtures.site(collectiviteId);
    prestationId = (await service.fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' })).id;
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  async function invoiceOf(familyId: number, cents: number) {
    const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents }];
    const number = ++serial;
    const invoice = { collectiviteId, familyId, number, lines, issuedOn: '2026-11-02', dueOn: '2026-12-02' };
    return { id: await issuedInvoice(service, invoice), number: invoiceNumber(number) };
  }

  async function familyOwing(cents: number) {
    const familyId = await service.fixtures.family(collectiviteId);
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email: account.email, account_id: account.id });
    return { familyId, account, invoice: await invoiceOf(familyId, cents) };
  }

  const path = (rest: string) => `/collectivites/${collectiviteId}/${rest}`;
  const pay = async (body: object): Promise<{ id: number; receiptNumber: string }> =>
    (await regisseur.post(path('payments'), { means: 'CHEQUE', receivedOn: '2026-11-20', ...body })).body;
  const reverse = (paymentId: number, body: object = { reason: 'UNPAID_CHEQUE' }) =>
    regisseur.post(path(`payments/${paymentId}/reversals`), body);
  const due = async (familyId: number) =>
    (await service.app.get(OpenBalances).ofFamily(collectiviteId, familyId)).map(({ invoiceId, open }) => [
      invoiceId,
      open.reduce((sum, { cents }) => sum + cents, 0),
    ]);
  const credit = async (familyId: number) =>
    (await service.app.get(CreditBalances).ofFamilies(collectiviteId, [familyId])).get(familyId);
  async function use(familyId: number, invoiceId: number, cents: number): Promise<void> {
    const row = { collectivite_id: collectiviteId, family_id: familyId, invoice_id: invoiceId, amount_cents: cents };
    const id = await service.fixtures.row('credit_uses', { ...row, used_on: '2026-11-21', created_at: 0 });
    await service.app.get(PostEntry).run({
      collectiviteId,
      source: { kind: 'credit-use', id },
      date: Temporal.PlainDate.from('2026-11-21'),
      label: 'Avoir utilisé',
      entry: creditUseEntry(familyId, [{ invoiceId, prestationId, cents }]),
    });
  }

  it('leave the invoice to pay again, a numbered paper, a mail, and a receipt that says so', async () => {
    const { familyId, account, invoice } = await familyOwing(9600);
    const payment = await pay({ familyId, cents: 9600, reference: 'CIC 12' });
    const answer = await reverse(payment.id, {
      reason: 'UNPAID_CHEQUE',
      note: 'Provision insuffisante',
      occurredOn: '2026-11-24',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      number: 'AQ-2026-000001',
      receiptNumber: payment.receiptNumber,
      reasonLabel: 'chèque impayé',
      accountedOn: '2026-11-24',
      dueAgain: [{ invoiceNumber: invoice.number, prestation: 'Cantine', cents: 9600 }],
      stillDueCents: 9600,
      alreadyReversed: false,
    });
    expect(await due(familyId)).toEqual([[invoice.id, 9600]]);
    const again = await reverse(payment.id, { reason: 'MISTAKE' });
    expect(again).toMatchObject({ status: 200, body: { number: 'AQ-2026-000001', alreadyReversed: true } });

    await service.settle();
    // The receipt may leave at the same moment, before or after it.
    const told = await service.mails.to(account.email);
    const mail = told.find(({ subject }) => subject === `Votre paiement de ${euros(9600)} est annulé`)!;
    expect(mail.text).toContain('chèque impayé (Provision insuffisante)');
    expect(mail.attachments).toMatchObject([{ filename: `annulation-${payment.receiptNumber}.pdf` }]);

    const parent = await service.api.signedIn(account.email, account.password);
    const [shown] = (await parent.get(`/families/${familyId}/payments`)).body.items;
    expect(shown.annulled).toEqual({ number: 'AQ-2026-000001', on: '2026-11-24', reasonLabel: 'chèque impayé' });
    const receipt = await parent.get(`/families/${familyId}/payments/${payment.id}/receipt`);
    expect(receipt.headers['content-disposition']).toContain('annulee.pdf');
    expect((await parent.get(`/families/${familyId}/payments/${payment.id}/reversal`)).headers).toMatchObject({
      'content-type': 'application/pdf',
    });
    // The same payment, recorded anew at once: the annulled one is not taken for its first click.
    expect((await pay({ familyId, cents: 9600, reference: 'CIC 12' })).id).not.toBe(payment.id);
  });

  it('take back the credit that they left, undoing its latest uses as far as they are needed', async () => {
    const { familyId, invoice } = await familyOwing(1000);
    const payment = await pay({ familyId, cents: 3000, excess: 'CREDIT' });
    const later = [await invoiceOf(familyId, 1200), await invoiceOf(familyId, 500)];
    await use(familyId, later[0]!.id, 1200);
    await use(familyId, later[1]!.id, 500);
    await pay({ familyId, cents: 1600, excess: 'CREDIT' });
    expect(await credit(familyId)).toBe(1900);
    const answer = await reverse(payment.id);
    expect(answer.body).toMatchObject({
      creditCents: 2000,
      creditUndone: [{ invoiceNumber: later[1]!.number, cents: 500 }],
      stillDueCents: 1500,
    });
    expect(await credit(familyId)).toBe(400);
    const shown = await regisseur.get(`/families/${familyId}/credit/movements?limit=2`);
    expect(shown.body.items).toMatchObject([
      { kind: 'payment-reversal', kindLabel: 'paiement annulé', cents: -2000, paymentId: payment.id },
      { kind: 'credit-use-reversal', cents: 500, paymentId: null },
    ]);
    const earlier = await regisseur.get(`/families/${familyId}/credit/movements?after=${shown.body.next}`);
    expect(earlier.body.items.map(({ cents }: { cents: number }) => cents)).toEqual([1600, -500, -1200, 2000]);
    expect((await regisseur.get(`/families/${familyId}/credit`)).body).toEqual({
      heldCents: 400,
      freeCents: 400,
      refundRequest: null,
    });
    expect(await due(familyId)).toEqual([
      [invoice.id, 1000],
      [later[1]!.id, 500],
    ]);
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('are taken off the report of the days, which tells what is held by means and for families', async () => {
    const made = await regisseur.post(path('collection-reports'), { from: '2026-11-01', to: '2026-11-26' });
    expect(made.status).toBe(201);
    const [cheques] = made.body.accounts;
    expect(cheques).toMatchObject({ means: 'CHEQUE', openingCents: 0, receivedCents: 23_800, reversedCents: -12_600 });
    expect(cheques.closingCents).toBe(made.body.totalCents);
    expect(made.body).toMatchObject({ operations: 4, totalCents: 11_200, heldCents: 1600 });
    expect(made.body.byPrestation).toMatchObject([{ label: expect.stringContaining('Cantine'), cents: 9600 }]);
    expect(made.body.deductions).toMatchObject([
      { number: 'AQ-2026-000001', reason: 'chèque impayé', cents: 9600 },
      { number: 'AQ-2026-000002', cents: 3000 },
    ]);
    expect(made.body.credits).toMatchObject({ receivedCents: 1600, usedCents: -1200, closingCents: 400 });
    const pdf = await regisseur.get(path(`collection-reports/${made.body.id}/pdf`));
    expect(pdf.headers['content-type']).toBe('application/pdf');
  });

  it('are refused while their credit is in the hands of the family', async () => {
    const { familyId } = await familyOwing(100);
    const payment = await pay({ familyId, cents: 700, excess: 'CREDIT' });
    await service.app.get(PostEntry).run({
      collectiviteId,
      source: { kind: 'refund', id: 999_999 },
      date: Temporal.PlainDate.from('2026-11-26'),
      label: 'Remboursement',
      entry: refundEntry(familyId, 'TRANSFER', 600),
    });
    const answer = await reverse(payment.id);
    expect(answer).toMatchObject({ status: 409, body: { code: 'CREDIT_GIVEN_BACK' } });
    expect(answer.body.detail).toContain(euros(600));
  });

  it('cannot have failed before they came in, and are those of the collectivité', async () => {
    const { familyId } = await familyOwing(100);
    const payment = await pay({ familyId, cents: 100 });
    expect(await reverse(payment.id, { reason: 'OTHER', occurredOn: '2026-11-19' })).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT_DATE_REFUSED' },
    });
    const elsewhere = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'regisseur' }]);
    const stranger = await service.api.signedIn(email, password);
    const answer = await stranger.post(`/collectivites/${elsewhere}/payments/${payment.id}/reversals`, {
      reason: 'OTHER',
    });
    expect(answer.status).toBe(404);
  });
});
