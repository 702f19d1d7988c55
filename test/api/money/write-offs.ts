import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { euros } from '../../../src/kernel/french.js';
import { OpenBalances } from '../../../src/ledger/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { invoiceNumber, issuedInvoice } from '../../support/issued-invoice.js';

const REMISSION = { kind: 'REMISSION', decisionReference: 'délibération 2026-112', decidedOn: '2026-11-12' };

describe('debts that the collectivité gives up', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestations: readonly number[];
  let regisseur: Api;
  let administrateur: Api;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('write-offs', '2026-11-26T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite();
    const siteId = await fixtures.site(collectiviteId);
    const cantine = await fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' });
    const garderie = await fixtures.prestation(collectiviteId, siteId, { name: 'Garderie' });
    prestations = [cantine.id, garderie.id];
    const one = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(one.email, one.password);
    const other = await fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    administrateur = await service.api.signedIn(other.email, other.password);
  });
  afterAll(() => service.stop());

  const path = (rest: string) => `/collectivites/${collectiviteId}/${rest}`;
  async function owing(...invoices: (readonly number[])[]) {
    const familyId = await service.fixtures.family(collectiviteId);
    const { email } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { civility: 'MADAME', email });
    const ids: number[] = [];
    for (const amounts of invoices) {
      const lines = amounts.map((cents, index) => {
        return { prestationId: prestations[index]!, imputation: { nature: '7067', function: '281' }, cents };
      });
      ids.push(await issuedInvoice(service, { collectiviteId, familyId, number: ++serial, lines }));
    }
    return { familyId, email, ids, numbers: ids.map((_, index) => invoiceNumber(serial - ids.length + 1 + index)) };
  }
  const giveUp = (body: object) => regisseur.post(path('write-offs'), { ...REMISSION, ...body });
  async function due(familyId: number, debt: 'FAMILY' | 'CLAIM' = 'FAMILY'): Promise<number[]> {
    const open = await service.app.get(OpenBalances).ofFamily(collectiviteId, familyId, debt);
    return open.map((invoice) => invoice.open.reduce((sum, { cents }) => sum + cents, 0));
  }
  async function takenOver(invoiceIds: readonly number[]): Promise<void> {
    const codes = { codique: '034012', siret: '21120001200014', collectiviteCode: '123', budgetCode: '00' };
    await administrateur.put(path('treasury-settings'), { mode: 'TITRE', budgetLabel: 'Budget principal', ...codes });
    for (const id of prestations)
      await administrateur.put(path(`prestations/${id}/product-code`), { from: '2026-09-01', code: 'CANT' });
    await regisseur.post(path('claim-batches'), { kind: 'TITRE', invoiceIds });
    await service.settle();
  }

  it('of a remise gracieuse, a part of an invoice and another whole: a paper, a mail, and so much less to pay', async () => {
    const family = await owing([1000, 500], [700]);
    const answer = await giveUp({
      familyId: family.familyId,
      invoices: [{ invoiceId: family.ids[0], cents: 300 }, { invoiceId: family.ids[1] }],
      note: 'Dossier du CCAS',
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        number: 'NV-2026-000001',
        kindLabel: 'remise gracieuse',
        nature: '6577',
        debt: 'FAMILY',
        decidedOn: '2026-11-12',
        accountedOn: '2026-11-26',
        cents: 1000,
        stillDueCents: 1200,
        parts: [
          { invoiceNumber: family.numbers[0], prestation: 'Cantine', cents: 200 },
          { invoiceNumber: family.numbers[0], prestation: 'Garderie', cents: 100 },
          { invoiceNumber: family.numbers[1], prestation: 'Cantine', cents: 700 },
        ],
      },
    });
    expect(await due(family.familyId)).toEqual([1200]);
    await service.settle();
    const mails = await service.mails.to(family.email);
    const mail = mails.find(({ subject }) => subject === `Une remise de ${euros(1000)} vous est accordée`)!;
    expect(mail.attachments).toMatchObject([{ filename: 'abandon-de-creance-NV-2026-000001.pdf' }]);
    const pdf = await regisseur.get(path(`write-offs/${answer.body.id}/pdf`));
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const list = await regisseur.get(path(`write-offs?familyId=${family.familyId}`));
    expect(list.body.items).toMatchObject([{ number: 'NV-2026-000001', note: 'Dossier du CCAS' }]);
  });

  it('of what the comptable could not collect, on the nature that the mairie chose, without a word to the family', async () => {
    const family = await owing([4000], [2000]);
    await takenOver(family.ids.slice(0, 1));
    expect(await due(family.familyId, 'CLAIM')).toEqual([4000]);
    expect((await administrateur.get(path('write-off-natures'))).body).toEqual({
      UNCOLLECTABLE: '6541',
      EXTINGUISHED: '6542',
      REMISSION: '6577',
    });
    const natures = { UNCOLLECTABLE: '65411', EXTINGUISHED: '6542', REMISSION: '6577' };
    expect((await administrateur.put(path('write-off-natures'), natures)).status).toBe(204);
    await service.settle();
    const told = (await service.mails.to(family.email)).length;

    const both = { familyId: family.familyId, invoices: family.ids.map((invoiceId) => ({ invoiceId })) };
    expect(await giveUp(both)).toMatchObject({ status: 422, body: { code: 'WRITE_OFF_REFUSED' } });
    const one = { ...both, kind: 'UNCOLLECTABLE', invoices: both.invoices.slice(0, 1) };
    expect((await giveUp(one)).body).toMatchObject({ debt: 'CLAIM', nature: '65411', cents: 4000, stillDueCents: 0 });
    expect([await due(family.familyId), await due(family.familyId, 'CLAIM')]).toEqual([[2000], []]);
    await service.settle();
    expect(await service.mails.to(family.email)).toHaveLength(told);
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('at the comptable, is undone while he holds the debt', async () => {
    const family = await owing([4000], [2000]);
    await takenOver(family.ids);
    const some = (invoiceId: number | undefined, cents: number) =>
      giveUp({ familyId: family.familyId, invoices: [{ invoiceId, cents }] });
    const [{ body: first }, { body: second }] = [await some(family.ids[0], 4000), await some(family.ids[1], 500)];
    const undo = (id: number) => regisseur.post(path(`write-offs/${id}/reversals`), { note: 'Erreur' });
    expect((await undo(first.id)).status).toBe(200);
    expect(await due(family.familyId, 'CLAIM')).toEqual([4000, 1500]);
    const { lines } = (await regisseur.get(path(`arrears?familyId=${family.familyId}`))).body;
    const titre = expect.stringMatching(/^2026-[1-9]\d*$/);
    expect(lines).toMatchObject([
      { invoicedCents: 4000, settledCents: 0, writtenOffCents: 0, openCents: 4000, titre },
      { invoicedCents: 2000, settledCents: 500, writtenOffCents: 500, openCents: 1500, titre },
    ]);
    expect(lines[0].titre).not.toBe(lines[1].titre);
    const [batch] = (await regisseur.get(path('claim-batches'))).body.items;
    await regisseur.post(path(`claim-batches/${batch.id}/returns`), { reason: 'Erreur de tiers' });
    expect(await undo(second.id)).toMatchObject({ status: 422, body: { code: 'WRITE_OFF_REFUSED' } });
    expect([await due(family.familyId), await due(family.familyId, 'CLAIM')]).toEqual([[4000, 1500], []]);
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('is undone once by the mirror of its entry: due again where it was, said on the paper and to who was told', async () => {
    const family = await owing([1000, 500]);
    const { body: made } = await giveUp({
      familyId: family.familyId,
      invoices: [{ invoiceId: family.ids[0], cents: 300 }],
    });
    const at = (rest: string) => path(`write-offs/${made.id}/${rest}`);
    const original = await regisseur.get(at('pdf'));
    // On a day that is closed already, it counts for the first one that is open.
    expect((await regisseur.post(path('closed-days'), { to: '2026-11-26' })).status).toBeLessThan(300);
    const undo = () => regisseur.post(at('reversals'), { note: 'Saisie sur la mauvaise famille.' });
    for (const answer of [await undo(), await undo()]) {
      const cancelled = { on: '2026-11-27', note: 'Saisie sur la mauvaise famille.' };
      expect(answer).toMatchObject({ status: 200, body: { number: made.number, cancelled } });
    }
    expect(await due(family.familyId)).toEqual([1500]);
    await service.settle();
    const told = (await service.mails.to(family.email)).map(({ subject }) => subject);
    expect(told.filter((subject) => subject === `La remise de ${euros(300)} est annulée`)).toHaveLength(1);
    const print = await regisseur.get(at('pdf'));
    expect(print.headers['content-disposition']).toContain('-annule.pdf');
    expect(print.bytes.equals(original.bytes)).toBe(false);
    const [listed] = (await regisseur.get(path(`write-offs?familyId=${family.familyId}`))).body.items;
    expect(listed.cancelled).toMatchObject({ on: '2026-11-27' });
    expect((await giveUp({ familyId: family.familyId, invoices: [{ invoiceId: family.ids[0] }] })).body).toMatchObject({
      ...{ number: 'NV-2026-000006', cents: 1500, accountedOn: '2026-11-27' },
    });
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('is never more than what remains due, of that family, by a decision already taken', async () => {
    const family = await owing([1000]);
    const other = await owing([1000]);
    const [invoiceId] = family.ids;
    const refused = { status: 422, body: { code: 'WRITE_OFF_REFUSED' } };
    const about = { familyId: family.familyId, invoices: [{ invoiceId }] };
    expect(await giveUp({ ...about, invoices: [{ invoiceId, cents: 1001 }] })).toMatchObject(refused);
    expect(await giveUp({ ...about, familyId: other.familyId })).toMatchObject(refused);
    expect(await giveUp({ ...about, decidedOn: '2026-11-27' })).toMatchObject(refused);
    expect(await giveUp({ ...about, familyId: 999_999 })).toMatchObject({ status: 404 });

    const elsewhere = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'regisseur' }]);
    const stranger = await service.api.signedIn(email, password);
    const answer = await stranger.post(`/collectivites/${elsewhere}/write-offs`, { ...REMISSION, ...about });
    expect(answer.status).toBe(404);
    const { body: made } = await giveUp(about);
    expect((await stranger.get(`/collectivites/${elsewhere}/write-offs/${made.id}/pdf`)).status).toBe(404);
    const undo = `/collectivites/${elsewhere}/write-offs/${made.id}/reversals`;
    expect((await stranger.post(undo, { note: 'x' })).status).toBe(404);
    expect(await giveUp(about)).toMatchObject(refused);
    expect(await due(family.familyId)).toEqual([]);
  });
});
