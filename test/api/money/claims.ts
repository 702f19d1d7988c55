import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { creditNoteEntry, DebtsAt, OpenBalances, paymentEntry, PostEntry } from '../../../src/ledger/index.js';
import { parseDataKeys } from '../../../src/platform/config/data-keys.js';
import { RotateDataKey } from '../../../src/platform/secrets/rotate-data-key.js';
import { LoadLate } from '../../../src/reminders/actions/load-late.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Answer, Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { DEBITED_IBAN, DFT_SETTINGS } from '../../support/debited-families.js';
import { issuedInvoice } from '../../support/issued-invoice.js';
import { PES_SCHEMAS } from '../../support/pes-schemas.js';

const SETTINGS = {
  mode: 'ORMC',
  codique: '034012',
  siret: '21120001200014',
  collectiviteCode: '123',
  budgetCode: '00',
  budgetLabel: 'Budget principal – Val-d’Œuvre',
};

const COMMUNE = {
  ...{ reference: 'COMMUNE', name: 'Commune de Val-d’Œuvre', siret: '21120001200014' },
  address: { street: '1 place de la Mairie', postalCode: '12000', city: 'Rodez' },
};

const NOTICE = {
  signatory: { name: 'Martin', firstName: 'Paul', role: 'Maire' },
  court: 'tribunal administratif de Montpellier',
  treasury: { name: 'SGC de Montpellier', address: { street: '1 rue Foch', postalCode: '34000', city: 'Montpellier' } },
  paymentCentre: {
    name: 'Centre d’encaissement',
    address: { street: '1 rue X', postalCode: '94000', city: 'Créteil' },
  },
  slip: { establishment: '012', revenue: 'CA', emitter: '940033' },
  online: { code: '012345', url: 'https://www.payfip.gouv.fr' },
};

describe('what the comptable collects', () => {
  let service: RunningService;
  let collectiviteId: number;
  let regisseur: Api;
  let administrateur: Api;
  let serial = 0;
  let cantine: { prestationId: number; imputation: { nature: string; function: string } };
  let garderie: typeof cantine;
  const invoices: Record<string, { familyId: number; invoiceId: number }> = {};

  beforeAll(async () => {
    service = await startService('claims', '2026-11-26T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite();
    const siteId = await fixtures.site(collectiviteId);
    const first = await fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' });
    const second = await fixtures.prestation(collectiviteId, siteId, { name: 'Garderie', budget_function: '288' });
    cantine = { prestationId: first.id, imputation: { nature: '7067', function: '281' } };
    garderie = { prestationId: second.id, imputation: { nature: '7067', function: '288' } };
    const one = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    regisseur = await service.api.signedIn(one.email, one.password);
    const other = await fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    administrateur = await service.api.signedIn(other.email, other.password);
  });
  afterAll(() => service.stop());

  const base = () => `/collectivites/${collectiviteId}`;

  async function owing(name: string, cents: number, { civility = 'MADAME', dueOn = '2026-10-31' } = {}): Promise<void> {
    const familyId = await service.fixtures.family(collectiviteId, { name });
    if (civility)
      await service.fixtures.guardian(collectiviteId, familyId, { civility, last_name: name, first_name: 'Zoë 👶' });
    const lines = [
      { ...cantine, cents: cents - Math.floor(cents / 3) },
      { ...garderie, cents: Math.floor(cents / 3) },
    ];
    const about = { collectiviteId, familyId, number: ++serial, issuedOn: '2026-10-01', dueOn };
    const invoiceId = await issuedInvoice(service, { ...about, lines: lines.filter((line) => line.cents > 0) });
    invoices[name] = { familyId, invoiceId };
  }

  async function due(name: string): Promise<{ regie: number; claim: number }> {
    const { invoiceId } = invoices[name]!;
    const balances = service.app.get(OpenBalances);
    const sum = async (kind: 'FAMILY' | 'CLAIM') =>
      ((await balances.ofInvoices(collectiviteId, [invoiceId], kind)).get(invoiceId) ?? []).reduce(
        (total, { cents }) => total + cents,
        0,
      );
    return { regie: await sum('FAMILY'), claim: await sum('CLAIM') };
  }

  async function batch(body: object): Promise<Answer['body']> {
    const started = await regisseur.post(`${base()}/claim-batches`, body);
    expect(started).toMatchObject({ status: 201, body: { state: 'COMPOSING', number: null } });
    await service.settle();
    return (await regisseur.get(`${base()}/claim-batches/${started.body.id}`)).body;
  }

  async function file(batchId: number, name: string): Promise<string> {
    const answer = await regisseur.get(`${base()}/claim-batches/${batchId}/file`);
    expect(answer.status).toBe(200);
    const exports = process.env['PES_EXPORT_DIR'];
    if (exports) {
      await mkdir(exports, { recursive: true });
      await writeFile(join(exports, `${name}.xml`), answer.bytes);
    }
    return answer.bytes.toString('latin1');
  }

  async function pieceOf(batchId: number, name: string): Promise<Answer['body']> {
    const { body } = await regisseur.get(`${base()}/claim-batches/${batchId}/pieces`);
    return body.items.find((piece: { invoiceId: number }) => piece.invoiceId === invoices[name]!.invoiceId);
  }

  async function received(path: 'acquits' | 'treasury-returns', xml: string): Promise<Answer['body']> {
    const content = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'latin1');
    const sent = await regisseur.upload(`${base()}/${path}`, {}, [
      { field: 'file', name: 'retour.xml', type: 'text/xml', content },
    ]);
    expect(sent.status).toBe(201);
    await service.settle();
    return (await regisseur.get(`${base()}/treasury-files/${sent.body.id}`)).body;
  }

  const verdict = async () => (await service.app.get(CheckLedger).run()).faults;

  it('sends nothing before the Trésorerie’s codes are entered, and refuses badly formed ones', async () => {
    const early = await regisseur.post(`${base()}/claim-batches`, { kind: 'ORMC', dueBefore: '2026-11-26' });
    expect(early).toMatchObject({ status: 422, body: { code: 'TREASURY_SETTINGS_MISSING' } });
    const bad = await administrateur.put(`${base()}/treasury-settings`, { ...SETTINGS, codique: 'ABC', siret: '1' });
    expect(bad).toMatchObject({ status: 422, body: { code: 'TREASURY_SETTINGS_MISSING', errors: [{}, {}] } });
    for (const notice of [[], [NOTICE], { ...NOTICE, slip: [] }]) {
      expect((await administrateur.put(`${base()}/treasury-settings`, { ...SETTINGS, notice })).status).toBe(400);
    }
    const saved = await administrateur.put(`${base()}/treasury-settings`, SETTINGS);
    expect(saved).toMatchObject({
      status: 200,
      body: { leastCents: 1500, regieTriplet: '01/07/05', notices: 'COMMUNE' },
    });
    expect((await regisseur.get(`${base()}/treasury-settings`)).body).toEqual(saved.body);
    expect((await regisseur.put(`${base()}/treasury-settings`, SETTINGS)).status).toBe(403);
    for (const [prestation, code] of [
      [cantine, 'CANT'],
      [garderie, 'GARD'],
    ] as const) {
      const path = `${base()}/prestations/${prestation.prestationId}/product-code`;
      expect((await administrateur.put(path, { from: '2026-09-01', code: 'AVEC' })).status).toBe(200);
      expect((await administrateur.put(path, { from: '2026-09-01', code })).body).toMatchObject({
        code,
        chapter: '70',
      });
    }
    expect((await regisseur.get(`${base()}/product-codes`)).body).toHaveLength(2);
  });

  let rollId: number;

  it('takes what is overdue into a rôle: a debt is at the régie or at the Trésorerie, never at both', async () => {
    await owing('O’CONNOR-LŒWENSTEIN', 4560);
    await owing('PETIT', 1499);
    await owing('SANSCIVILITE', 9000, { civility: '' });
    await owing('PASENCORE', 5000, { dueOn: '2026-12-15' });
    await owing('GROS', 9_999_999);
    await owing('REJET', 2000);
    await owing('PLAN', 6000);
    const { familyId: planned, invoiceId } = invoices['PLAN']!;
    const instalments = [
      { dueOn: '2026-12-15', cents: 3000 },
      { dueOn: '2027-01-15', cents: 3000 },
    ];
    const agreed = { familyId: planned, invoiceIds: [invoiceId], instalments };
    expect((await regisseur.post(`${base()}/payment-plans`, agreed)).status).toBe(201);
    const selection = { kind: 'ORMC', dueBefore: '2026-11-26' };
    const preview = await regisseur.get(`${base()}/claim-batches/preview?dueBefore=2026-11-26`);
    expect(preview.body).toMatchObject({
      ...{
        debtors: 5,
        invoices: 5,
        cents: 4560 + 9000 + 9_999_999 + 2000 + 6000,
        belowLeast: { debtors: 1, cents: 1499 },
      },
      incomplete: [{ familyId: invoices['SANSCIVILITE']!.familyId }],
      withoutCode: [],
    });
    const roll = await batch(selection);
    rollId = roll.id;
    expect(roll).toMatchObject({
      ...{ state: 'READY', number: 1, pieces: 3, totalCents: 4560 + 9_999_999 + 2000, faults: [] },
      schemaChecked: PES_SCHEMAS !== null,
      leftovers: [
        { familyId: invoices['PETIT']!.familyId, reason: 'BELOW_LEAST', cents: 1499 },
        { familyId: invoices['SANSCIVILITE']!.familyId, reason: 'INCOMPLETE', cents: 9000 },
        { familyId: planned, reason: 'AGREED', cents: 6000 },
      ],
    });
    expect(await due('O’CONNOR-LŒWENSTEIN')).toEqual({ regie: 0, claim: 4560 });
    expect(await due('PETIT')).toEqual({ regie: 1499, claim: 0 });
    const { familyId } = invoices['GROS']!;
    const paid = await regisseur.post(`${base()}/payments`, {
      familyId,
      means: 'CHEQUE',
      cents: 100,
      receivedOn: '2026-11-26',
    });
    expect(paid).toMatchObject({ status: 422, body: { code: 'PAYMENT_EXCEEDS_DUE' } });
    expect(await verdict()).toEqual([]);
  });

  it('freezes the file: the same bytes for ever, a list to sign, and lines for accounting packages', async () => {
    const xml = await file(rollId, 'service-ormc');
    expect(xml).toContain('<TypFic V="PESORMC"/><NomFic V="PESORMC_21120001200014_00_2026_06_0000001"/>');
    expect(xml).toContain('<Nom V="O&apos;CONNOR-LOEWENSTEIN"/><Prenom V="ZOE"/>');
    expect(xml).toContain('<NumDette V="2026000001"/><Per V="1"/>');
    await administrateur.put(`${base()}/treasury-settings`, { ...SETTINGS, budgetLabel: 'Autre libellé' });
    expect(await file(rollId, 'service-ormc')).toBe(xml);
    const pdf = await regisseur.get(`${base()}/claim-batches/${rollId}/pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const csv = await regisseur.get(`${base()}/claim-batches/${rollId}/csv`);
    expect(csv.headers['content-disposition']).toContain('role-2026-1.csv');
    const rows = csv.text.split('\r\n');
    expect(rows).toHaveLength(1 + 6 + 1);
    expect(rows[1]).toMatch(/^2026;1;06;2026-11-26;1;15;01;1;FAM\d+;MME;O’CONNOR-LŒWENSTEIN;.*;CANT;7067;281;30,40;;$/);
  });

  it('tells the restes à recouvrer of both channels, with titre, product and year, to the cent of the ledger', async () => {
    const { body } = await regisseur.get(`${base()}/arrears`);
    const debts = service.app.get(DebtsAt);
    const at = Temporal.PlainDate.from('2026-11-26');
    expect(body.openCents).toBe(await debts.balance(collectiviteId, at));
    const claimed = 4560 + 9_999_999 + 2000;
    expect(body.byChannel).toMatchObject([
      { channel: 'REGIE', cents: body.openCents - claimed },
      { channel: 'TRESORERIE', label: 'comptable public', invoices: 3, cents: claimed },
    ]);
    const listed = [...body.byChannel, ...body.byProduct, ...body.lines];
    expect(listed.length).toBeGreaterThan(10);
    for (const { entries, cents, openCents } of listed) {
      const path = entries.replace('/api/v1', '').replace('?', '/total?');
      expect([path, (await regisseur.get(path)).body.cents]).toEqual([path, cents ?? openCents]);
    }
    const lineOf = (name: string) =>
      body.lines.find((line: { invoiceId: number }) => line.invoiceId === invoices[name]!.invoiceId);
    const rejected = { invoicedCents: 2000, openCents: 2000, channel: 'TRESORERIE' };
    expect(lineOf('REJET')).toMatchObject({ ...rejected, titre: expect.stringMatching(/^2026\d{6}$/), planId: null });
    expect(lineOf('PLAN')).toMatchObject({ channel: 'REGIE', titre: null, planId: expect.any(Number) });
    const held = (await regisseur.get(`${base()}/arrears?channel=TRESORERIE&year=2026`)).body;
    expect(held).toMatchObject({ openCents: claimed, lines: [{}, {}, {}] });
    const garderieOnly = held.byProduct.filter(({ prestationId }: never) => prestationId === garderie.prestationId);
    expect(garderieOnly).toMatchObject([{ year: 2026, channel: 'TRESORERIE', function: '288', invoices: 3 }]);
    const some = `channel=TRESORERIE&prestationId=${garderie.prestationId}`;
    const { body: part } = await regisseur.get(`${base()}/arrears?${some}`);
    expect(part.openCents).toBe(garderieOnly[0].cents);
    const [whole] = part.byChannel.filter(({ channel }: never) => channel === 'TRESORERIE');
    const made = await regisseur.get(whole.entries.replace('/api/v1', '').replace('?', '/total?'));
    expect([made.body.cents, whole.cents]).toEqual([part.openCents, part.openCents]);
    const other = whole.entries.replace('/api/v1', '').replace('?', '/total?year=2025&');
    expect((await regisseur.get(other)).body).toEqual({ entries: 0, cents: 0 });
    const imputed = (await regisseur.get(`${base()}/arrears?channel=TRESORERIE&nature=7067&function=288`)).body;
    expect([imputed.openCents, imputed.lines.length]).toEqual([part.openCents, 3]);
    const [ofImputation] = imputed.byChannel.filter(({ channel }: never) => channel === 'TRESORERIE');
    const madeOf = await regisseur.get(ofImputation.entries.replace('/api/v1', '').replace('?', '/total?'));
    expect(madeOf.body.cents).toBe(part.openCents);
    expect((await regisseur.get(`${base()}/arrears?nature=7066`)).body).toMatchObject({ openCents: 0, lines: [] });
    expect((await regisseur.get(`${base()}/arrears?nature=%25`)).status).toBe(400);
    expect((await regisseur.get(`${base()}/arrears?year=2025`)).body).toMatchObject({ openCents: 0, lines: [] });
    const csv = (await regisseur.get(`${base()}/arrears/csv?familyId=${invoices['REJET']!.familyId}`)).text;
    expect(csv.split('\r\n')[1]).toContain(';20,00;0,00;0,00;20,00;26;1 à 30 jours;comptable public;0;2026');
    const pdf = await regisseur.get(`${base()}/arrears/pdf?channel=TRESORERIE`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  const ACQUIT = (elements: string) =>
    `<n:PES_ACQUIT xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour/v2"><ACQUIT>${elements}</ACQUIT></n:PES_ACQUIT>`;

  it('reads an acquit: what entered, and what matches nothing', async () => {
    const element = (state: number, number: number, more = '') =>
      `<ElementACQUIT><DomaineAck V="6"/><EtatAck V="${state}"/><NumBord V="${number}"/><ExerciceBord V="2026"/>${more}</ElementACQUIT>`;
    expect(await received('acquits', ACQUIT(element(1, 1) + element(1, 99)))).toMatchObject({
      ...{ kind: 'ACQUIT', state: 'READ' },
      summary: { accepted: 1, rejected: 0, unmatched: [expect.stringContaining('99')] },
    });
    expect((await regisseur.get(`${base()}/claim-batches/${rollId}`)).body).toMatchObject({ acquit: 'ACCEPTED' });
    const fault = '<Erreur><NumAnoAck V="ERREUR_PJ"/><LibelleAnoAck V="Absente"/></Erreur>';
    await received('acquits', ACQUIT(element(0, 1, fault)));
    expect((await regisseur.get(`${base()}/claim-batches/${rollId}`)).body).toMatchObject({
      ...{ acquit: 'REFUSED', acquitErrors: [{ piece: null, code: 'ERREUR_PJ', label: 'Absente' }] },
    });
    expect(await received('acquits', '<html/>')).toMatchObject({
      state: 'REFUSED',
      summary: { refusal: expect.stringContaining('html') },
    });
  });

  const LINE = (n: number, state: string, cents: string, more = '') =>
    `<LigneDePiece><BlocLignePiece><InfoLignePiece><IdLigne V="${n}"/><EtatLigPce V="${state}"/><MtHT V="${cents}"/></InfoLignePiece></BlocLignePiece>${more}</LigneDePiece>`;
  const PAID = (origin: string, on: string, euros: string) =>
    `<EncaissementEmargement><OrgEma V="${origin}"/><DteReco V="${on}"/><MtReco V="${euros}"/></EncaissementEmargement>`;
  const PIECE = (number: number, state: string, lines: string, more = '') =>
    `<Piece><BlocPiece><IdPce V="${number}"/><TypPce V="15"/><NatPce V="01"/><EtatPce V="${state}"/>${more}</BlocPiece>${lines}</Piece>`;
  const RETOUR = (pieces: string, number = 1) =>
    `<n:PES_Retour xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour"><PES_RecetteRetour><Bordereau><BlocBordereau><Exer V="2026"/><IdBord V="${number}"/><TypBord V="06"/></BlocBordereau>${pieces}</Bordereau></PES_RecetteRetour></n:PES_Retour>`;

  it('reads what came of it: paid once whatever is told twice, refused debts back at the régie, the rest listed', async () => {
    const [lowe, reject] = [await pieceOf(rollId, 'O’CONNOR-LŒWENSTEIN'), await pieceOf(rollId, 'REJET')];
    const paid = LINE(
      1,
      '05',
      '30.40',
      PAID('10', '2026-11-25', '20') + PAID('10', '2026-11-25', '5') + PAID('10', '2026-11-25', '5'),
    );
    const told = RETOUR(
      PIECE(lowe.number, '02', paid + LINE(2, '04', '15.20', PAID('06', '2026-11-25', '1'))) +
        PIECE(reject.number, '04', '', '<ObsEtat V="NPAI"/>') +
        PIECE(999, '02', ''),
    );
    expect(await received('treasury-returns', told)).toMatchObject({
      state: 'READ',
      summary: {
        ...{ taken: 1, rejected: 1, collections: 3, collectedCents: 3000, writtenOffCents: 100, unmatchedCount: 1 },
        toReview: [],
      },
    });
    expect(await due('O’CONNOR-LŒWENSTEIN')).toEqual({ regie: 0, claim: 1460 });
    expect(await due('REJET')).toEqual({ regie: 2000, claim: 0 });
    expect(await pieceOf(rollId, 'REJET')).toMatchObject({ state: 'RETURNED', reason: 'NPAI' });
    // The whole stock again the next week, and one receipt more: told twice, it is posted once.
    const again = told.replace(
      '<DteReco V="2026-11-25"/><MtReco V="20"/></EncaissementEmargement>',
      (first) => first + PAID('02', '2026-11-26', '16'),
    );
    expect(await received('treasury-returns', again)).toMatchObject({
      summary: { collections: 0, writtenOffCents: 0, toReview: [expect.stringMatching(/16,00.*0,40/)] },
    });
    const more = told.replace(
      '<DteReco V="2026-11-25"/><MtReco V="20"/></EncaissementEmargement>',
      (first) => first + PAID('02', '2026-11-26', '0.40'),
    );
    expect(await received('treasury-returns', more)).toMatchObject({ summary: { collections: 1, collectedCents: 40 } });
    expect(await due('O’CONNOR-LŒWENSTEIN')).toEqual({ regie: 0, claim: 1420 });
    // The bank took 5 € back, and 20 € that nobody paid on the other line.
    const taken = told.replace(
      '</LigneDePiece>',
      `${PAID('02', '2026-11-26', '0.40')}${PAID('10', '2026-11-26', '-5')}</LigneDePiece>`,
    );
    const wrong = taken.replace(
      /<MtReco V="1"\/><\/EncaissementEmargement>/,
      (one) => one + PAID('02', '2026-11-26', '-20'),
    );
    for (const [xml, reversedCents, listed] of [
      [taken, 500, []],
      [`${taken} `, 0, []],
      [wrong, 0, [expect.stringMatching(/repris de 20,00.*0,00.*encaissés/)]],
    ] as const) {
      expect(await received('treasury-returns', xml)).toMatchObject({ summary: { reversedCents, toReview: listed } });
    }
    expect(await due('O’CONNOR-LŒWENSTEIN')).toEqual({ regie: 0, claim: 1920 });
    expect(await verdict()).toEqual([]);
  });

  it('reads on after a refusal of a debt that is paid, and lists money told of a day to come', async () => {
    await owing('SOLDE', 3000);
    await owing('DEMAIN', 4000);
    const { invoiceId } = invoices['SOLDE']!;
    const roll = await batch({ kind: 'ORMC', invoiceIds: [invoiceId, invoices['DEMAIN']!.invoiceId] });
    const [settled, tomorrow] = [await pieceOf(roll.id, 'SOLDE'), await pieceOf(roll.id, 'DEMAIN')];
    const paid = [
      LINE(1, '05', '20', PAID('02', '2026-11-25', '20')),
      LINE(2, '05', '10', PAID('02', '2026-11-25', '10')),
    ];
    await received('treasury-returns', RETOUR(PIECE(settled.number, '02', paid.join('')), roll.number));
    expect(await due('SOLDE')).toEqual({ regie: 0, claim: 0 });
    const early = LINE(1, '04', '26.67', PAID('02', '2062-11-25', '26.67') + PAID('02', '2026-11-26', '1'));
    const told = RETOUR(PIECE(settled.number, '04', '') + PIECE(tomorrow.number, '02', early), roll.number);
    expect(await received('treasury-returns', told)).toMatchObject({
      state: 'READ',
      summary: {
        ...{ rejected: 0, taken: 1, collections: 1, collectedCents: 100 },
        toReview: [expect.stringContaining('soldée'), expect.stringContaining('pas encore arrivé')],
      },
    });
    expect(await due('DEMAIN')).toEqual({ regie: 0, claim: 3900 });
    expect(await verdict()).toEqual([]);
  });

  it('has the Trésor debit the articles of a family that signed, from a file that lies sealed', async () => {
    const sepa = { ...{ offered: true, mode: 'TITRE', ics: 'FR72ZZZ123456' }, creditorName: 'Mairie de Valmont' };
    const habits = { mandatePrefix: 'CANTINE', noticeDays: 14, firstSequence: 'FRST' };
    const set = await administrateur.put(`${base()}/sepa-settings`, { ...DFT_SETTINGS, ...sepa, ...habits });
    expect(set.status).toBe(200);
    await owing('PRELEVE', 4500);
    await owing('CHEQUE', 3300);
    const { familyId, invoiceId } = invoices['PRELEVE']!;
    const parent = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const guardianId = await service.fixtures.guardian(collectiviteId, familyId, {
      account_id: parent.id,
      position: 2,
    });
    const signed = { familyId, guardianId, iban: DEBITED_IBAN, holder: 'Zoé Prélevé', signedOn: '2026-11-02' };
    expect((await regisseur.post(`${base()}/mandates`, signed)).status).toBe(201);
    const preview = await regisseur.get(`${base()}/claim-batches/preview?dueBefore=2026-11-26`);
    expect(preview.body.debits).toEqual({
      ...{ on: '2026-12-28', debtors: 1, cents: 4500 },
      families: [{ familyId, cents: 4500 }],
    });
    const invoiceIds = [invoiceId, invoices['CHEQUE']!.invoiceId];
    const roll = await batch({ kind: 'ORMC', invoiceIds });
    expect(roll).toMatchObject({ state: 'READY', pieces: 2, faults: [], schemaChecked: PES_SCHEMAS !== null });
    expect(await pieceOf(roll.id, 'PRELEVE')).toMatchObject({ debitedOn: '2026-12-28' });
    expect(await pieceOf(roll.id, 'CHEQUE')).toMatchObject({ debitedOn: null });
    const xml = await file(roll.id, 'service-ormc-prelevement');
    const debit = (euros: string) =>
      `<InfoPrelevementSEPA><NatPrel V="01"/><PerPrel V="07"/><DtePrel V="2026-12-28"/><MtPrel V="${euros}"/><SequencePres V="02"/><DateSignMandat V="2026-11-02"/><RefUniMdt V="CANTINE-2026-000001"/><LibPrel V="FACTURE 2026-`;
    expect(xml.match(/<InfoPrelevementSEPA>/g)).toHaveLength(2);
    expect(xml).toContain(debit('30.00'));
    expect(xml).toContain(debit('15.00'));
    expect(xml).not.toContain('TitCpteDiff');
    expect(xml.match(/<CpteBancaire>.*?<\/CpteBancaire>/)![0]).toBe(
      `<CpteBancaire><IBAN V="${DEBITED_IBAN}"/><TitCpte V="ZOE PRELEVE"/></CpteBancaire>`,
    );
    const rows = (sql: string) => service.database.read(() => service.database.rows<Record<string, string>>(sql));
    expect(await rows('SELECT last_used_on AS used FROM mandates')).toEqual([{ used: '2026-12-28' }]);
    // Nowhere else than in the bytes that leave, and those are the same for ever, under another key too.
    expect(JSON.stringify(await rows('SELECT content FROM claim_pieces'))).not.toContain(DEBITED_IBAN);
    const { filesDirectory, dataKeys } = service.configuration;
    const names = await readdir(filesDirectory, { recursive: true, withFileTypes: true });
    for (const one of names.filter((entry) => entry.isFile()))
      expect(await readFile(join(one.parentPath, one.name), 'latin1')).not.toContain(DEBITED_IBAN);
    const newest = parseDataKeys(randomBytes(32).toString('base64'), true);
    Object.assign(service.configuration, { dataKeys: [...newest, ...dataKeys] });
    expect(await service.app.get(RotateDataKey).run()).toEqual({ sealedAgain: 2 });
    expect(await service.app.get(RotateDataKey).run()).toEqual({ sealedAgain: 0 });
    Object.assign(service.configuration, { dataKeys: newest });
    expect(await file(roll.id, 'service-ormc-prelevement')).toBe(xml);
    const family = await service.api.signedIn(parent.email, parent.password);
    const [claim] = (await family.get(`/families/${familyId}/claims`)).body;
    expect(claim).toMatchObject({ openCents: 4500, debit: { on: '2026-12-28' }, online: null });
    expect(claim.debit.words).toMatch(/sera prélevée le 28 décembre 2026 par la Trésorerie/);
    await administrateur.put(`${base()}/sepa-settings`, { ...DFT_SETTINGS, ...sepa, ...habits, mode: 'REGIE_DFT' });
    expect((await regisseur.get(`${base()}/claim-batches/preview?dueBefore=2026-11-26`)).body.debits).toBeNull();
    expect(await verdict()).toEqual([]);
  });

  it('sends a refused debt again in another bordereau, as a titre with its avis', async () => {
    const settings = { ...SETTINGS, mode: 'TITRE', notices: 'DGFIP', notice: NOTICE };
    expect((await administrateur.put(`${base()}/treasury-settings`, settings)).status).toBe(200);
    const { familyId, invoiceId } = invoices['REJET']!;
    const one = await batch({ kind: 'TITRE', invoiceIds: [invoiceId, invoices['GROS']!.invoiceId] });
    expect(one).toMatchObject({ state: 'READY', number: 1, pieces: 1, totalCents: 2000, faults: [], leftovers: [] });
    const xml = await file(one.id, 'service-titre-asap');
    expect(xml).toContain('<IdPce V="1"/><TypPce V="01"/><NatPce V="01"/><Edition V="01"/>');
    expect(xml).toContain('<TypePJ V="006"/>');
    expect(await due('REJET')).toEqual({ regie: 0, claim: 2000 });
    const owed = async () => (await regisseur.get(`/families/${familyId}/claims`)).body;
    expect(await owed()).toEqual([
      {
        ...{ invoiceId, invoiceNumber: '2026-000006', title: 'Bordereau de titres n° 1 de 2026', piece: 1 },
        debit: null,
        hasNotice: false,
        pieceId: (await pieceOf(one.id, 'REJET')).id,
        openCents: 2000,
        online: { url: 'https://www.payfip.gouv.fr', identifier: '012345', reference: '202600000001000001' },
        office: 'SGC de Montpellier',
      },
    ]);
    const empty = await batch({ kind: 'TITRE', invoiceIds: [invoiceId] });
    expect(empty).toMatchObject({ state: 'EMPTY', number: null, pieces: 0 });
    expect((await regisseur.get(`${base()}/claim-batches/${empty.id}/file`)).body).toMatchObject({
      code: 'CLAIM_BATCH_NOT_READY',
    });
    const back = await regisseur.post(`${base()}/claim-batches/${one.id}/returns`, { reason: 'Erreur de tiers' });
    expect(back).toMatchObject({ status: 201, body: { returned: 1 } });
    expect(await due('REJET')).toEqual({ regie: 2000, claim: 0 });
    expect(await owed()).toEqual([]);
    const piece = await pieceOf(one.id, 'REJET');
    const twice = await regisseur.post(`${base()}/claim-batches/${one.id}/pieces/${piece.id}/returns`, {
      reason: 'Encore',
    });
    expect(twice).toMatchObject({ status: 409, body: { code: 'CLAIM_NOT_RETURNABLE' } });
    const pay = { familyId, means: 'CHEQUE', cents: 2000, receivedOn: '2026-11-26' };
    expect((await regisseur.post(`${base()}/payments`, pay)).status).toBe(201);
    expect(await verdict()).toEqual([]);
  });

  it('collects an invoice in one channel: what is due again of one that the comptable holds waits for him', async () => {
    await owing('IMPAYE', 9000);
    const { familyId, invoiceId } = invoices['IMPAYE']!;
    const cheque = { familyId, means: 'CHEQUE', cents: 3000, receivedOn: '2026-11-26' };
    const paid = await regisseur.post(`${base()}/payments`, cheque);
    const first = await batch({ kind: 'TITRE', invoiceIds: [invoiceId] });
    expect(await due('IMPAYE')).toEqual({ regie: 0, claim: 6000 });
    const reversal = await regisseur.post(`${base()}/payments/${paid.body.id}/reversals`, { reason: 'UNPAID_CHEQUE' });
    expect(reversal.status).toBe(201);
    expect(reversal.body).toMatchObject({ stillDueCents: 0, waitingCents: 3000 });
    expect(await verdict()).toEqual([]);
    // It is not paid at the counter, by credit or in several times, and nobody reminds of it; the family reads where it is.
    const again = { ...cheque, reference: 'second', confirmSecond: true };
    const refused = await regisseur.post(`${base()}/payments`, again);
    expect(refused).toMatchObject({ status: 422, body: { code: 'PAYMENT_EXCEEDS_DUE' } });
    expect(refused.body.detail).toContain('est à la Trésorerie');
    const kept = await regisseur.post(`${base()}/payments`, { ...again, excess: 'CREDIT' });
    expect(kept.body).toMatchObject({ heldCents: 3000, settled: [] });
    const use = () => regisseur.post(`${base()}/families/${familyId}/credit-uses`);
    expect(await use()).toMatchObject({ body: { code: 'NO_CREDIT_TO_USE' } });
    expect((await service.app.get(LoadLate).ofFamily(collectiviteId, familyId)).map((late) => late.invoiceId)).toEqual(
      [],
    );
    const second = await batch({ kind: 'TITRE', invoiceIds: [invoiceId] });
    expect(second).toMatchObject({ state: 'EMPTY', leftovers: [{ familyId, reason: 'HELD', cents: 3000 }] });
    // The whole debt goes again once the piece is back.
    const piece = await pieceOf(first.id, 'IMPAYE');
    await regisseur.post(`${base()}/claim-batches/${first.id}/pieces/${piece.id}/returns`, { reason: 'À refaire' });
    expect(await due('IMPAYE')).toEqual({ regie: 9000, claim: 0 });
    expect(await use()).toMatchObject({ body: { usedCents: 3000 } });
    const third = await batch({ kind: 'TITRE', invoiceIds: [invoiceId] });
    expect(third).toMatchObject({ state: 'READY', pieces: 1, totalCents: 6000 });
    expect(await verdict()).toEqual([]);
  });

  it('prints the avis that the commune sends itself, once, and lets the family read its own', async () => {
    await owing('AVIS', 4500);
    const { familyId, invoiceId } = invoices['AVIS']!;
    const settings = { ...SETTINGS, notice: NOTICE };
    const save = (more: object) => administrateur.put(`${base()}/treasury-settings`, { ...settings, ...more });
    expect((await save({ rollReference: 'EEEEPPRRDDDD' })).status).toBe(422);
    expect((await save({ rollReference: 'EEEEPPRRDDDDDDDDDDDDD', notice: null })).status).toBe(200);
    const one = await batch({ kind: 'ORMC', invoiceIds: [invoiceId] });
    const piece = await pieceOf(one.id, 'AVIS');
    const path = `${base()}/claim-batches/${one.id}`;
    const refused = await regisseur.get(`${path}/pieces/${piece.id}/notice`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'CLAIM_NOTICE_NOT_PRINTED' } });
    expect((await save({})).status).toBe(200);
    const [first, second] = await Promise.all([
      regisseur.get(`${path}/pieces/${piece.id}/notice`),
      regisseur.get(`${path}/pieces/${piece.id}/notice`),
    ]);
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second.bytes.equals(first.bytes)).toBe(true);
    // Whatever is agreed later, what was told stays.
    expect((await save({ notices: 'DGFIP', notice: { ...NOTICE, court: 'un autre tribunal' } })).status).toBe(200);
    expect((await regisseur.get(path)).body).toMatchObject({ noticeParts: 1 });
    const [printed, again] = await Promise.all([
      regisseur.get(`${path}/notices/1`),
      regisseur.get(`${path}/notices/1`),
    ]);
    expect(printed.bytes.equals(again.bytes)).toBe(true);
    expect(printed.bytes.equals(first.bytes)).toBe(true);
    expect((await regisseur.get(`${path}/notices/2`)).status).toBe(404);
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const parent = { email: account.email, account_id: account.id, position: 2 };
    await service.fixtures.guardian(collectiviteId, familyId, parent);
    const family = await service.api.signedIn(account.email, account.password);
    const [claim] = (await family.get(`/families/${familyId}/claims`)).body;
    expect(claim).toMatchObject({ hasNotice: true, pieceId: piece.id });
    expect((await family.get(`/families/${familyId}/claims/${piece.id}/notice`)).bytes.equals(first.bytes)).toBe(true);
    const others = (await regisseur.get(`${base()}/claim-batches/${rollId}/pieces`)).body.items[0].id;
    expect((await family.get(`/families/${familyId}/claims/${others}/notice`)).status).toBe(404);
    // The DGFiP was told to print those of this one.
    await owing('LEURS', 4000);
    const theirs = await batch({ kind: 'TITRE', invoiceIds: [invoices['LEURS']!.invoiceId] });
    expect((await save({})).status).toBe(200);
    expect((await regisseur.get(`${base()}/claim-batches/${theirs.id}`)).body).toMatchObject({ noticeParts: 0 });
    const none = await regisseur.get(`${base()}/claim-batches/${theirs.id}/notices/1`);
    expect(none).toMatchObject({ status: 409, body: { code: 'CLAIM_NOTICE_NOT_PRINTED' } });
  });

  it('tells the comptable what credit notes took back, once', async () => {
    const { familyId, invoiceId } = invoices['GROS']!;
    const entry = creditNoteEntry({
      ...{ invoiceId, familyId, debt: 'CLAIM', lines: [{ ...cantine, cents: 2000 }] },
      open: new Map([[cantine.prestationId, 6_666_666]]),
    });
    await service.app.get(PostEntry).run({
      ...{ collectiviteId, source: { kind: 'credit-note', id: 1 }, label: 'Avoir A-2026-000001', entry },
      date: Temporal.PlainDate.from('2026-11-26'),
    });
    const reduction = await batch({ kind: 'REDUCTION' });
    expect(reduction).toMatchObject({ state: 'READY', number: 1, pieces: 1, totalCents: 2000, faults: [] });
    const xml = await file(reduction.id, 'service-reduction');
    const { number } = await pieceOf(rollId, 'GROS');
    expect(xml).toContain(
      `<RattachPiece><NatPceOrig V="01"/><ExerRat V="2026"/><IdPceOrig V="${number}"/><IdLigneOrig V="1"/></RattachPiece>`,
    );
    expect(await batch({ kind: 'REDUCTION' })).toMatchObject({ state: 'EMPTY' });
    expect(await due('GROS')).toEqual({ regie: 0, claim: 9_999_999 - 2000 });
  });

  it('takes a rôle into the budget by one titre, which names it and carries its imputations', async () => {
    const path = `${base()}/claim-batches/${rollId}/titre`;
    const rollDebtor = { ...COMMUNE, address: { ...COMMUNE.address, city: 'L’Haÿ-les-Roses' } };
    const settings = { ...SETTINGS, notices: 'DGFIP', notice: NOTICE, rollDebtor };
    expect((await administrateur.put(`${base()}/treasury-settings`, settings)).body).toMatchObject({ rollDebtor });
    // The Guichet refused the rôle last: it takes it in first.
    expect(await regisseur.post(path, {})).toMatchObject({ status: 422, body: { code: 'CLAIM_TITRE_REFUSED' } });
    const accepted =
      '<ElementACQUIT><DomaineAck V="6"/><EtatAck V="1"/><NumBord V="1"/><ExerciceBord V="2026"/></ElementACQUIT>';
    const named =
      '<Enveloppe><Parametres><NomFic V="PESORMC_21120001200014_00_2026_06_0000001"/></Parametres></Enveloppe>';
    const acquit = ACQUIT(accepted).replace('<ACQUIT>', `${named}<ACQUIT>`);
    expect(await received('acquits', acquit)).toMatchObject({ summary: { accepted: 1 } });
    const asked = await Promise.all([regisseur.post(path, {}), regisseur.post(path, {})]);
    expect(asked.map(({ status }) => status)).toEqual([201, 201]);
    await service.settle();
    const again = await regisseur.post(path, {});
    expect(new Set([...asked, again].map(({ body }) => body.id)).size).toBe(1);
    const { body: titre } = await regisseur.get(`${base()}/claim-batches/${again.body.id}`);
    expect(titre).toMatchObject({
      ...{ kind: 'ROLL', state: 'READY', pieces: 1, totalCents: 4560 + 9_999_999, faults: [] },
      titre: {
        ...{ rollId, reportId: null, debtor: COMMUNE.name },
        lines: [
          { label: 'Cantine', product: 'CANT', nature: '7067', function: '281', cents: 3040 + 6_666_666 },
          { label: 'Garderie', product: 'GARD', nature: '7067', function: '288', cents: 1520 + 3_333_333 },
        ],
      },
    });
    const xml = await file(titre.id, 'service-titre-role');
    const number = Number(/<IdPce V="(\d+)"\/><TypPce V="06"\/><NatPce V="01"\/><IdRol V="1"\/>/.exec(xml)?.[1]);
    // In the series of the other titres.
    expect(number).toBeGreaterThan(1);
    expect(await file(titre.id, 'service-titre-role')).toBe(xml);
    const pdf = await regisseur.get(`${base()}/claim-batches/${titre.id}/pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const rows = (await regisseur.get(`${base()}/claim-batches/${titre.id}/csv`)).text.split('\r\n');
    expect(rows).toHaveLength(1 + 2 + 1);
    expect(rows[1]).toMatch(/^2026;\d+;01;2026-11-26;\d+;06;01;1;COMMUNE;;.*;Cantine;CANT;7067;281;66697,06;;$/);
    const retour = RETOUR(PIECE(number, '02', ''), titre.number).replace('TypBord V="06"', 'TypBord V="01"');
    expect(await received('treasury-returns', retour)).toMatchObject({ summary: { taken: 1, unmatchedCount: 0 } });
    const other = await regisseur.post(`${base()}/claim-batches/${titre.id}/titre`, {});
    expect(other).toMatchObject({ status: 422, body: { code: 'CLAIM_TITRE_REFUSED' } });
    await madeAgain(path, titre);
    expect(await due('GROS')).toEqual({ regie: 0, claim: 9_999_999 - 2000 });
  });

  /** Refused by the Guichet, then rejected by the comptable: each time another one, and one in force. */
  async function madeAgain(path: string, refused: { id: number; number: number }): Promise<void> {
    const titre = async (id: number) => (await regisseur.get(`${base()}/claim-batches/${id}`)).body;
    const acquit = (number: number, state: 0 | 1) =>
      ACQUIT(
        `<ElementACQUIT><DomaineAck V="3"/><EtatAck V="${state}"/><NumBord V="${number}"/><ExerciceBord V="2026"/></ElementACQUIT>`,
      ).replace(
        '<ACQUIT>',
        `<Enveloppe><Parametres><NomFic V="PESALR1_21120001200014_00_2026_01_${String(number).padStart(7, '0')}"/></Parametres></Enveloppe><ACQUIT>`,
      );
    const rollDebtor = { ...COMMUNE, name: 'Ville de Val-d’Œuvre' };
    const settings = { ...SETTINGS, notices: 'DGFIP', notice: NOTICE, rollDebtor };
    expect((await administrateur.put(`${base()}/treasury-settings`, settings)).status).toBe(200);
    expect((await regisseur.post(path, {})).body.id).toBe(refused.id);
    expect(await received('acquits', acquit(refused.number, 0))).toMatchObject({ summary: { rejected: 1 } });
    const asked = await Promise.all([regisseur.post(path, {}), regisseur.post(path, {})]);
    await service.settle();
    const ids = new Set(asked.map(({ body }) => body.id as number));
    expect(ids.size).toBe(1);
    const [second] = [...ids];
    expect(second).not.toBe(refused.id);
    const again = await titre(second!);
    expect(again).toMatchObject({ state: 'READY', titre: { debtor: rollDebtor.name, isReplaced: false } });
    expect(await titre(refused.id)).toMatchObject({ acquit: 'REFUSED', titre: { isReplaced: true } });
    // The Guichet changes its mind: a person looks.
    const late = await received('acquits', acquit(refused.number, 1));
    expect(late).toMatchObject({ summary: { toReview: [expect.stringContaining('remplacé')] } });
    const xml = await file(second!, 'service-titre-role-refait');
    const number = Number(/<IdPce V="(\d+)"/.exec(xml)?.[1]);
    const rejected = RETOUR(PIECE(number, '04', ''), again.number).replace('TypBord V="06"', 'TypBord V="01"');
    const told = await received('treasury-returns', rejected);
    expect(told).toMatchObject({ summary: { toReview: [expect.stringContaining('rejeté')] } });
    const third = (await regisseur.post(path, {})).body.id;
    await service.settle();
    expect(third).not.toBe(second);
    expect(await titre(second!)).toMatchObject({ titre: { isReplaced: true, rejectedFor: expect.any(String) } });
    expect((await regisseur.post(path, {})).body.id).toBe(third);
  }

  it('asked for on the eve of a closing and composed after it, is posted on the first open day', async () => {
    await owing('TARD', 3000);
    const started = await regisseur.post(`${base()}/claim-batches`, {
      ...{ kind: 'TITRE', invoiceIds: [invoices['TARD']!.invoiceId] },
    });
    await service.fixtures.row('ledger_periods', {
      ...{ collectivite_id: collectiviteId, to_date: '2026-11-26', chain_rank: 1, closed_at: 0 },
    });
    await service.settle();
    const { body } = await regisseur.get(`${base()}/claim-batches/${started.body.id}`);
    expect(body).toMatchObject({ state: 'READY', pieces: 1, issuedOn: '2026-11-26' });
    const [posted] = await service.database.read(() =>
      service.database.rows<{ date: string }>(
        "SELECT date FROM ledger_entries WHERE source_kind = 'claim' ORDER BY id DESC LIMIT 1",
      ),
    );
    expect(posted!.date).toBe('2026-11-27');
    // What the comptable refuses that day does not wait: the whole retour is read.
    const { number } = await pieceOf(started.body.id, 'TARD');
    const refused = RETOUR(PIECE(number, '04', '', '<ObsEtat V="NPAI"/>'), body.number);
    expect(await received('treasury-returns', refused.replace('TypBord V="06"', 'TypBord V="01"'))).toMatchObject({
      ...{ state: 'READ', summary: { rejected: 1 } },
    });
    expect(await due('TARD')).toEqual({ regie: 3000, claim: 0 });
  });

  it('is told by the check where the régie collected what the comptable was collecting', async () => {
    const { familyId, invoiceId } = invoices['GROS']!;
    expect((await due('GROS')).claim).toBeGreaterThan(0);
    const parts = [{ invoiceId, prestationId: cantine.prestationId, cents: 100 }];
    await service.app.get(PostEntry).run({
      ...{ collectiviteId, source: { kind: 'payment', id: 999 }, label: 'Quittance' },
      date: Temporal.PlainDate.from('2026-11-27'),
      entry: paymentEntry({ familyId, means: 'CASH', allocations: parts }),
    });
    const { faults } = await service.app.get(CheckLedger).run();
    expect(faults.map(({ message }) => message).join('\n')).toContain(
      `la facture d’identifiant ${invoiceId} est encaissée à la régie`,
    );
  });

  it('is closed to another collectivité', async () => {
    const elsewhere = await service.fixtures.collectivite();
    const stranger = await service.fixtures.account([{ collectiviteId: elsewhere, role: 'regisseur' }]);
    const other = await service.api.signedIn(stranger.email, stranger.password);
    for (const path of ['', '/file', '/pdf', '/csv', '/pieces']) {
      expect((await other.get(`/collectivites/${elsewhere}/claim-batches/${rollId}${path}`)).status).toBe(404);
    }
    const { id } = await pieceOf(rollId, 'GROS');
    expect(
      (await other.post(`/collectivites/${elsewhere}/claim-batches/${rollId}/pieces/${id}/returns`, { reason: 'x' }))
        .status,
    ).toBe(404);
  });
});
