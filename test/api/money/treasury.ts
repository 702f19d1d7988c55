import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { euros } from '../../../src/kernel/french.js';
import { DebtsAt, Receipts } from '../../../src/ledger/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('what goes to the Trésorerie', () => {
  let service: RunningService;
  let collectiviteId: number;
  let regisseur: Api;
  let agent: Api;
  let account: { email: string; password: string };
  let durand: number;
  let martin: number;
  let cantine: { prestationId: number; imputation: { nature: string; function: string } };
  let garderie: typeof cantine;

  beforeAll(async () => {
    service = await startService('treasury', '2026-11-26T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite({
      email: 'mairie@treasury.example',
      siret: '21340001200015',
      regie_label: 'Régie périscolaire',
      regisseur_name: 'Rémi Gisseur',
    });
    const siteId = await fixtures.site(collectiviteId, { name: 'École Jean-Moulin' });
    const first = await fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' });
    const second = await fixtures.prestation(collectiviteId, siteId, { name: 'Garderie', budget_function: '288' });
    cantine = { prestationId: first.id, imputation: { nature: '7067', function: '281' } };
    garderie = { prestationId: second.id, imputation: { nature: '7067', function: '288' } };
    account = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(account.email, account.password);
    const other = await fixtures.account([{ collectiviteId, role: 'agent' }]);
    agent = await service.api.signedIn(other.email, other.password);
    durand = await fixtures.family(collectiviteId);
    martin = await fixtures.family(collectiviteId, { name: '=MARTIN' });
    const lines = [
      { ...cantine, cents: 7200 },
      { ...garderie, cents: 2400 },
    ];
    const november = { collectiviteId, issuedOn: '2026-11-02', dueOn: '2026-11-20' };
    await issuedInvoice(service, { ...november, familyId: durand, number: 1, lines });
    await issuedInvoice(service, {
      ...november,
      familyId: martin,
      number: 2,
      lines: lines.slice(0, 1),
      dueOn: '2026-12-02',
    });
    await pay(durand, 'CHEQUE', 4800, '2026-11-10');
    await pay(durand, 'CASH', 800, '2026-11-26');
    await pay(martin, 'TRANSFER', 3600, '2026-11-26');
  });
  afterAll(() => service.stop());

  async function pay(familyId: number, means: string, cents: number, receivedOn: string): Promise<void> {
    const answer = await regisseur.post(`${base()}/payments`, { familyId, means, cents, receivedOn });
    if (answer.status !== 201) throw new Error(answer.text);
  }
  const base = () => `/collectivites/${collectiviteId}`;

  const NOVEMBER = {
    from: '2026-11-01',
    totalCents: 9200,
    operations: 3,
    firstReceipt: 'Q-2026-000001',
    lastReceipt: 'Q-2026-000003',
    regisseur: 'Rémi Gisseur',
    byMeans: [
      { means: 'CHEQUE', label: 'chèque', operations: 1, cents: 4800 },
      { means: 'CASH', label: 'espèces', operations: 1, cents: 800 },
      { means: 'TRANSFER', label: 'virement', operations: 1, cents: 3600 },
    ],
  };

  it('previews a period by prestation and by means, to the cent of the ledger', async () => {
    const { body } = await regisseur.get(`${base()}/collection-reports/preview?from=2026-11-01&to=2026-11-30`);
    expect(body).toMatchObject(NOVEMBER);
    expect(body.byPrestation).toEqual([
      {
        prestationId: cantine.prestationId,
        label: 'Cantine – École Jean-Moulin',
        nature: '7067',
        chapter: null,
        function: '281',
        operations: 3,
        productCode: null,
        cents: 7800,
        byMeans: [
          { means: 'CHEQUE', cents: 3600 },
          { means: 'CASH', cents: 600 },
          { means: 'TRANSFER', cents: 3600 },
        ],
      },
      expect.objectContaining({ label: 'Garderie – École Jean-Moulin', function: '288', cents: 1400, operations: 2 }),
    ]);
    const ledger = await service.app.get(Receipts).between(collectiviteId, day('2026-11-01'), day('2026-11-30'));
    expect(ledger.byMeans.reduce((sum, { cents }) => sum + cents, 0)).toBe(body.totalCents);
    const day10 = await regisseur.get(`${base()}/collection-reports/preview?from=2026-11-10&to=2026-11-10`);
    expect(day10.body).toMatchObject({ totalCents: 4800, operations: 1, lastReceipt: 'Q-2026-000001' });
    const october = await regisseur.get(`${base()}/collection-reports/preview?from=2026-10-01&to=2026-10-31`);
    expect(october.body).toMatchObject({ totalCents: 0, byPrestation: [], byMeans: [], firstReceipt: null });
  });

  it('makes a numbered report that later payments do not change, as JSON, PDF and CSV', async () => {
    const made = await regisseur.post(`${base()}/collection-reports`, { from: '2026-11-01', to: '2026-11-26' });
    expect(made).toMatchObject({ status: 201, body: { ...NOVEMBER, number: 'E-2026-0001', month: null } });
    await pay(martin, 'CARD', 100, '2026-11-26');
    const path = `${base()}/collection-reports/${made.body.id}`;
    expect((await regisseur.get(path)).body).toEqual(made.body);
    const [pdf, again] = [await regisseur.get(`${path}/pdf`), await regisseur.get(`${path}/pdf`)];
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''etat-encaissement-E-2026-0001.pdf",
    });
    expect(again.bytes.equals(pdf.bytes)).toBe(true);
    const csv = await regisseur.get(`${path}/csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.text.split('\r\n').at(-2)).toBe(';;;;Total;3;48,00;8,00;0,00;0,00;36,00;0,00;0,00;0,00;92,00');
    const xlsx = await readXlsx((await regisseur.get(`${path}/xlsx`)).bytes);
    expect(xlsx.sheets[0]!.rows.at(-1)!.at(-1)).toBe(92);
    const list = await regisseur.get(`${base()}/collection-reports`);
    expect(list.body).toMatchObject({ items: [{ id: made.body.id, totalCents: 9200 }], next: null });
  });

  it('refuses a period that is not over, or upside down', async () => {
    for (const period of [
      { from: '2026-11-01', to: '2026-11-27' },
      { from: '2026-11-20', to: '2026-11-19' },
    ]) {
      const answer = await regisseur.post(`${base()}/collection-reports`, period);
      expect(answer).toMatchObject({ status: 422, body: { code: 'COLLECTION_REPORT_PERIOD_REFUSED' } });
    }
    expect((await regisseur.get(`${base()}/collection-reports/preview?from=2026-11-01`)).status).toBe(400);
  });

  it('tells what families owe by age, equal to their accounts in the ledger', async () => {
    const { body } = await agent.get(`${base()}/arrears`);
    expect(body).toMatchObject({ at: '2026-11-26', openCents: 7500, lateCents: 4000 });
    expect(body.lines).toMatchObject([
      { number: '2026-000001', familyName: 'DURAND', openCents: 4000, daysLate: 6, age: 'DAYS_0_30' },
      { number: '2026-000002', familyName: '=MARTIN', openCents: 3500, daysLate: -6, age: 'NOT_DUE' },
    ]);
    expect(body.byAge).toMatchObject([{ cents: 3500 }, { cents: 4000 }, { cents: 0 }, { cents: 0 }, { cents: 0 }]);
    expect(await service.app.get(DebtsAt).balance(collectiviteId, day('2026-11-26'))).toBe(7500);
    const early = await agent.get(`${base()}/arrears?at=2026-11-09`);
    expect(early.body).toMatchObject({ openCents: 16800, lateCents: 0 });
    const csv = await agent.get(`${base()}/arrears/csv?at=2026-11-26`);
    expect(csv.text).toContain("2026-000002;'=MARTIN;02/11/2026;02/12/2026;72,00;37,00;0,00;35,00;0;non échu;régie;0");
    const pdf = await agent.get(`${base()}/arrears/pdf?at=2026-11-26`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is closed to others: an agent makes no report, another collectivité sees nothing', async () => {
    expect((await agent.post(`${base()}/collection-reports`, { from: '2026-11-01', to: '2026-11-26' })).status).toBe(
      403,
    );
    const elsewhere = await service.fixtures.collectivite();
    const stranger = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'regisseur' }]);
    const other = await service.api.signedIn(stranger.email, stranger.password);
    const [report] = (await regisseur.get(`${base()}/collection-reports`)).body.items;
    expect((await other.get(`/collectivites/${elsewhere}/collection-reports/${report.id}`)).status).toBe(404);
    expect((await other.get(`/collectivites/${elsewhere}/arrears`)).body).toMatchObject({ openCents: 0, lines: [] });
  });

  /** The titre of the régie: where the settings ask for it, from the report of a month, once. */
  async function titreOf([november, asked]: { id: number }[]): Promise<void> {
    const settings = {
      ...{ mode: 'TITRE', codique: '034012', siret: '21120001200014', collectiviteCode: '123', budgetCode: '00' },
      ...{ budgetLabel: 'Budget principal', regieNumber: 'REG01' },
    };
    const boss = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    const administrateur = await service.api.signedIn(boss.email, boss.password);
    const save = (more: object) => administrateur.put(`${base()}/treasury-settings`, { ...settings, ...more });
    const titre = (report: { id: number } | undefined) =>
      regisseur.post(`${base()}/collection-reports/${report!.id}/titre`, {});
    expect((await save({})).status).toBe(200);
    expect(await titre(asked)).toMatchObject({ status: 409, body: { code: 'COLLECTION_REPORT_NOT_OF_MONTH' } });
    expect(await titre(november)).toMatchObject({ status: 422, body: { code: 'CLAIM_TITRE_REFUSED' } });
    expect((await save({ makesRegieTitre: true, regieNumber: null })).status).toBe(422);
    expect((await save({ makesRegieTitre: true })).status).toBe(200);
    const incomplete = await titre(november);
    expect(incomplete).toMatchObject({ status: 422, body: { errors: [{}, {}] } });
    for (const [{ prestationId }, code] of [
      [cantine, 'CANT'],
      [garderie, 'GARD'],
    ] as const) {
      const path = `${base()}/prestations/${prestationId}/product-code`;
      expect((await administrateur.put(path, { from: '2026-11-01', code })).status).toBe(200);
    }
    const made = await Promise.all([titre(november), titre(november)]);
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    await service.settle();
    const { batchId } = (await titre(november)).body;
    expect(made.map(({ body }) => body.batchId)).toEqual([batchId, batchId]);
    const { body } = await regisseur.get(`${base()}/claim-batches/${batchId}`);
    expect(body).toMatchObject({
      ...{ kind: 'REGIE', state: 'READY', number: 1, pieces: 1, totalCents: 9300, faults: [] },
      titre: { reportId: november!.id, rollId: null },
    });
    const { bytes } = await regisseur.get(`${base()}/claim-batches/${batchId}/file`);
    const exports = process.env['PES_EXPORT_DIR'];
    if (exports) {
      await mkdir(exports, { recursive: true });
      await writeFile(join(exports, 'service-titre-regie.xml'), bytes);
    }
    const xml = bytes.toString('latin1');
    expect(xml).toContain('<TypPce V="07"/><NatPce V="05"/>');
    expect(xml.match(/<LiensIdent><IdRegie V="REG01"\/><\/LiensIdent>/g)).toHaveLength(2);
  }

  it('makes the report of each month once, when it is over, and mails it to the collectivité', async () => {
    await service.settle();
    expect(await service.mails.to('mairie@treasury.example')).toHaveLength(0);
    service.clock.set(Temporal.Instant.from('2026-12-01T00:20:00+01:00'));
    await service.settle();
    service.clock.advance({ hours: 3 });
    await service.settle();
    const mails = await service.mails.to('mairie@treasury.example');
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe('État récapitulatif des encaissements du 1er novembre 2026 au 30 novembre 2026');
    expect(mails[0]!.text).toContain(euros(9300));
    expect(mails[0]!.attachments).toMatchObject([{ filename: 'etat-encaissement-E-2026-0002.pdf' }]);
    regisseur = await service.api.signedIn(account.email, account.password);
    const { body } = await regisseur.get(`${base()}/collection-reports`);
    expect(body.items).toMatchObject([{ month: '2026-11', totalCents: 9300, number: 'E-2026-0002' }, { month: null }]);
    await titreOf(body.items);
    service.clock.set(Temporal.Instant.from('2027-02-03T08:00:00+01:00'));
    await service.settle();
    regisseur = await service.api.signedIn(account.email, account.password);
    const later = await regisseur.get(`${base()}/collection-reports`);
    expect(later.body.items.map(({ month }: { month: string }) => month)).toEqual([
      '2027-01',
      '2026-12',
      '2026-11',
      null,
    ]);
  });

  it('proves that the ledger is right, and says in French where it is not', async () => {
    const check = service.app.get(CheckLedger);
    expect(await check.run()).toEqual({ entries: 6, faults: [] });
    const entryId = await service.fixtures.row('ledger_entries', {
      collectivite_id: collectiviteId,
      source_kind: 'payment',
      source_id: 999,
      date: '2027-02-03',
      label: 'Écriture boiteuse',
      posted_at: 0,
    });
    await service.database.unit(() =>
      service.database.change('UPDATE number_series SET last_number = 9 WHERE series = ?', ['Q']),
    );
    const { faults } = await check.run();
    expect(faults.map(({ message }) => message.replaceAll('\u00a0', ' '))).toEqual([
      `Collectivité n° ${collectiviteId} : l’écriture n° ${entryId} n’a aucune ligne.`,
      `Collectivité n° ${collectiviteId} : l’écriture n° ${entryId} cite le paiement 999, qui n’existe pas.`,
      `Collectivité n° ${collectiviteId} : la numérotation des quittances de 2026 a un trou : 4 pour 9 numéros donnés.`,
      `Collectivité n° ${collectiviteId} : l’écriture n° ${entryId} n’a pas de sceau.`,
    ]);
  });
});
