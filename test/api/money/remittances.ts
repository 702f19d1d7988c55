import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { euros } from '../../../src/kernel/french.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

describe('what is handed over to the Trésorerie', () => {
  let service: RunningService;
  let collectiviteId: number;
  let familyId: number;
  let regisseur: Api;

  beforeAll(async () => {
    service = await startService('remittances', '2026-11-26T10:00:00+01:00');
    collectiviteId = await service.fixtures.collectivite({ regisseur_name: 'Rémi Gisseur' });
    familyId = await service.fixtures.family(collectiviteId);
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  const path = (rest: string) => `/collectivites/${collectiviteId}/${rest}`;
  const pay = async (cents: number, more: object = {}): Promise<number> => {
    const body = { familyId, means: 'CHEQUE', cents, excess: 'CREDIT', receivedOn: '2026-11-20', ...more };
    return (await regisseur.post(path('payments'), body)).body.id;
  };
  const reverse = (paymentId: number) =>
    regisseur.post(path(`payments/${paymentId}/reversals`), { reason: 'UNPAID_CHEQUE' });
  const hand = (body: object = {}) => regisseur.post(path('remittances'), { means: 'CHEQUE', ...body });

  it('is every payment of one means that holds, once, on a numbered bordereau', async () => {
    const kept = await pay(1000, { reference: 'CIC 1' });
    await reverse(await pay(700));
    await pay(2000, { reference: 'CIC 2' });
    await pay(5000, { means: 'CARD' });
    await pay(300, { receivedOn: '2026-11-25' });
    const made = await hand({ handedOn: '2026-11-24' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      number: 'V-2026-000001',
      accountedOn: '2026-11-24',
      totalCents: 3000,
      deductions: [],
      lines: [
        { receiptNumber: 'Q-2026-000001', reference: 'CIC 1', cents: 1000 },
        { receiptNumber: 'Q-2026-000003', reference: 'CIC 2', cents: 2000 },
      ],
    });
    const pdf = await regisseur.get(path(`remittances/${made.body.id}/pdf`));
    expect(pdf.headers['content-type']).toBe('application/pdf');

    // One that bounces afterwards is taken off the next.
    await reverse(kept);
    const short = await hand();
    expect(short).toMatchObject({ status: 422, body: { code: 'NOTHING_TO_HAND_OVER' } });
    expect(short.body.detail).toContain(euros(700));
    await pay(900);
    expect((await hand()).body).toMatchObject({
      number: 'V-2026-000002',
      payments: 2,
      deductedCents: 1000,
      totalCents: 200,
      deductions: [{ receiptNumber: 'Q-2026-000001', reason: 'chèque impayé' }],
    });
    expect((await hand()).body.detail).toContain('aucun paiement');
    expect((await regisseur.get(path('remittances'))).body.items).toMatchObject([{ payments: 2 }, { payments: 2 }]);
    const second = (await regisseur.get(path('remittances'))).body.items[0].id;
    const csv = await regisseur.get(path(`remittances/${second}/csv`));
    expect(csv.text.split('\r\n').slice(-3)).toEqual([
      'Q-2026-000001;AQ-2026-000002;;;;chèque impayé;-10,00',
      'Total;;;;;;2,00',
      '',
    ]);
    const xlsx = await readXlsx((await regisseur.get(path(`remittances/${second}/xlsx`))).bytes);
    expect(xlsx.sheets[0]!.rows.at(-1)!.at(-1)).toBe(2);
    const report = await regisseur.get(path('collection-reports/preview?from=2026-11-01&to=2026-11-30'));
    expect(report.body.accounts).toMatchObject([
      { means: 'CHEQUE', handedOverCents: -3200, closingCents: 0 },
      { means: 'CARD', handedOverCents: 0, closingCents: 5000 },
    ]);
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('is taken back while the Trésorerie has not received it: the number stays, what was on it goes on another', async () => {
    const made = (await hand({ means: 'CARD' })).body;
    expect(made).toMatchObject({ number: 'V-2026-000003', totalCents: 5000, accepted: null, cancelled: null });
    const at = (rest: string) => path(`remittances/${made.id}/${rest}`);
    const original = await regisseur.get(at('pdf'));
    const cancel = () => regisseur.post(at('reversals'), { note: 'Ticket oublié' });
    for (const answer of [await cancel(), await cancel()])
      expect(answer).toMatchObject({ status: 200, body: { cancelled: { on: '2026-11-26', note: 'Ticket oublié' } } });
    const print = await regisseur.get(at('pdf'));
    expect(print.headers['content-disposition']).toContain('V-2026-000003-annule.pdf');
    expect(print.bytes.equals(original.bytes)).toBe(false);
    const accept = (id: number, body: object = { acceptedOn: '2026-11-26', reference: 'P1E 118' }) =>
      regisseur.post(path(`remittances/${id}/acceptances`), body);
    expect(await accept(made.id)).toMatchObject({ status: 409, body: { code: 'REMITTANCE_CLOSED' } });

    const second = (await hand({ means: 'CARD' })).body;
    expect(second).toMatchObject({ number: 'V-2026-000004', totalCents: 5000, lines: made.lines });
    expect(await accept(second.id, { acceptedOn: '2026-11-27' })).toMatchObject({ status: 422 });
    for (const answer of [await accept(second.id), await accept(second.id)])
      expect(answer.body).toMatchObject({ accepted: { on: '2026-11-26', reference: 'P1E 118' }, cancelled: null });
    const late = await regisseur.post(path(`remittances/${second.id}/reversals`), { note: 'Trop tard' });
    expect(late).toMatchObject({ status: 409, body: { code: 'REMITTANCE_CLOSED' } });
    // One of which another deducts something is taken back after that one.
    const [, , deducting, first] = (await regisseur.get(path('remittances'))).body.items;
    const refused = await regisseur.post(path(`remittances/${first.id}/reversals`), { note: 'Mauvais jour' });
    expect(refused.body.detail).toContain(deducting.number);
    const report = await regisseur.get(path('collection-reports/preview?from=2026-11-01&to=2026-11-30'));
    expect(report.body.accounts[1]).toMatchObject({ means: 'CARD', handedOverCents: -5000, closingCents: 0 });
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('is not handed over before its day, and is nobody else’s business', async () => {
    expect(await hand({ handedOn: '2026-11-27' })).toMatchObject({ body: { code: 'PAYMENT_DATE_REFUSED' } });
    const elsewhere = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'regisseur' }]);
    const stranger = await service.api.signedIn(email, password);
    const own = `/collectivites/${elsewhere}/remittances/1`;
    expect((await stranger.get(own)).status).toBe(404);
    expect((await stranger.post(`${own}/reversals`, { note: 'x' })).status).toBe(404);
    expect((await stranger.post(`${own}/acceptances`, { acceptedOn: '2026-11-26' })).status).toBe(404);
  });
});
