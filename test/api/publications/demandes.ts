import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Throttle } from '../../../src/platform/http/throttle.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const LOCKED_PDF = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(40)]);
const WEBP = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(40)]);
const HEIC = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(40)]);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

const file = (name: string, content: Buffer, type = 'application/octet-stream') => ({
  field: 'files',
  name,
  type,
  content,
});

describe('demandes', () => {
  let service: RunningService;
  let here: number;
  let elsewhere: number;
  let family: number;
  let otherFamily: number;
  let parentEmail: string;
  const apis = {} as Record<'parent' | 'partner' | 'otherParent' | 'agent' | 'animateur' | 'stranger', Api>;

  beforeAll(async () => {
    service = await startService('demandes');
    const { fixtures, api } = service;
    here = await fixtures.collectivite({ name: 'Mairie de Valmont-sur-Orle' });
    elsewhere = await fixtures.collectivite();
    const signedIn = ({ email, password }: { email: string; password: string }) => api.signedIn(email, password);
    family = await fixtures.family(here);
    otherFamily = await fixtures.family(here, { name: 'MARTIN' });
    const parent = await fixtures.account([{ collectiviteId: here, role: 'parent' }], { first_name: 'Alix' });
    const partner = await fixtures.account([{ collectiviteId: here, role: 'parent' }]);
    const other = await fixtures.account([{ collectiviteId: here, role: 'parent' }]);
    parentEmail = parent.email;
    await fixtures.guardian(here, family, { account_id: parent.id, email: parent.email });
    await fixtures.guardian(here, family, { account_id: partner.id, position: 2 });
    await fixtures.guardian(here, otherFamily, { account_id: other.id });
    // Separated parents: the child lives with both foyers, the demandes do not.
    const child = await fixtures.child(here, family);
    await fixtures.row('custodies', {
      collectivite_id: here,
      child_id: child,
      family_id: otherFamily,
      weeks: 'EVEN',
      from_date: '2026-01-01',
      to_date: null,
    });
    apis.parent = await signedIn(parent);
    apis.partner = await signedIn(partner);
    apis.otherParent = await signedIn(other);
    apis.agent = await signedIn(
      await fixtures.account([{ collectiviteId: here, role: 'agent' }], { first_name: 'Sylvie', last_name: 'Arnaud' }),
    );
    apis.animateur = await signedIn(await fixtures.account([{ collectiviteId: here, role: 'animateur' }]));
    apis.stranger = await signedIn(await fixtures.account([{ collectiviteId: elsewhere, role: 'administrateur' }]));
  });
  afterAll(() => service.stop());

  const mine = () => `/families/${family}/demandes`;
  const theirs = () => `/collectivites/${here}/demandes`;
  const demande = { category: 'ABSENCE', subject: 'Absence de Léa', message: 'Bonjour,\nLéa est malade.' };
  const counts = () =>
    service.database.read(async () => {
      const count = async (table: string) =>
        Number((await service.database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);
      return [await count('demandes'), await count('demande_messages'), await count('stored_files')];
    });

  it('are acknowledged by mail as the law asks', async () => {
    // As a page that filled the subject in has it, with the no-break spaces of what is shown.
    const sent = await apis.parent.post(mine(), { ...demande, subject: 'Facture\u00a0: Léa, 1\u202f200\u00a0€' });
    expect(sent).toMatchObject({
      status: 201,
      body: {
        reference: 'D-2026-000001',
        subject: 'Facture : Léa, 1 200 €',
        state: 'RECEIVED',
        receivedAt: '2026-09-01T06:00:00Z',
        messages: [{ fromMairie: false, authorName: 'Alix Durand', body: demande.message, attachments: [] }],
      },
    });
    await service.settle();
    const [mail] = await service.mails.to(parentEmail);
    expect(mail?.subject).toContain('D-2026-000001');
    const text = mail!.text!.replaceAll('\u00a0', ' ');
    for (const fact of [
      'mardi 1er septembre 2026 à 8 h 00',
      'Mairie de Valmont-sur-Orle',
      '1 place de la Mairie',
      'periscolaire@test.example',
      '04 67 00 00 00',
      `https://famille.test/familles/${family}/demandes/${sent.body.id}`,
    ])
      expect(text).toContain(fact);
    expect(text).not.toContain('malade');
  });

  it('say whom and which days they are about, to the parent and to the mairie, as JSON or in a form', async () => {
    const [tom, lea] = [await service.fixtures.child(here, family), await service.fixtures.child(here, family)];
    const about = { ...demande, childIds: [lea, tom], from: '2026-11-26', to: '2026-11-27' };
    const told = { children: [{ childId: lea }, { childId: tom }], from: '2026-11-26', to: '2026-11-27' };
    const { status, body } = await apis.parent.post(mine(), about);
    expect([status, body]).toMatchObject([201, told]);
    expect((await apis.parent.get(mine())).body.items[0]).toMatchObject({ id: body.id, ...told });
    expect((await apis.agent.get(theirs())).body.items[0]).toMatchObject({ id: body.id, ...told });
    expect((await apis.agent.get(`${theirs()}/${body.id}`)).body).toMatchObject(told);
    const form = { ...demande, childIds: String(tom), from: '2026-11-26' };
    const alone = await apis.parent.upload(mine(), form, [file('bon.pdf', PDF)]);
    expect(alone.body).toMatchObject({ children: [{ childId: tom }], from: '2026-11-26', to: '2026-11-26' });

    const before = await counts();
    const stranger = await service.fixtures.child(elsewhere, await service.fixtures.family(elsewhere));
    const wrong = async (fields: object) =>
      (await apis.parent.post(mine(), { ...demande, ...fields })).body.errors.map(
        ({ field }: { field: string }) => field,
      );
    expect(await wrong({ childIds: [stranger] })).toEqual(['childIds']);
    expect(await wrong({ childIds: [lea, 2_000_000] })).toEqual(['childIds']);
    expect(await wrong({ childIds: [lea, lea] })).toEqual(['childIds']);
    expect(await wrong({ to: '2026-11-26' })).toEqual(['from']);
    expect(await wrong({ from: '2026-11-26', to: '2026-11-25' })).toEqual(['to']);
    expect(await wrong({ from: '2026-02-30' })).toEqual(['from']);
    expect(await counts()).toEqual(before);
  });

  it('are answered; the mail says so and nothing of the answer', async () => {
    const { id } = (await apis.parent.post(mine(), demande)).body;
    const answered = await apis.agent.post(`${theirs()}/${id}/messages`, { message: 'Bien reçu, repas décomptés.' });
    expect(answered).toMatchObject({
      status: 201,
      body: {
        state: 'ANSWERED',
        familyName: 'DURAND',
        messages: [{ fromMairie: false }, { fromMairie: true, authorName: 'Sylvie Arnaud' }],
      },
    });
    await service.settle();
    const mails = await service.mails.to(parentEmail);
    const mail = mails.find(({ subject }) => subject?.startsWith('Une réponse'));
    expect(mail?.text).toContain(`/demandes/${id}`);
    expect(mail?.text).not.toContain('décomptés');
    const further = await apis.partner.post(`${mine()}/${id}/messages`, { message: 'Merci !' });
    expect(further).toMatchObject({ status: 201, body: { state: 'IN_PROGRESS' } });
    expect(further.body.messages).toHaveLength(3);
  });

  it('are unread until an adult reads the answer, each for oneself and on every device', async () => {
    const { id } = (await apis.parent.post(mine(), demande)).body;
    const isUnread = async (api: Api) =>
      (await api.get(`${mine()}?limit=1`)).body.items.map((one: { unread: boolean }) => one.unread);
    const read = (api: Api, messageId: number) => api.put(`${mine()}/${id}/reading`, { messageId });
    expect(await isUnread(apis.parent)).toEqual([false]);
    const { messages } = (await apis.agent.post(`${theirs()}/${id}/messages`, { message: 'Bien reçu.' })).body;
    const [question, answer] = messages.map((message: { id: number }) => message.id) as [number, number];
    expect([await isUnread(apis.parent), await isUnread(apis.partner)]).toEqual([[true], [true]]);
    expect((await read(apis.parent, question)).status).toBe(204);
    expect(await isUnread(apis.parent)).toEqual([true]);
    expect((await read(apis.parent, answer)).status).toBe(204);
    expect((await read(apis.parent, question)).status).toBe(204);
    expect([await isUnread(apis.parent), await isUnread(apis.partner)]).toEqual([[false], [true]]);
    await apis.agent.post(`${theirs()}/${id}/messages`, { message: 'Et voilà.' });
    expect(await isUnread(apis.parent)).toEqual([true]);
    expect((await read(apis.parent, 1_999_999)).status).toBe(404);
    const another = (await apis.parent.post(mine(), demande)).body.messages[0].id as number;
    expect((await read(apis.parent, another)).status).toBe(404);
    const path = `/families/${otherFamily}/demandes/${id}/reading`;
    expect((await apis.otherParent.put(path, { messageId: answer })).status).toBe(404);
  });

  it('move from state to state, and a closed one is not written in', async () => {
    const { id } = (await apis.parent.post(mine(), demande)).body;
    const state = (to: string) => apis.agent.put(`${theirs()}/${id}/state`, { state: to });
    expect(await state('IN_PROGRESS')).toMatchObject({ status: 200, body: { state: 'IN_PROGRESS' } });
    expect(await state('RECEIVED')).toMatchObject({ status: 409, body: { code: 'DEMANDE_STATE_REFUSED' } });
    expect(await state('CLOSED')).toMatchObject({ status: 200 });
    expect(await state('CLOSED')).toMatchObject({ status: 200 });
    const message = { message: 'Encore un mot' };
    expect(await apis.parent.post(`${mine()}/${id}/messages`, message)).toMatchObject({
      status: 409,
      body: { code: 'DEMANDE_CLOSED' },
    });
    expect(await apis.agent.post(`${theirs()}/${id}/messages`, message)).toMatchObject({ status: 409 });
    expect(await state('IN_PROGRESS')).toMatchObject({ status: 200 });
    expect(await apis.parent.post(`${mine()}/${id}/messages`, message)).toMatchObject({ status: 201 });
    expect(await state('LOST')).toMatchObject({ status: 400 });
  });

  it('carry papers and photographs, given back as they came', async () => {
    const sent = await apis.parent.upload(mine(), demande, [
      file('certificat d’été.pdf', PDF, 'text/html'),
      file('photo.JPG', JPEG),
      file('capture.png', PNG),
      file('scan.webp', WEBP),
      file('IMG_0042.HEIC', HEIC),
    ]);
    expect(sent.status).toBe(201);
    const { attachments } = sent.body.messages[0];
    expect(attachments.map(({ name, mediaType }: { name: string; mediaType: string }) => [name, mediaType])).toEqual([
      ['certificat d’été.pdf', 'application/pdf'],
      ['photo.JPG', 'image/jpeg'],
      ['capture.png', 'image/png'],
      ['scan.webp', 'image/webp'],
      ['IMG_0042.HEIC', 'image/heic'],
    ]);
    const path = `${sent.body.id}/attachments/${attachments[0].id}`;
    for (const answer of [await apis.parent.get(`${mine()}/${path}`), await apis.agent.get(`${theirs()}/${path}`)]) {
      expect(answer.status).toBe(200);
      expect(answer.bytes.equals(PDF)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': "attachment; filename*=UTF-8''certificat%20d%E2%80%99%C3%A9t%C3%A9.pdf",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    }
    const traces = await service.database.read(() =>
      service.database.rows("SELECT id FROM audit_entries WHERE action = 'demande.attachment-seen'"),
    );
    expect(traces).toHaveLength(1);

    expect(await apis.otherParent.get(`/families/${otherFamily}/demandes/${path}`)).toMatchObject({ status: 404 });
    const another = (await apis.parent.post(mine(), demande)).body.id as number;
    expect(await apis.parent.get(`${mine()}/${another}/attachments/${attachments[0].id}`)).toMatchObject({
      status: 404,
    });
    expect(await apis.stranger.get(`/collectivites/${elsewhere}/demandes/${path}`)).toMatchObject({ status: 404 });
    expect(await apis.animateur.get(`${theirs()}/${path}`)).toMatchObject({ status: 403 });
  });

  it.each([
    ['an SVG', file('dessin.svg', SVG, 'image/svg+xml')],
    ['an SVG called PNG', file('dessin.png', SVG, 'image/png')],
    ['a page called PDF', file('facture.pdf', Buffer.from('<!doctype html><script>1</script>'), 'application/pdf')],
    ['a program', file('photo.jpg', Buffer.from('MZ\x90\0programme', 'latin1'), 'image/jpeg')],
    ['a photograph called PDF', file('certificat.pdf', JPEG, 'application/pdf')],
    ['a PDF without ending', file('certificat', PDF, 'application/pdf')],
    ['a locked PDF', file('certificat.pdf', LOCKED_PDF, 'application/pdf')],
    ['an empty file', file('certificat.pdf', Buffer.alloc(0), 'application/pdf')],
  ])('refuse %s, and keep nothing of it', async (_, wrong) => {
    const before = await counts();
    const answer = await apis.parent.upload(mine(), demande, [file('bon.pdf', PDF), wrong]);
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'ATTACHMENT_TYPE_REFUSED', errors: [{ field: 'files[1]' }] },
    });
    expect(await counts()).toEqual(before);
  });

  it('refuse what is too large or too much, and keep nothing of it', async () => {
    const before = await counts();
    const large = Buffer.concat([PDF, Buffer.alloc(30 * 1024 * 1024)]);
    expect(await apis.parent.upload(mine(), demande, [file('gros.pdf', large)])).toMatchObject({
      status: 413,
      body: { code: 'PAYLOAD_TOO_LARGE' },
    });
    const six = Array.from({ length: 6 }, (_, index) => file(`${index}.pdf`, PDF));
    expect(await apis.parent.upload(mine(), demande, six)).toMatchObject({ status: 413 });
    expect(await counts()).toEqual(before);
    expect(await apis.parent.get(mine())).toMatchObject({ status: 200 });
  });

  it('of one sender come a few at a time: the others are refused before they are read, and nothing of them stays', async () => {
    const before = await counts();
    const many = Array.from({ length: 12 }, () => apis.parent.upload(mine(), demande, [file('bon.pdf', PDF)]));
    const answers = await Promise.all(many);
    const taken = answers.filter(({ status }) => status === 201).length;
    const refused = answers.filter(({ status }) => status === 429);
    expect(taken).toBeGreaterThanOrEqual(3);
    expect(taken + refused.length).toBe(12);
    expect(refused[0]).toMatchObject({ body: { code: 'TOO_MANY_REQUESTS' } });
    expect(await counts()).toEqual(before.map((count) => count + taken));
    const incoming = await readdir(join(service.configuration.filesDirectory, 'incoming'));
    expect(incoming.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
    expect(await apis.parent.upload(mine(), demande, [file('bon.pdf', PDF)])).toMatchObject({ status: 201 });
  });

  it('whose sender is gone before they are read hold up none of the next', async () => {
    const { accessToken } = (await service.api.post('/auth/sessions', { email: parentEmail, password: PASSWORD })).body;
    const server = service.app.getHttpServer();
    for (let lost = 0; lost < 3; lost += 1) {
      const line = new AbortController();
      const gone = new Promise((resolve) => {
        server.once('request', (request: IncomingMessage) => request.once('close', resolve));
      });
      const counting = jest.spyOn(service.app.get(Throttle), 'count').mockImplementationOnce(async () => {
        line.abort();
        await gone;
      });
      const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'multipart/form-data; boundary=zz' };
      const endless = new ReadableStream({ start: (body) => body.enqueue(Buffer.from('--zz\r\n')) });
      const url = `${await service.app.getUrl()}/api/v1${mine()}`;
      const sent = fetch(url, { method: 'POST', headers, body: endless, duplex: 'half', signal: line.signal });
      await expect(sent).rejects.toThrow('aborted');
      await gone;
      counting.mockRestore();
    }
    expect(await apis.parent.upload(mine(), demande, [file('bon.pdf', PDF)])).toMatchObject({ status: 201 });
  });

  it('refuse a form that lacks something', async () => {
    const before = await counts();
    const fields = async (body: object) =>
      (await apis.parent.post(mine(), body)).body.errors.map(({ field }: { field: string }) => field);
    expect(await fields({})).toEqual(['category', 'subject', 'message']);
    expect(await fields({ ...demande, category: 'COMPLAINT' })).toEqual(['category']);
    expect(await fields({ ...demande, files: [{ name: 'a.pdf' }] })).toEqual(['files']);
    expect(await fields({ ...demande, state: 'CLOSED' })).toEqual(['state']);
    const { message, ...rest } = demande;
    expect(message).toBeTruthy();
    expect(await apis.parent.upload(mine(), rest, [file('bon.pdf', PDF)])).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'message' }] },
    });
    expect(await counts()).toEqual(before);
  });

  it('are sent once, however often the button is pressed', async () => {
    const before = await counts();
    const pressed = apis.parent.withHeaders({ 'idempotency-key': 'demande-0001' });
    const first = await pressed.upload(mine(), demande, [file('bon.pdf', PDF)]);
    const second = await pressed.upload(mine(), demande, [file('bon.pdf', PDF)]);
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(await counts()).toEqual([before[0]! + 1, before[1]! + 1, before[2]! + 1]);
    expect(await pressed.upload(mine(), demande, [file('bon.pdf', Buffer.concat([PDF, PDF]))])).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('have unbroken references, whatever is refused in between', async () => {
    const numbers = (await apis.parent.get(`${mine()}?limit=200`)).body.items.map(
      ({ reference }: { reference: string }) => Number(reference.slice(-6)),
    );
    expect(numbers).toEqual(numbers.map((_: number, index: number) => numbers.length - index));
  });

  it('are listed to the mairie by state and category, page after page', async () => {
    const billing = { category: 'BILLING', subject: 'Ma facture', message: 'Une question.' };
    const ids = [];
    for (let index = 0; index < 3; index += 1)
      ids.push((await apis.otherParent.post(`/families/${otherFamily}/demandes`, billing)).body.id as number);
    const first = await apis.agent.get(`${theirs()}?category=BILLING&state=RECEIVED&limit=2`);
    expect(first.body).toMatchObject({
      items: [{ id: ids[2], familyName: 'MARTIN', familyId: otherFamily }, { id: ids[1] }],
      next: ids[1],
    });
    const second = await apis.agent.get(`${theirs()}?category=BILLING&state=RECEIVED&limit=2&after=${ids[1]}`);
    expect(second.body).toMatchObject({ items: [{ id: ids[0] }], next: null });
    expect(await apis.agent.get(`${theirs()}?state=LOST`)).toMatchObject({ status: 400 });
  });

  it('belong to one family: the other foyer and strangers find nothing', async () => {
    const { id } = (await apis.parent.post(mine(), demande)).body;
    const fromOther = `/families/${otherFamily}/demandes`;
    expect((await apis.otherParent.get(fromOther)).body.items.some((one: { id: number }) => one.id === id)).toBe(false);
    expect(await apis.otherParent.get(`${fromOther}/${id}`)).toMatchObject({ status: 404 });
    expect(await apis.otherParent.post(`${fromOther}/${id}/messages`, { message: 'Moi' })).toMatchObject({
      status: 404,
    });
    expect(await apis.otherParent.get(`${mine()}/${id}`)).toMatchObject({ status: 404 });
    expect(await apis.otherParent.post(mine(), demande)).toMatchObject({ status: 404 });
    expect(await apis.stranger.get(`/collectivites/${elsewhere}/demandes/${id}`)).toMatchObject({ status: 404 });
    expect(
      await apis.stranger.post(`/collectivites/${elsewhere}/demandes/${id}/messages`, { message: 'Moi' }),
    ).toMatchObject({ status: 404 });
    expect(
      await apis.stranger.put(`/collectivites/${elsewhere}/demandes/${id}/state`, { state: 'CLOSED' }),
    ).toMatchObject({ status: 404 });
    expect(await apis.stranger.get(theirs())).toMatchObject({ status: 404 });
    expect(await apis.parent.get(theirs())).toMatchObject({ status: 403 });
    expect(await apis.animateur.get(`${theirs()}/${id}`)).toMatchObject({ status: 403 });
    expect((await apis.partner.get(`${mine()}/${id}`)).status).toBe(200);
  });

  describe('documents', () => {
    const published = (fields: Record<string, string>, name = 'attestation.pdf') =>
      apis.agent.upload(`/collectivites/${here}/documents`, fields, [file(name, PDF)]);

    it('are published for one family or for all, and withdrawn', async () => {
      const own = await published({ title: 'Attestation 2026', familyId: String(family) });
      expect(own).toMatchObject({
        status: 201,
        body: { title: 'Attestation 2026', personal: true, familyId: family, withdrawnAt: null, size: PDF.length },
      });
      const common = await published({ title: 'Règlement' }, 'reglement.pdf');
      expect(common).toMatchObject({ status: 201, body: { personal: false, familyId: null } });
      const titles = async (api: Api, id: number) =>
        (await api.get(`/families/${id}/documents`)).body.items.map(({ title }: { title: string }) => title);
      expect(await titles(apis.parent, family)).toEqual(['Règlement', 'Attestation 2026']);
      expect(await titles(apis.otherParent, otherFamily)).toEqual(['Règlement']);
      const content = (id: number, documentId: number) => `/families/${id}/documents/${documentId}/content`;
      const got = await apis.partner.get(content(family, own.body.id));
      expect(got.bytes.equals(PDF)).toBe(true);
      expect(got.headers['content-disposition']).toContain('attachment');
      expect(await apis.otherParent.get(content(otherFamily, own.body.id))).toMatchObject({ status: 404 });
      expect(await apis.otherParent.get(content(otherFamily, common.body.id))).toMatchObject({ status: 200 });

      const path = `/collectivites/${here}/documents`;
      expect(
        await apis.stranger.post(`/collectivites/${elsewhere}/documents/${own.body.id}/withdrawals`),
      ).toMatchObject({
        status: 404,
      });
      expect(await apis.stranger.get(`/collectivites/${elsewhere}/documents/${own.body.id}/content`)).toMatchObject({
        status: 404,
      });
      expect(await apis.agent.post(`${path}/${own.body.id}/withdrawals`)).toMatchObject({
        status: 200,
        body: { withdrawnAt: '2026-09-01T06:00:00Z' },
      });
      expect(await apis.agent.post(`${path}/${own.body.id}/withdrawals`)).toMatchObject({ status: 409 });
      expect(await titles(apis.parent, family)).toEqual(['Règlement']);
      expect(await apis.parent.get(content(family, own.body.id))).toMatchObject({ status: 404 });
      expect((await apis.agent.get(`${path}?familyId=${family}`)).body.items).toHaveLength(1);
      expect(await apis.agent.get(`${path}/${own.body.id}/content`)).toMatchObject({ status: 200 });
    });

    it('are refused without a file, for a stranger’s family, or by a parent', async () => {
      const path = `/collectivites/${here}/documents`;
      const title = 'Attestation';
      expect(await apis.agent.upload(path, { title }, [])).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'files' }] },
      });
      expect(await apis.agent.upload(path, { title }, [file('a.svg', SVG)])).toMatchObject({ status: 422 });
      const stranger = await service.fixtures.family(elsewhere);
      expect(await published({ title, familyId: String(stranger) })).toMatchObject({ status: 404 });
      expect(await apis.parent.upload(path, { title }, [file('a.pdf', PDF)])).toMatchObject({ status: 403 });
      expect(await apis.stranger.upload(path, { title }, [file('a.pdf', PDF)])).toMatchObject({ status: 404 });
    });
  });
});
