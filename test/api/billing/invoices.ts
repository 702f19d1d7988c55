import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

describe('the invoices of a family', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let leo: Household;
  let parent: Api;
  let invoiceId: number;

  beforeAll(async () => {
    service = await startService('invoices', '2026-10-01T09:00:00+02:00');
    school = await openSchool(service);
    zoe = await addHousehold(service, school, 'ARNAUD');
    leo = await addHousehold(service, school, 'BERNARD');
    for (const date of ['2026-09-01', '2026-09-03', '2026-09-04']) {
      const session = await holdSession(service, school, date);
      await reserve(service, school, session, zoe);
      await reserve(service, school, session, leo);
    }
    await waysToPay(service, school.collectiviteId, leo.familyId);
    const runs = `/collectivites/${school.collectiviteId}/billing-runs`;
    const { runId } = (await school.regisseur.post(runs, { from: '2026-09-01', to: '2026-09-30' })).body;
    await school.regisseur.post(`${runs}/${runId}/issuances`);
    parent = await service.api.signedIn(zoe.email, PASSWORD);
    invoiceId = (await parent.get(`/families/${zoe.familyId}/invoices`)).body.items[0].invoiceId;
  });
  afterAll(() => service.stop());

  it('wait for payment until the ledger says otherwise', async () => {
    const list = (state: string) => parent.get(`/families/${zoe.familyId}/invoices?state=${state}`);
    expect((await list('waiting')).body.items).toMatchObject([
      { number: 'F-2026-000001', totalCents: 915, openCents: 915, dueOn: '2026-10-31', settlement: 'WAITING' },
    ]);
    expect((await list('settled')).body).toEqual({ items: [], next: null });
    expect((await list('autre')).status).toBe(400);
    service.clock.set(Temporal.Instant.from('2026-11-01T00:30:00+01:00'));
    const late = await service.api.signedIn(zoe.email, PASSWORD);
    expect((await late.get(`/families/${zoe.familyId}/invoices?state=waiting`)).body.items[0].settlement).toBe('LATE');
    service.clock.set(Temporal.Instant.from('2026-10-01T09:00:00+02:00'));
  });

  it('say how they can be paid: online where that is open, by debit where the family let the mairie do it', async () => {
    const rows = await service.database.read(() =>
      service.database.rows<{ snapshot: string }>("SELECT snapshot FROM invoices WHERE state = 'ISSUED' ORDER BY id"),
    );
    expect(rows.map(({ snapshot }) => JSON.parse(snapshot).ways)).toEqual([
      { onlineUrl: `https://famille.test/factures/${invoiceId}` },
      { directDebit: { on: '2026-11-02', cents: 915, account: 'FR76 •••• 0189' } },
    ]);
    await service.settle();
    const [debited] = await service.mails.to(leo.email);
    expect(debited!.subject).toContain('prélèvement de 9,15\u00a0€ le lundi 2 novembre 2026');
  });

  it('say day by day why each price', async () => {
    const { body } = await parent.get(`/families/${zoe.familyId}/invoices/${invoiceId}`);
    expect(body.children).toHaveLength(1);
    expect(body.children[0].groups).toMatchObject([
      { prestation: 'Cantine', unitCents: 305, cents: 915, why: 'Quotient familial 642,5\u00a0: tranche B' },
    ]);
    expect(body.children[0].lines[0]).toMatchObject({
      date: '2026-09-01',
      label: 'Cantine, mardi 1er septembre 2026',
      explanation: expect.arrayContaining(['prix promis à la réservation, le 1er septembre 2026']),
    });
  });

  it('keep the words of the day of issue, whatever is renamed later', async () => {
    await service.database.unit(async () => {
      await service.database.change("UPDATE prestations SET name = 'Restaurant' WHERE id = ?", [school.canteen.id]);
      await service.database.change("UPDATE children SET first_name = 'Autre' WHERE id = ?", [zoe.childId]);
    });
    const { body } = await parent.get(`/families/${zoe.familyId}/invoices/${invoiceId}`);
    expect(body.children[0].groups[0].prestation).toBe('Cantine');
    expect(body.children[0].name).not.toContain('Autre');
  });

  it('are announced by mail, once to each adult', async () => {
    await service.settle();
    await service.settle();
    const mails = await service.mails.to(zoe.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toContain('F-2026-000001');
    expect(mails[0]!.text).toContain('9,15\u00a0€');
    expect(mails[0]!.text).toContain('samedi 31 octobre 2026');
    expect(mails[0]!.text).toContain(`https://famille.test/factures/${invoiceId}`);
  });

  it('are a PDF, drawn on demand or by the task, and the same whichever', async () => {
    const path = `/families/${leo.familyId}/invoices`;
    const other = await service.api.signedIn(leo.email, PASSWORD);
    const { invoiceId: id } = (await other.get(path)).body.items[0];
    const [first, second] = await Promise.all([other.get(`${path}/${id}/pdf`), other.get(`${path}/${id}/pdf`)]);
    expect(first.headers['content-type']).toBe('application/pdf');
    expect(first.headers['content-disposition']).toContain('facture-F-2026-000002.pdf');
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second.bytes.equals(first.bytes)).toBe(true);
    service.clock.advance({ minutes: 1 });
    await service.settle();
    const missing = await service.database.read(() =>
      service.database.rows('SELECT id FROM invoices WHERE pdf_file_id IS NULL'),
    );
    expect(missing).toEqual([]);
  });

  it('do not exist for another family', async () => {
    const stranger = await service.api.signedIn(leo.email, PASSWORD);
    for (const rest of ['', `/${invoiceId}`, `/${invoiceId}/pdf`])
      expect((await stranger.get(`/families/${zoe.familyId}/invoices${rest}`)).status).toBe(404);
    for (const rest of [`/${invoiceId}`, `/${invoiceId}/pdf`])
      expect((await stranger.get(`/families/${leo.familyId}/invoices${rest}`)).status).toBe(404);
  });

  it('are listed for the mairie, page by page, with filters', async () => {
    const list = (query: string) => school.agent.get(`/collectivites/${school.collectiviteId}/invoices?${query}`);
    const first = (await list('limit=1')).body;
    expect(first.items).toMatchObject([{ number: 'F-2026-000002' }]);
    const second = (await list(`limit=1&after=${first.next}`)).body;
    expect(second).toMatchObject({ items: [{ number: 'F-2026-000001' }], next: null });
    expect((await list(`familyId=${zoe.familyId}&state=waiting`)).body.items).toHaveLength(1);
    expect((await list('state=settled')).body.items).toEqual([]);
    expect((await list('issuedFrom=2026-10-02')).body.items).toEqual([]);
    expect((await list('issuedFrom=2026-10-01&issuedTo=2026-10-01')).body.items).toHaveLength(2);
  });

  it('leave the list of those to pay as soon as they are settled, a part is not enough', async () => {
    const { collectiviteId, regisseur } = school;
    const list = async (state: string) => {
      const { body } = await school.agent.get(`/collectivites/${collectiviteId}/invoices?limit=1&state=${state}`);
      return [body.items.map(({ number }: { number: string }) => number), body.next === null];
    };
    const pay = (cents: number) =>
      regisseur.post(`/collectivites/${collectiviteId}/payments`, {
        ...{ familyId: zoe.familyId, means: 'CASH', receivedOn: '2026-10-01', cents },
      });
    expect((await pay(900)).status).toBe(201);
    expect([await list('waiting'), await list('settled')]).toEqual([
      [['F-2026-000002'], false],
      [[], true],
    ]);
    expect((await pay(15)).status).toBe(201);
    expect([await list('waiting'), await list('settled')]).toEqual([
      [['F-2026-000002'], true],
      [['F-2026-000001'], true],
    ]);
  });
});

/** A PayFiP contract in production, and a mandate of one family for the account of the régie. */
async function waysToPay({ fixtures }: RunningService, collectiviteId: number, familyId: number): Promise<void> {
  const scope = { collectivite_id: collectiviteId };
  const contract = {
    numcli: '012345',
    mode: 'W',
    active: 1,
    several_invoices: 1,
    most_cents: 9_999_999,
    reference_form: 'NUMBER',
  };
  await fixtures.row('payfip_settings', { ...scope, ...contract, updated_at: 0 });
  const dft = { dft_service: 'TGDFT034', ddfip_codique: '034000', ddfip_name: 'DDFiP', dft_iban: 'FR76' };
  await fixtures.row('sepa_settings', {
    ...{ ...scope, ...dft, credited_iban: 'FR76', credited_bic: 'TRPUFRP1', offered: 1, mode: 'REGIE_DFT' },
    ...{ ics: 'FR72ZZZ123456', creditor_name: 'Régie', mandate_prefix: 'CANTINE', notice_days: 14 },
    ...{ first_sequence: 'RCUR', pain_version: 'pain.008.001.02', changed_at: 0 },
  });
  const guardianId = await fixtures.guardian(collectiviteId, familyId, { position: 2, first_name: 'Alix' });
  await fixtures.row('mandates', {
    ...{ ...scope, family_id: familyId, guardian_id: guardianId, reference: 'r', rum: 'CANTINE-1', state: 'ACTIVE' },
    ...{ living: 1, account: 'scellé', masked_iban: 'FR76 •••• 0189', origin: 'PAPER', signed_on: '2026-09-01' },
    ...{ recorded_at: 0 },
  });
}
