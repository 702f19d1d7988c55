import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { euros } from '../../../src/kernel/french.js';
import { Database } from '../../../src/platform/database/database.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

const IBAN = 'FR76 3000 6000 0112 3456 7890 189';
const account = { iban: IBAN, holder: 'Camille Durand' };

describe('credits given back to families', () => {
  let service: RunningService;
  let collectiviteId: number;
  let regisseur: Api;

  beforeAll(async () => {
    service = await startService('refunds', '2026-11-26T10:00:00+01:00');
    collectiviteId = await service.fixtures.collectivite({ regisseur_name: 'Rémi Gisseur' });
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  const path = (rest: string) => `/collectivites/${collectiviteId}/${rest}`;
  async function familyHolding(cents: number, more: object = {}) {
    const familyId = await service.fixtures.family(collectiviteId);
    const body = { familyId, means: 'TRANSFER', cents, excess: 'CREDIT', receivedOn: '2026-11-20', ...more };
    const { body: payment } = await regisseur.post(path('payments'), body);
    return { familyId, paymentId: payment.id as number };
  }
  const refund = (...refunds: object[]) => regisseur.post(path('refund-lists'), { refunds });

  it('are asked for by the family, paid in a numbered list, and never more than what is free', async () => {
    const asks = await familyHolding(2400);
    const { familyId } = asks;
    const login = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email: login.email, account_id: login.id });
    const parent = await service.api.signedIn(login.email, login.password);
    const credit = `/families/${familyId}/credit`;
    const wrong = await parent.post(`${credit}/refund-request`, { ...account, iban: 'FR7630006000011234567890188' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'REFUND_REFUSED', errors: [{ field: 'iban' }] } });
    expect((await parent.post(`${credit}/refund-request`, account)).status).toBe(201);
    expect((await parent.get(credit)).body).toMatchObject({ refundRequest: { account: 'FR76 •••• 0189' } });
    expect((await regisseur.get(path('refund-requests'))).body.items).toMatchObject([{ familyId, freeCents: 2400 }]);

    const typed = await familyHolding(1000);
    const tooMuch = await refund({ familyId }, { familyId: typed.familyId, cents: 1001, account });
    expect(tooMuch).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'refunds.1.cents', message: expect.stringContaining(euros(1000)) }] },
    });
    const made = await refund({ familyId }, { familyId: typed.familyId, cents: 400, account });
    expect(made).toMatchObject({
      status: 201,
      body: {
        number: 'R-2026-000001',
        totalCents: 2800,
        lines: [
          { familyId, holder: 'Camille Durand', account: 'FR76 •••• 0189', cents: 2400, cancelled: null },
          { familyId: typed.familyId, cents: 400 },
        ],
      },
    });
    expect(await parent.get(credit)).toMatchObject({ body: { heldCents: 0, freeCents: 0, refundRequest: null } });
    const movements = await parent.get(`${credit}/movements`);
    expect(movements.body.items[0]).toMatchObject({
      kind: 'refund',
      label: 'Remboursement R-2026-000001',
      cents: -2400,
    });
    expect(await refund({ familyId })).toMatchObject({ body: { code: 'REFUND_REFUSED' } });
    expect(await refund({ familyId, account: [] })).toMatchObject({ status: 400 });

    await service.settle();
    const mails = await service.mails.to(login.email);
    const told = mails.find(({ subject }) => subject === `${euros(2400)} vous sont remboursés`)!;
    expect(told.text).toContain('le compte FR76 •••• 0189');

    const list = path(`refund-lists/${made.body.id}`);
    expect((await regisseur.get(`${list}/pdf`)).headers['content-type']).toBe('application/pdf');
    const csv = (await regisseur.get(`${list}/csv`)).text;
    expect(csv).toContain('Camille Durand;FR7630006000011234567890189;;24,00;');
    const database = service.app.get(Database);
    const sealed = await database.read(() => database.rows<{ account: string }>('SELECT account FROM refunds'));
    expect(sealed).toHaveLength(2);
    expect(JSON.stringify(sealed)).not.toContain('01123456789');

    // The credit is in the hands of the family: what left it cannot be undone before the refund is.
    const reverse = () => regisseur.post(path(`payments/${asks.paymentId}/reversals`), { reason: 'TRANSFER_RECALLED' });
    expect(await reverse()).toMatchObject({ status: 409, body: { code: 'CREDIT_GIVEN_BACK' } });
    const cancel = () => regisseur.post(path(`refunds/${made.body.lines[0].id}/reversals`), { note: 'Compte clôturé' });
    for (const answer of [await cancel(), await cancel()]) {
      expect(answer.status).toBe(200);
      expect(answer.body.lines).toMatchObject([{ cancelled: { note: 'Compte clôturé' } }, { cancelled: null }]);
    }
    expect((await parent.get(credit)).body).toMatchObject({ heldCents: 2400 });
    await service.settle();
    const undone = (await service.mails.to(login.email)).filter(({ subject }) => subject?.includes('n’a pas abouti'));
    expect(undone).toHaveLength(1);
    expect(undone[0]!.text).toMatch(/Motif\s: Compte clôturé\./);
    expect((await reverse()).status).toBe(201);

    // What was refunded is taken off the next bordereau of the transfers, once; what came back is counted with it.
    const hand = () => regisseur.post(path('remittances'), { means: 'TRANSFER' });
    const handed = await hand();
    expect(handed.body).toMatchObject({
      totalCents: 600,
      deductedCents: 400,
      refunds: [
        { number: 'R-2026-000001', reason: 'avoirs remboursés', transfers: 2, cents: 2800 },
        { reason: 'remboursements annulés ou revenus', transfers: 1, cents: -2400 },
      ],
    });
    const table = (await regisseur.get(path(`remittances/${handed.body.id}/csv`))).text.split('\r\n');
    expect(table.slice(-4, -1)).toEqual([
      ';R-2026-000001;26/11/2026;;;avoirs remboursés;-28,00',
      ';R-2026-000001;26/11/2026;;;remboursements annulés ou revenus;24,00',
      'Total;;;;;;6,00',
    ]);
    expect((await hand()).body.detail).toContain('aucun paiement');
    const report = await regisseur.get(path('collection-reports/preview?from=2026-11-01&to=2026-11-30'));
    expect(report.body).toMatchObject({
      totalCents: 1000,
      deductions: [{ number: 'AQ-2026-000001', cents: 2400 }],
      refunds: [{ cents: 2800 }, { cents: -2400 }],
      accounts: [{ means: 'TRANSFER', refundedCents: -400, handedOverCents: -600, closingCents: 0 }],
      credits: { refundedCents: -400, closingCents: 600 },
    });
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('are nobody else’s business, and a request can be taken back', async () => {
    const { familyId } = await familyHolding(500);
    const login = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email: login.email, account_id: login.id });
    const parent = await service.api.signedIn(login.email, login.password);
    const request = `/families/${familyId}/credit/refund-request`;
    await parent.post(request, account);
    expect((await parent.delete(request)).status).toBe(204);
    expect((await parent.delete(request)).status).toBe(404);
    expect(await refund({ familyId })).toMatchObject({ body: { errors: [{ field: 'refunds.0.account' }] } });
    const elsewhere = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'regisseur' }]);
    const stranger = await service.api.signedIn(email, password);
    const body = { refunds: [{ familyId, account }] };
    expect((await stranger.post(`/collectivites/${elsewhere}/refund-lists`, body)).status).toBe(404);
    expect((await stranger.get(`/collectivites/${elsewhere}/refund-lists/1`)).status).toBe(404);
  });
});
