import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { FindDebitNotices, FindMandates, MandatesForDebit, SuspendMandate } from '../../../src/mandates/index.js';
import { parseDataKeys } from '../../../src/platform/config/data-keys.js';
import { RotateDataKey } from '../../../src/platform/secrets/rotate-data-key.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

const IBAN = 'FR7630006000011234567890189';
const OTHER_IBAN = 'FR1420041010050500013M02606';
const ACCOUNT = { iban: 'fr76 3000 6000 0112 3456 7890 189', holder: 'Camille Durand' };
const SIGNED = { ...ACCOUNT, textVersion: '2026-11', accepted: true };
const SETTINGS = {
  ...{
    offered: true,
    mode: 'REGIE_DFT',
    ics: 'FR72ZZZ123456',
    creditorName: 'Mairie de Valmont',
    mandatePrefix: 'CANTINE',
  },
  ...{ noticeDays: 14, firstSequence: 'RCUR', painVersion: 'pain.008.001.08', dftService: 'TGDFT034' },
  ...{ ddfipCodique: '034000', ddfipName: 'DDFiP de l’Hérault', creditedIban: 'FR76 3000 1007 9412 3456 7890 185' },
  ...{ creditedBic: 'BDFEFRPP', dftIban: IBAN },
};

describe('mandates of direct debit', () => {
  let service: RunningService;
  let collectiviteId: number;
  let administrateur: Api;
  let regisseur: Api;

  beforeAll(async () => {
    service = await startService('mandates', '2026-11-26T10:00:00+01:00');
    collectiviteId = await service.fixtures.collectivite();
    administrateur = await signedIn('administrateur');
    regisseur = await signedIn('regisseur');
    const set = await administrateur.put(`/collectivites/${collectiviteId}/sepa-settings`, SETTINGS);
    expect(set.status).toBe(200);
  });
  afterAll(() => service.stop());

  async function signedIn(role: 'administrateur' | 'regisseur'): Promise<Api> {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role }]);
    return service.api.signedIn(email, password);
  }

  async function family() {
    const familyId = await service.fixtures.family(collectiviteId);
    const adult = async (position: number) => {
      const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
      const columns = { position, email: account.email, account_id: account.id };
      const guardianId = await service.fixtures.guardian(collectiviteId, familyId, columns);
      return { guardianId, email: account.email, api: await service.api.signedIn(account.email, account.password) };
    };
    return { familyId, first: await adult(1), second: await adult(2), path: `/families/${familyId}` };
  }

  const paper = (familyId: number, guardianId: number, more: Record<string, unknown> = {}) =>
    regisseur.post(`/collectivites/${collectiviteId}/mandates`, {
      ...{ familyId, guardianId, ...ACCOUNT, signedOn: '2026-11-20' },
      ...more,
    });

  const rows = (sql: string, ...parameters: unknown[]) =>
    service.database.read(() => service.database.rows<Record<string, string | number>>(sql, parameters));

  it('lets a parent read, sign, keep and end a mandate, and shows the account to nobody', async () => {
    const { familyId, first, second, path } = await family();
    const before = (await first.api.get(`${path}/direct-debit`)).body;
    expect(before).toMatchObject({ offered: true, mandate: null, text: { version: '2026-11', ics: 'FR72ZZZ123456' } });
    expect(before.text.paragraphs.join(' ')).toContain('au moins 14 jours avant');
    const signed = await first.api.post(`${path}/mandates`, SIGNED);
    expect(signed.status).toBe(201);
    expect(signed.body).toMatchObject({
      ...{ rum: 'CANTINE-2026-000001', state: 'ACTIVE', account: 'FR76 •••• 0189', signedOn: '2026-11-26', own: true },
    });
    const again = await first.api.post(`${path}/mandates`, SIGNED);
    expect([again.status, again.body.code]).toEqual([409, 'MANDATE_EXISTS']);

    await service.settle();
    const [mail] = await service.mails.to(first.email);
    expect(mail!.subject).toBe('Votre mandat de prélèvement est enregistré');
    expect(mail!.text).toContain('FR76 •••• 0189');
    expect(mail!.attachments).toMatchObject([{ filename: 'mandat-CANTINE-2026-000001.pdf' }]);
    expect(await service.mails.to(second.email)).toEqual([]);

    const seen = (await second.api.get(`${path}/direct-debit`)).body.mandate;
    expect(seen).toMatchObject({ own: false, account: 'FR76 •••• 0189' });
    const mandateId = Number(signed.body.id);
    const mine = `${path}/mandates/${mandateId}`;
    expect((await first.api.get(`${mine}/pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await second.api.get(`${mine}/pdf`)).status).toBe(404);
    expect((await second.api.post(`${mine}/revocations`)).status).toBe(404);
    const elsewhere = await family();
    expect((await elsewhere.first.api.get(`${elsewhere.path}/mandates/${mandateId}/pdf`)).status).toBe(404);

    const kept = await rows('SELECT * FROM mandates WHERE family_id = ?', familyId);
    expect(JSON.stringify(kept)).not.toMatch(/11234567890|Camille/);
    expect(await everythingWritten()).not.toMatch(/11234567890|1234 5678 90/);

    expect((await first.api.post(`${mine}/revocations`)).body).toMatchObject({ state: 'REVOKED' });
    expect((await first.api.post(`${mine}/revocations`)).body).toMatchObject({ code: 'MANDATE_ENDED' });
    await service.settle();
    expect((await service.mails.to(first.email)).map(({ subject }) => subject)).toContain(
      'Votre mandat de prélèvement est révoqué',
    );
    expect((await first.api.get(`${path}/direct-debit`)).body.mandate).toBeNull();
  });

  /** Rows that anyone who reads the database sees, files, mails. */
  async function everythingWritten(): Promise<string> {
    const tables = await rows('SELECT payload FROM outbox_messages');
    const audited = await rows('SELECT detail FROM audit_entries');
    const { filesDirectory } = service.configuration;
    const names = await readdir(filesDirectory, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      names.filter((one) => one.isFile()).map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
    );
    return JSON.stringify([tables, audited]) + files.join();
  }

  it('replaces a mandate for a new account, under a new reference', async () => {
    const { first, second, path } = await family();
    const { id } = (await first.api.post(`${path}/mandates`, SIGNED)).body;
    const moved = { ...SIGNED, iban: OTHER_IBAN, replaces: id };
    expect((await second.api.post(`${path}/mandates`, moved)).status).toBe(404);
    const replaced = await first.api.post(`${path}/mandates`, moved);
    expect(replaced.body).toMatchObject({ state: 'ACTIVE', account: 'FR14 •••• 2606' });
    expect(replaced.body.rum).not.toBe('CANTINE-2026-000001');
    const list = await regisseur.get(`/collectivites/${collectiviteId}/mandates?living=true`);
    expect(list.body.items.map((one: { id: number }) => one.id)).toContain(replaced.body.id);
    expect(list.body.items.map((one: { id: number }) => one.id)).not.toContain(id);
  });

  it.each<[string, object, number, string]>([
    ['a wrong key', { iban: 'FR7630006000011234567890188' }, 422, 'BANK_ACCOUNT_REFUSED'],
    ['an account abroad without BIC', { iban: 'BE68539007547034' }, 422, 'BANK_ACCOUNT_REFUSED'],
    ['an account out of SEPA', { iban: 'TR330006100519786457841326' }, 422, 'BANK_ACCOUNT_REFUSED'],
    ['a text of before', { textVersion: '2020-01' }, 409, 'MANDATE_TEXT_CHANGED'],
    ['no agreement', { accepted: false }, 400, 'INVALID_REQUEST'],
  ])('refuses %s, and repeats no account', async (_, more, status, code) => {
    const { first, path } = await family();
    const answer = await first.api.post(`${path}/mandates`, { ...SIGNED, ...more });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text.replace(/\s/g, '')).not.toMatch(/1123456789018|539007547034|51978645784/);
  });

  it('records a paper with its scan, and traces each look at the account', async () => {
    const { familyId, first } = await family();
    const scan = Buffer.from(`%PDF-1.7
${IBAN}
%%EOF`);
    const answer = await regisseur.upload(
      `/collectivites/${collectiviteId}/mandates`,
      { familyId: String(familyId), guardianId: String(first.guardianId), ...ACCOUNT, signedOn: '2026-11-20' },
      [{ field: 'files', name: 'mandat.pdf', type: 'application/pdf', content: scan }],
    );
    expect(answer.body).toMatchObject({ origin: 'PAPER', scanned: true, signedOn: '2026-11-20' });
    const path = `/collectivites/${collectiviteId}/mandates/${answer.body.id}`;
    expect((await regisseur.get(`${path}/account`)).body).toEqual({ iban: IBAN, bic: null, holder: 'Camille Durand' });
    expect((await regisseur.get(`${path}/scan`)).bytes.equals(scan)).toBe(true);
    expect((await regisseur.get(`${path}/pdf`)).headers['content-type']).toBe('application/pdf');
    const looks = await rows('SELECT detail FROM audit_entries WHERE action = ? ORDER BY id', 'mandate.account-seen');
    expect(looks.map(({ detail }) => JSON.parse(String(detail)))).toEqual([
      ...[{ what: 'account' }, { what: 'scan' }, { what: 'paper' }],
    ]);

    const refusedBy = async (more: Record<string, unknown>) => (await paper(familyId, first.guardianId, more)).status;
    expect(await refusedBy({ signedOn: '2026-11-27' })).toBe(400);
    expect(await refusedBy({ signedOn: '2023-11-25' })).toBe(400);
    expect(await refusedBy({ guardianId: 999_999 })).toBe(404);
    expect(await refusedBy({})).toBe(409);
  });

  it('offers debits what they need, and nothing of a mandate that cannot serve', async () => {
    const { familyId, first } = await family();
    const { id } = (await paper(familyId, first.guardianId)).body;
    const mandates = service.app.get(MandatesForDebit);
    const on = (date: string) => mandates.run(collectiviteId, [familyId], Temporal.PlainDate.from(date));
    expect((await on('2026-12-15')).get(familyId)).toMatchObject({ mandateId: id, iban: IBAN, sequence: 'RCUR' });
    expect((await on('2029-11-20')).has(familyId)).toBe(true);
    expect((await on('2029-11-21')).has(familyId)).toBe(false);
    const notices = service.app.get(FindDebitNotices);
    const dates = { issuedOn: Temporal.PlainDate.from('2026-12-01'), dueOn: Temporal.PlainDate.from('2026-12-10') };
    const notice = (await notices.run(collectiviteId, [familyId], dates)).get(familyId)!;
    expect([notice.on.toString(), notice.account]).toEqual(['2026-12-15', 'FR76 •••• 0189']);

    await service.database.unit(() => mandates.served(collectiviteId, [id], Temporal.PlainDate.from('2026-12-15')));
    expect((await on('2029-12-15')).has(familyId)).toBe(true);
    await service.database.unit(() => service.app.get(SuspendMandate).run(collectiviteId, id, 'AC04'));
    expect((await on('2026-12-16')).has(familyId)).toBe(false);
    const path = `/collectivites/${collectiviteId}/mandates`;
    const listed = (await regisseur.get(`${path}?familyId=${familyId}`)).body.items[0];
    expect(listed).toMatchObject({ state: 'SUSPENDED', suspendedFor: 'compte clôturé' });
    expect((await regisseur.post(`${path}/${id}/resumptions`)).body).toMatchObject({ state: 'ACTIVE' });
    expect((await regisseur.post(`${path}/${id}/resumptions`)).body).toMatchObject({ code: 'MANDATE_NOT_SUSPENDED' });
  });

  it('keeps the settings right, and the identifier while a mandate lives', async () => {
    const path = `/collectivites/${collectiviteId}/sepa-settings`;
    const wrong = { ...SETTINGS, ics: 'FR73ZZZ123456', dftIban: null, ddfipCodique: '34' };
    const refused = await administrateur.put(path, wrong);
    expect(refused.body.code).toBe('SEPA_SETTINGS_REFUSED');
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'ics',
      'ddfipCodique',
      'dftIban',
    ]);
    const other = await administrateur.put(path, { ...SETTINGS, ics: 'FR14ZZZ594077' });
    expect([other.status, other.body.code]).toEqual([409, 'CREDITOR_IN_USE']);
    expect((await regisseur.get(path)).body).toMatchObject({ creditedIban: 'FR7630001007941234567890185' });
  });

  it('seals all of it again under a new key, and opens nothing without the right one', async () => {
    const { familyId, first } = await family();
    await paper(familyId, first.guardianId);
    const today = Temporal.PlainDate.from('2026-11-27');
    const open = () => service.app.get(MandatesForDebit).run(collectiviteId, [familyId], today);
    const newest = parseDataKeys(randomBytes(32).toString('base64'), true);
    const configuration = service.configuration as { dataKeys: typeof newest };
    const old = configuration.dataKeys;
    configuration.dataKeys = [...newest, ...old];
    const { sealedAgain } = await service.app.get(RotateDataKey).run();
    const [count] = await rows('SELECT COUNT(*) + COUNT(scan_file_id) AS n FROM mandates');
    expect(sealedAgain).toBe(Number(count!['n']));
    expect(await service.app.get(RotateDataKey).run()).toEqual({ sealedAgain: 0 });
    configuration.dataKeys = newest;
    expect((await open()).get(familyId)).toMatchObject({ iban: IBAN });
    configuration.dataKeys = old;
    await expect(open()).rejects.toThrow(/DATA_KEY does not hold/);
    configuration.dataKeys = newest;

    const { id } = (await service.app.get(FindMandates).ofFamily(collectiviteId, familyId))!;
    const [stolen] = await rows('SELECT account FROM mandates WHERE id <> ? ORDER BY id LIMIT 1', id);
    await service.database.unit(() =>
      service.database.change('UPDATE mandates SET account = ? WHERE id = ?', [stolen!['account'], id]),
    );
    await expect(open()).rejects.toThrow(/lies where it was not sealed/);
    configuration.dataKeys = [];
    const someone = await family();
    const refused = await someone.first.api.post(`${someone.path}/mandates`, SIGNED);
    expect([refused.status, refused.body.code]).toEqual([503, 'DATA_KEY_MISSING']);
  });
});
