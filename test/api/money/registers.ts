import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { euros } from '../../../src/kernel/french.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

interface Total {
  cents: number;
  entries: string;
  cumulatedCents: number;
  cumulatedEntries: string;
}

const PERIOD = 'from=2026-11-01&to=2026-11-30';

describe('the registers of the régie', () => {
  let service: RunningService;
  let collectiviteId: number;
  let regisseur: Api;
  let durand: number;
  let cantine: number;
  let garderie: number;

  const base = () => `/collectivites/${collectiviteId}`;
  const journal = async (query: string) => (await regisseur.get(`${base()}/collection-journal?${query}`)).body;

  beforeAll(async () => {
    service = await startService('registers', '2026-11-26T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite({ regie_label: 'Régie périscolaire', regisseur_name: 'Rémi Gisseur' });
    const siteId = await fixtures.site(collectiviteId, { name: 'École Jean-Moulin' });
    cantine = (await fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' })).id;
    garderie = (await fixtures.prestation(collectiviteId, siteId, { name: 'Garderie', budget_function: '288' })).id;
    const account = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(account.email, account.password);
    durand = await fixtures.family(collectiviteId);
    const lines = [
      { prestationId: cantine, imputation: { nature: '7067', function: '281' }, cents: 7200 },
      { prestationId: garderie, imputation: { nature: '7067', function: '288' }, cents: 2400 },
    ];
    for (const [number, issuedOn] of [
      [1, '2026-10-02'],
      [2, '2026-11-02'],
    ] as const)
      await issuedInvoice(service, { collectiviteId, familyId: durand, number, lines, issuedOn, dueOn: '2026-12-02' });
    const cheque = await pay('CHEQUE', 4800, '2026-11-10', { reference: 'CIC 0012' });
    await pay('CASH', 6000, '2026-11-10');
    await pay('TRANSFER', 9400, '2026-11-12', { excess: 'CREDIT' });
    expect((await regisseur.post(`${base()}/remittances`, { means: 'CASH' })).status).toBe(201);
    const reason = { reason: 'UNPAID_CHEQUE', occurredOn: '2026-11-20' };
    expect((await regisseur.post(`${base()}/payments/${cheque}/reversals`, reason)).status).toBe(201);
    const account1 = { iban: 'FR7630006000011234567890189', holder: 'Camille Durand' };
    const refund = { refunds: [{ familyId: durand, cents: 500, account: account1 }] };
    expect((await regisseur.post(`${base()}/refund-lists`, refund)).status).toBe(201);
  });
  afterAll(() => service.stop());

  async function pay(means: string, cents: number, receivedOn: string, more: object = {}): Promise<number> {
    const body = { familyId: durand, means, cents, receivedOn, ...more };
    const answer = await regisseur.post(`${base()}/payments`, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.id;
  }

  it('the journal tells each movement with its papers, its imputations, and where it went', async () => {
    const { items, next } = await journal(PERIOD);
    expect(next).toBeNull();
    expect(items).toMatchObject([
      {
        ...{ on: '2026-11-10', kind: 'payment', number: 'Q-2026-000001', means: 'CHEQUE', cents: 4800 },
        ...{ familyName: 'DURAND', reference: 'CIC 0012', annulledBy: 'AQ-2026-000001', remittance: null },
        parts: [
          { prestationId: cantine, label: 'Cantine – École Jean-Moulin', nature: '7067', function: '281', cents: 3600 },
          { prestationId: garderie, label: 'Garderie – École Jean-Moulin', function: '288', cents: 1200 },
        ],
      },
      { number: 'Q-2026-000002', means: 'CASH', cents: 6000, remittance: 'V-2026-000001', annulledBy: null },
      { on: '2026-11-12', number: 'Q-2026-000003', means: 'TRANSFER', cents: 9400, parts: [{}, {}, { cents: 1000 }] },
      { on: '2026-11-20', kind: 'payment-reversal', number: 'AQ-2026-000001', annuls: 'Q-2026-000001', cents: -4800 },
      { on: '2026-11-26', kind: 'refund', number: 'R-2026-000001', means: 'TRANSFER', cents: -500 },
    ]);
  });

  it('the journal is read page by page, and by means, prestation or imputation', async () => {
    const first = await journal(`${PERIOD}&limit=2`);
    const second = await journal(`${PERIOD}&limit=2&after=${first.next}`);
    const third = await journal(`${PERIOD}&limit=2&after=${second.next}`);
    const paged = [first, second, third].flatMap(({ items }) => items);
    expect(paged).toEqual((await journal(PERIOD)).items);
    expect(third.next).toBeNull();
    const numbers = async (query: string) =>
      (await journal(`${PERIOD}&${query}`)).items.map((line: { number: string; cents: number }) => [
        line.number,
        line.cents,
      ]);
    expect(await numbers('means=CHEQUE')).toEqual([
      ['Q-2026-000001', 4800],
      ['AQ-2026-000001', -4800],
    ]);
    const cantineOnly = await numbers(`prestationId=${cantine}`);
    expect(cantineOnly).toEqual(await numbers('nature=7067&function=281'));
    expect(cantineOnly[0]).toEqual(['Q-2026-000001', 3600]);
    expect(cantineOnly).toHaveLength(4);
    expect(await numbers('function=-')).toEqual([]);
    const upsideDown = await regisseur.get(`${base()}/collection-journal?from=2026-11-30&to=2026-11-01`);
    expect(upsideDown).toMatchObject({ status: 422, body: { code: 'COLLECTION_REPORT_PERIOD_REFUSED' } });
    expect((await regisseur.get(`${base()}/collection-journal?${PERIOD}&means=GOLD`)).status).toBe(400);
  });

  it('its totals are those of the état récapitulatif, in each of its forms', async () => {
    const { body: days } = await regisseur.get(`${base()}/collection-journal/days?${PERIOD}`);
    expect(days.map(({ on, cents, cumulatedCents }: never) => [on, cents, cumulatedCents])).toEqual([
      ['2026-11-10', 10800, 10800],
      ['2026-11-12', 9400, 20200],
      ['2026-11-20', -4800, 15400],
      ['2026-11-26', -500, 14900],
    ]);
    const { body: report } = await regisseur.get(`${base()}/collection-reports/preview?${PERIOD}`);
    const moved = report.accounts.map((account: Record<string, number>) => [
      account['means'],
      account['receivedCents']! + account['reversedCents']! + account['refundedCents']!,
    ]);
    expect(days.at(-1).byMeans).toMatchObject([
      { means: 'TRANSFER', label: 'virement', operations: 0, cents: -500, cumulatedCents: 8900 },
    ]);
    expect(moved).toEqual([
      ['CHEQUE', 0],
      ['CASH', 6000],
      ['TRANSFER', 8900],
    ]);
    const csv = await regisseur.get(`${base()}/collection-journal/csv?${PERIOD}`);
    const rows = csv.text.trim().split('\r\n');
    expect(rows[1]).toMatch(/^10\/11\/2026;Q-2026-000001;DURAND;.*;chèque;CIC 0012;10\/11\/2026;7067;281;Cantine/);
    expect(rows.at(-1)).toBe('Total;;;;;;;;;;149,00;;;');
    const xlsx = await readXlsx((await regisseur.get(`${base()}/collection-journal/xlsx?${PERIOD}`)).bytes);
    expect(xlsx.sheets[0]!.rows).toHaveLength(rows.length);
    const pdf = await regisseur.get(`${base()}/collection-journal/pdf?${PERIOD}`);
    expect(pdf.headers).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''journal-encaissements-2026-11-01-2026-11-30.pdf",
    });
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('the preview of an état is about what was asked, its parts still making the same total', async () => {
    const preview = async (query: string) =>
      (await regisseur.get(`${base()}/collection-reports/preview?${PERIOD}&${query}`)).body;
    expect(await preview('means=TRANSFER')).toMatchObject({
      ...{ totalCents: 9400, operations: 1, heldCents: 1000, firstReceipt: 'Q-2026-000003', credits: null },
      ...{ byMeans: [{ means: 'TRANSFER', cents: 9400 }], accounts: [{ closingCents: 8900 }], deductions: [] },
      refunds: [{ number: 'R-2026-000001', cents: 500 }],
    });
    const some = await preview(`prestationId=${garderie}`);
    expect(some).toMatchObject({ heldCents: 0, accounts: [], credits: null, byPrestation: [{ function: '288' }] });
    const [{ cents, byMeans }] = some.byPrestation;
    expect(some.totalCents).toBe(cents);
    expect(some.byMeans.map(({ cents: brought }: { cents: number }) => brought)).toEqual(
      ['CHEQUE', 'CASH', 'TRANSFER'].map(
        (code) => byMeans.find(({ means }: { means: string }) => means === code)?.cents ?? 0,
      ),
    );
    expect((await preview('means=CHEQUE')).deductions).toMatchObject([{ number: 'AQ-2026-000001' }]);
    const file = (form: string) =>
      regisseur.get(`${base()}/collection-reports/preview/${form}?${PERIOD}&prestationId=${garderie}`);
    const told = euros(some.totalCents).replace(/\D+€$/, '');
    expect((await file('csv')).text.trim().split('\r\n').at(-1)).toMatch(new RegExp(`^;;;;Total;.*;${told}$`));
    const xlsx = await readXlsx((await file('xlsx')).bytes);
    expect(xlsx.sheets[0]!.rows.at(-1)!.at(-1)).toBe(some.totalCents / 100);
    const pdf = await file('pdf');
    expect(pdf.headers).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''apercu-encaissements-2026-11-01-2026-11-30.pdf",
    });
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('the quittancier has every quittance, those annulled too, and says whether a number is missing', async () => {
    const register = `${base()}/receipt-register`;
    const { items, next } = (await regisseur.get(`${register}?${PERIOD}&limit=2`)).body;
    expect(items).toMatchObject([
      {
        ...{ number: 'Q-2026-000001', accountedOn: '2026-11-10', familyName: 'DURAND', means: 'CHEQUE', cents: 4800 },
        annulled: { number: 'AQ-2026-000001', on: '2026-11-20', reason: 'chèque impayé' },
      },
      { number: 'Q-2026-000002', annulled: null },
    ]);
    const { body } = await regisseur.get(`${register}?${PERIOD}&limit=2&after=${next}`);
    expect(body).toMatchObject({ items: [{ number: 'Q-2026-000003', cents: 9400 }], next: null });
    const numbers = async (query: string) => (await regisseur.get(`${register}/numbers?${query}`)).body;
    const all = { first: 'Q-2026-000001', last: 'Q-2026-000003', receipts: 3, cents: 20200, annulledCents: 4800 };
    expect(await numbers(PERIOD)).toMatchObject([{ ...all, year: 2026, annulled: 1, elsewhere: 0, missing: [] }]);
    const cheques = await numbers(`${PERIOD}&means=TRANSFER&prestationId=${cantine}`);
    expect(cheques).toMatchObject([{ first: 'Q-2026-000003', receipts: 1, cents: 9400 }]);
    expect(await numbers('from=2026-10-01&to=2026-10-31')).toEqual([]);
    const csv = await regisseur.get(`${register}/csv?${PERIOD}`);
    expect(csv.text.trim().split('\r\n').at(-1)).toBe('Total;;;;;;;202,00;-48,00;;;');
    const xlsx = await readXlsx((await regisseur.get(`${register}/xlsx?${PERIOD}`)).bytes);
    expect(xlsx.sheets[0]!.rows).toHaveLength(5);
    const pdf = await regisseur.get(`${register}/pdf?${PERIOD}`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('every figure of an état and of the journal is found again in its entries', async () => {
    const { body: report } = await regisseur.post(`${base()}/collection-reports`, {
      ...{ from: '2026-11-01', to: '2026-11-26' },
    });
    await pay('CARD', 100, '2026-11-26');
    const { body: figures } = await regisseur.get(`${base()}/collection-reports/${report.id}/figures`);
    expect(new Set(figures.map(({ part }: never) => part))).toEqual(new Set(['A', 'B', 'C', 'D', 'G']));
    const { body: days } = await regisseur.get(`${base()}/collection-journal/days?${PERIOD}&prestationId=${cantine}`);
    const { body: all } = await regisseur.get(`${base()}/collection-journal/days?${PERIOD}`);
    const told = (sign: number) => (total: Total) => [
      { sign, cents: total.cents, entries: total.entries },
      { sign, cents: total.cumulatedCents, entries: total.cumulatedEntries },
    ];
    const withMeans = (list: (Total & { byMeans: Total[] })[]) => list.flatMap((day) => [day, ...day.byMeans]);
    const listed = [...figures, ...withMeans(all).flatMap(told(1)), ...withMeans(days).flatMap(told(-1))];
    expect(listed.length).toBeGreaterThan(60);
    for (const { sign, cents, entries } of listed) {
      const path = entries.replace('/api/v1', '');
      const { body: page } = await regisseur.get(`${path}&limit=200`);
      const sum = page.items.reduce((made: number, entry: { cents: number }) => made + entry.cents, 0);
      expect([path, sign * sum + 0]).toEqual([path, cents]);
    }
    const total = await regisseur.get(`${listed[0].entries.replace('/api/v1', '').replace('?', '/total?')}`);
    expect(total.body).toEqual({ entries: 4, cents: -report.byPrestation[0].cents });
  });

  it('a frozen état that the ledger does not make any more is named, with the figure', async () => {
    const asked = { from: '2026-11-01', to: '2026-11-26' };
    const { id, number } = (await regisseur.post(`${base()}/collection-reports`, asked)).body;
    const check = async () => (await service.app.get(CheckLedger).run()).faults.map(({ message }) => message);
    expect(await check()).toEqual([]);
    const { database } = service;
    const [row] = await database.read(() =>
      database.rows<{ content: string }>('SELECT content FROM collection_reports WHERE id = ?', [id]),
    );
    const write = (content: string) =>
      database.unit(() => database.change('UPDATE collection_reports SET content = ? WHERE id = ?', [content, id]));
    const content = JSON.parse(row!.content);
    content.byMeans[0].cents += 1;
    content.accounts[0].openingCents = 700;
    await write(JSON.stringify(content));
    const named = `Collectivité n°\u00a0${collectiviteId}\u00a0: l’état d’encaissement ${number} dit`;
    expect(await check()).toEqual([
      `${named} ${euros(1)} (B, chèque), la comptabilité ${euros(0)}.`,
      `${named} ${euros(700)} (D, chèque, au début), la comptabilité ${euros(0)}.`,
    ]);
    await write(row!.content);
    await database.unit(() =>
      database.change(`UPDATE remittances SET paper = REPLACE(paper, '"totalCents":6000', '"totalCents":6001')`),
    );
    expect(await check()).toMatchObject([expect.stringContaining('imprime')]);
    await database.unit(() =>
      database.change(`UPDATE remittances SET paper = REPLACE(paper, '"totalCents":6001', '"totalCents":6000')`),
    );
  });

  it('each entry comes whole, with its document, page by page', async () => {
    const path = `${base()}/ledger-entries?familyId=${durand}&account=MEANS`;
    const { body } = await regisseur.get(`${path}&limit=1`);
    expect(body.items).toMatchObject([
      {
        ...{ on: '2026-11-10', kind: 'payment', label: 'Quittance Q-2026-000001', cents: 4800 },
        document: { number: 'Q-2026-000001', href: expect.stringMatching(/\/payments\/\d+$/) },
      },
    ]);
    const sides = body.items[0].lines.map(({ account, cents, asked }: never) => [account, cents, asked]);
    expect(sides).toEqual([
      ['MEANS:CHEQUE', 3600, true],
      ['MEANS:CHEQUE', 1200, true],
      [`FAMILY:${durand}`, -3600, false],
      [`FAMILY:${durand}`, -1200, false],
    ]);
    const { body: rest } = await regisseur.get(`${path}&after=${body.next}`);
    const documents = rest.items.map(({ document }: never) => document as { href: string });
    for (const { href } of [body.items[0].document, ...documents])
      expect([href, (await regisseur.get(href.replace('/api/v1', ''))).status]).toEqual([href, 200]);
    expect((await regisseur.get(`${base()}/ledger-entries?sources=gold`)).status).toBe(400);
  });

  it('the régisseur closes days, never those to come, and they stay closed', async () => {
    const close = (to: string) => regisseur.post(`${base()}/closed-days`, { to });
    expect((await regisseur.get(`${base()}/closed-days`)).body).toEqual({ closedTo: null, closings: [] });
    const tomorrow = await close('2026-11-27');
    expect(tomorrow).toMatchObject({ status: 422, body: { code: 'DAY_NOT_OVER', errors: [{ field: 'to' }] } });
    const closed = await close('2026-11-26');
    expect(closed).toMatchObject({ status: 200, body: { closedTo: '2026-11-26', closings: [{ to: '2026-11-26' }] } });
    for (const again of ['2026-11-26', '2026-11-10']) expect((await close(again)).body).toEqual(closed.body);
    const audited = await service.database.read(() =>
      service.database.rows("SELECT detail FROM audit_entries WHERE action = 'ledger.days-closed'"),
    );
    expect(audited).toHaveLength(1);
    const late = { familyId: durand, means: 'CARD', cents: 100, receivedOn: '2026-11-26', confirmSecond: true };
    expect((await regisseur.post(`${base()}/payments`, late)).body).toMatchObject({ accountedOn: '2026-11-27' });
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('another collectivité finds nothing in them', async () => {
    const elsewhere = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'regisseur' }]);
    const stranger = await service.api.signedIn(email, password);
    const { body } = await stranger.get(`/collectivites/${elsewhere}/collection-journal?${PERIOD}`);
    expect(body).toEqual({ items: [], next: null });
  });
});
