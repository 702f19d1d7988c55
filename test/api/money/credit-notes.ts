import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MakeCreditNote } from '../../../src/billing/index.js';
import { CreditBalances } from '../../../src/ledger/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';
import { expectLedgerHolds } from '../../support/ledger.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

const OCTOBER_1 = '2026-10-01T09:00:00+02:00';

describe('a credit note', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let parent: Api;
  let invoiceId: number;
  let path: (rest: string) => string;

  const charges = async () => (await school.agent.get(path(`/invoices/${invoiceId}/charges`))).body;
  const credit = (body: object) => school.agent.post(path(`/invoices/${invoiceId}/credit-notes`), body);
  const pay = (cents: number) =>
    school.regisseur.post(path('/payments'), {
      ...{ familyId: zoe.familyId, means: 'CASH', receivedOn: '2026-10-01', cents },
    });
  const held = async () =>
    (await service.app.get(CreditBalances).ofFamilies(school.collectiviteId, [zoe.familyId])).get(zoe.familyId);

  beforeAll(async () => {
    service = await startService('credit-notes', OCTOBER_1);
  });
  beforeEach(async () => {
    school = await openSchool(service);
    path = (rest) => `/collectivites/${school.collectiviteId}${rest}`;
    zoe = await addHousehold(service, school, 'ARNAUD');
    for (const date of ['2026-09-01', '2026-09-03', '2026-09-04'])
      await reserve(service, school, await holdSession(service, school, date), zoe);
    const { runId } = (await school.regisseur.post(path('/billing-runs'), { from: '2026-09-01', to: '2026-09-30' }))
      .body;
    await school.regisseur.post(path(`/billing-runs/${runId}/issuances`));
    parent = await service.api.signedIn(zoe.email, PASSWORD);
    invoiceId = (await parent.get(`/families/${zoe.familyId}/invoices`)).body.items[0].invoiceId;
  });
  afterAll(() => service.stop());

  it('lowers what is still due, line by line, and leaves the invoice as it is', async () => {
    const [first, second] = await charges();
    expect(first).toMatchObject({ prestation: 'Cantine', date: '2026-09-01', cents: 305, creditedCents: 0 });
    const lines = [{ chargeId: first.chargeId }, { chargeId: second.chargeId, cents: 100 }];
    const made = await credit({ reason: 'POINTING_ERROR', lines });
    expect(made).toMatchObject({
      status: 201,
      body: {
        number: 'A-2026-000001',
        invoiceNumber: 'F-2026-000001',
        reasonInFrench: 'Erreur de pointage',
        ...{ totalCents: 405, loweredCents: 405, heldCents: 0 },
      },
    });
    const { body: invoice } = await parent.get(`/families/${zoe.familyId}/invoices/${invoiceId}`);
    expect(invoice).toMatchObject({ totalCents: 915, creditedCents: 405, openCents: 510, settlement: 'WAITING' });
    expect(invoice.creditNotes).toMatchObject([
      { number: 'A-2026-000001', lines: [{ cents: 305 }, { billedCents: 305, cents: 100 }] },
    ]);
    expect(await held()).toBe(0);
    await expectLedgerHolds(service);
  });

  it('makes a credit of what was paid, and says so to the family', async () => {
    expect((await pay(500)).status).toBe(201);
    const { body } = await credit({ reason: 'OTHER', reasonText: 'Panne du four' });
    expect(body).toMatchObject({ totalCents: 915, loweredCents: 415, heldCents: 500, reasonInFrench: 'Panne du four' });
    expect(await held()).toBe(500);
    expect((await parent.get(`/families/${zoe.familyId}/invoices/${invoiceId}`)).body).toMatchObject({
      ...{ openCents: 0, settlement: 'SETTLED' },
    });
    await service.settle();
    const mail = (await service.mails.to(zoe.email)).find(({ subject }) => subject?.includes('A-2026-000001'))!;
    expect(mail.text).toContain('5,00\u00a0€ de ce qui est repris');
    expect((await parent.get(`/families/${zoe.familyId}/credit-notes`)).body.items).toMatchObject([
      { totalCents: 915 },
    ]);
    const pdf = await parent.get(`/families/${zoe.familyId}/credit-notes/${body.creditNoteId}/pdf`);
    expect(pdf.headers['content-disposition']).toContain('avoir-A-2026-000001.pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await expectLedgerHolds(service);
  });

  it('credits a family with what it paid, not with what was given up for it', async () => {
    const decision = { kind: 'REMISSION', decisionReference: 'délibération 12', decidedOn: '2026-10-01' };
    const invoices = [{ invoiceId, cents: 300 }];
    const { body: given } = await school.regisseur.post(path('/write-offs'), {
      ...{ ...decision, familyId: zoe.familyId, invoices },
    });
    expect((await pay(200)).status).toBe(201);
    const { body } = await credit({ reason: 'CANCELLATION' });
    expect(body).toMatchObject({ totalCents: 915, loweredCents: 715, heldCents: 200 });
    expect(await held()).toBe(200);
    // What was taken back is due no more: the decision stays as it is.
    const undo = await school.regisseur.post(path(`/write-offs/${given.id}/reversals`), { note: 'Erreur' });
    expect(undo).toMatchObject({ status: 422, body: { code: 'WRITE_OFF_REFUSED' } });
    await expectLedgerHolds(service);
  });

  it('stands in the way of undoing what was given up of the same prestation, whatever stands of another', async () => {
    school = await openSchool(service);
    zoe = await addHousehold(service, school, 'ARNAUD');
    const garderie = await service.fixtures.prestation(school.collectiviteId, school.siteId, { name: 'Garderie' });
    await service.fixtures.enrolment(school.collectiviteId, garderie.id, zoe.childId);
    for (const canteen of [school.canteen, garderie])
      await reserve(service, school, await holdSession(service, { ...school, canteen }, '2026-09-01'), zoe);
    const { body: run } = await school.regisseur.post(path('/billing-runs'), { from: '2026-09-01', to: '2026-09-30' });
    await school.regisseur.post(path(`/billing-runs/${run.runId}/issuances`));
    parent = await service.api.signedIn(zoe.email, PASSWORD);
    invoiceId = (await parent.get(`/families/${zoe.familyId}/invoices`)).body.items[0].invoiceId;
    const giveUp = async (cents: number) =>
      (
        await school.regisseur.post(path('/write-offs'), {
          ...{ kind: 'REMISSION', decisionReference: 'délibération 12', decidedOn: '2026-10-01' },
          ...{ familyId: zoe.familyId, invoices: [{ invoiceId, cents }] },
        })
      ).body;
    const [first] = [await giveUp(300), await giveUp(310)];
    expect(first.parts).toMatchObject([{ cents: 150 }, { cents: 150 }]);
    const [{ chargeId }] = await charges();
    expect((await credit({ reason: 'CANCELLATION', lines: [{ chargeId }] })).body).toMatchObject({ heldCents: 0 });
    const undo = await school.regisseur.post(path(`/write-offs/${first.id}/reversals`), { note: 'Erreur' });
    expect(undo).toMatchObject({ status: 422, body: { code: 'WRITE_OFF_REFUSED' } });
    expect((await parent.get(`/families/${zoe.familyId}/invoices/${invoiceId}`)).body).toMatchObject({ openCents: 0 });
    await expectLedgerHolds(service);
  });

  it('of an invoice at the Trésorerie credits no payment that did not hold', async () => {
    const { fixtures, api } = service;
    const one = await fixtures.account([{ collectiviteId: school.collectiviteId, role: 'administrateur' }]);
    const administrateur = await api.signedIn(one.email, one.password);
    const codes = { codique: '034012', siret: '21120001200014', collectiviteCode: '123', budgetCode: '00' };
    await administrateur.put(path('/treasury-settings'), {
      mode: 'TITRE',
      budgetLabel: 'Budget principal',
      leastCents: 0,
      ...codes,
    });
    await administrateur.put(path(`/prestations/${school.canteen.id}/product-code`), {
      from: '2026-09-01',
      code: 'CANT',
    });
    const paid = await pay(200);
    await school.regisseur.post(path('/claim-batches'), { kind: 'TITRE', invoiceIds: [invoiceId] });
    await service.settle();
    const unpaid = await school.regisseur.post(path(`/payments/${paid.body.id}/reversals`), { reason: 'MISTAKE' });
    expect(unpaid.body).toMatchObject({ waitingCents: 200 });
    const { body } = await credit({ reason: 'DOUBLE_BILLING' });
    expect(body).toMatchObject({ totalCents: 915, loweredCents: 915, heldCents: 0 });
    expect(await held()).toBe(0);
    await expectLedgerHolds(service);
  });

  it('never takes back more than what remains, and needs a reason', async () => {
    const [first] = await charges();
    const some = (cents: number) => credit({ reason: 'DISCOUNT', lines: [{ chargeId: first.chargeId, cents }] });
    expect((await some(200)).status).toBe(201);
    expect(await some(106)).toMatchObject({
      status: 422,
      body: { code: 'CREDIT_EXCEEDS_INVOICE', errors: [{ field: 'lines[0].cents' }] },
    });
    expect((await credit({ reason: 'CANCELLATION' })).body).toMatchObject({ number: 'A-2026-000002', totalCents: 715 });
    expect(await credit({ reason: 'CANCELLATION' })).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_TO_CREDIT' },
    });
    for (const body of [
      {},
      { reason: 'OTHER' },
      { reason: 'CORRECTION' },
      { reason: 'TARIFF', lines: [] },
      { reason: 'TARIFF', lines: null },
    ])
      expect((await credit(body)).status).toBe(400);
  });

  it('is made once from what the machine heard, and once from a key of the agent', async () => {
    const asked = {
      ...{ collectiviteId: school.collectiviteId, invoiceId, lines: 'WHOLE' as const },
      ...{ reason: 'CANCELLATION' as const, reasonText: null, accountId: null, sourceKey: 'reservation:7' },
    };
    const [one, two] = [
      await service.app.get(MakeCreditNote).run(asked),
      await service.app.get(MakeCreditNote).run(asked),
    ];
    expect([two.id, two.totalCents]).toEqual([one.id, 915]);
  });

  it('does not exist for another family, nor another commune', async () => {
    const { creditNoteId } = (await credit({ reason: 'TARIFF' })).body;
    const other = await addHousehold(service, school, 'BERNARD');
    const stranger = await service.api.signedIn(other.email, PASSWORD);
    for (const familyId of [zoe.familyId, other.familyId])
      for (const rest of [`/${creditNoteId}`, `/${creditNoteId}/pdf`])
        expect((await stranger.get(`/families/${familyId}/credit-notes${rest}`)).status).toBe(404);
    const elsewhere = await openSchool(service);
    const from = `/collectivites/${elsewhere.collectiviteId}`;
    expect((await elsewhere.agent.get(`${from}/credit-notes/${creditNoteId}`)).status).toBe(404);
    expect(
      (await elsewhere.agent.post(`${from}/invoices/${invoiceId}/credit-notes`, { reason: 'TARIFF' })).status,
    ).toBe(404);
    const list = (query: string) => school.agent.get(path(`/credit-notes?${query}`));
    expect((await list(`familyId=${zoe.familyId}`)).body.items).toMatchObject([{ creditNoteId }]);
    expect((await list(`familyId=${other.familyId}`)).body.items).toEqual([]);
  });
});
