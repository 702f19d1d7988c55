import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailSettled } from '../../../src/platform/mail/mail-queue.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { solvedAltcha } from '../../support/altcha.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { InvitedFamily } from '../../support/invited-family.js';

describe('invitations', () => {
  let service: RunningService;
  let collectiviteId: number;
  let agent: Api;
  beforeAll(async () => {
    service = await startService('invitations');
    ({ collectiviteId, agent } = await newMairie());
  });
  afterAll(() => service.stop());

  async function newMairie(name = 'MAIRIE DE VALMONT-SUR-ORLE'): Promise<{ collectiviteId: number; agent: Api }> {
    const id = await service.fixtures.collectivite({ name });
    const { email, password } = await service.fixtures.account([{ collectiviteId: id, role: 'agent' }]);
    return { collectiviteId: id, agent: await service.api.signedIn(email, password) };
  }
  const path = () => `/collectivites/${collectiviteId}/invitations`;
  const listed = async (query = '') => (await agent.get(`${path()}${query}`)).body.items;

  it('greet the parent by name and say who invites and whom to ask', async () => {
    const family = await InvitedFamily.in(service, collectiviteId);
    expect((await agent.post(path(), { guardianId: family.guardianId })).status).toBe(201);
    await service.settle();
    const [mail] = await service.mails.to(family.email);
    expect(mail!.from!.value[0]).toEqual({ name: 'MAIRIE DE VALMONT-SUR-ORLE', address: 'no-reply@famille.test' });
    expect(mail!.text).toContain('Bonjour Monsieur Marc LEFEVRE,');
    for (const fact of [
      'MAIRIE DE VALMONT-SUR-ORLE',
      '04 67 00 00 00',
      'periscolaire@test.example',
      'mardi 15 septembre 2026',
    ])
      expect(mail!.text).toContain(fact);
    expect(mail!.text).toContain(`&email=${encodeURIComponent(family.email)}`);
  });

  it('are stored without their code', async () => {
    const family = await InvitedFamily.in(service, collectiviteId);
    await agent.post(path(), { guardianId: family.guardianId });
    const code = await family.mailedCode();
    const tables = ['invitations', 'outbox_messages', 'audit_entries'];
    const rows = await service.database.read(() =>
      Promise.all(tables.map((table) => service.database.rows(`SELECT * FROM ${table}`))),
    );
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('show their state: waiting, sent, opened, replaced, used, expired', async () => {
    const mairie = await newMairie();
    const family = await InvitedFamily.in(service, mairie.collectiviteId);
    const states = async () => {
      const { body } = await mairie.agent.get(`/collectivites/${mairie.collectiviteId}/invitations`);
      return body.items.map(({ state }: { state: string }) => state);
    };
    const invite = () =>
      mairie.agent.post(`/collectivites/${mairie.collectiviteId}/invitations`, { guardianId: family.guardianId });
    await invite();
    expect(await states()).toEqual(['WAITING']);
    const first = await family.mailedCode();
    expect(await states()).toEqual(['SENT']);
    await family.open(first);
    expect(await states()).toEqual(['OPENED']);
    await invite();
    expect(await states()).toEqual(['WAITING', 'REPLACED']);
    expect((await family.open(first)).answer.body.code).toBe('INVITATION_EXPIRED');
    const { api } = await family.open(await family.mailedCode());
    await family.fillIn(api);
    expect((await family.complete(api)).status).toBe(201);
    expect(await states()).toEqual(['USED', 'REPLACED']);
    expect((await invite()).body.code).toBe('GUARDIAN_HAS_ACCOUNT');
  });

  it('tell the agent that a mail server refused the address', async () => {
    const family = await InvitedFamily.in(service, collectiviteId);
    const { body } = await agent.post(path(), { guardianId: family.guardianId });
    // What the queue tells when a server answers 550: told here by hand, as no server runs.
    const at = service.clock.now().toString();
    const settled = {
      reference: `invitation:${body.invitationId}`,
      outcome: 'FAILED',
      final: true,
      reason: 'SMTP RCPT TO 550 5.1.1',
      at,
    };
    await service.database.unit(async () => {
      await service.database.change('DELETE FROM outbox_messages WHERE message_key = ?', [
        `invitation:${body.invitationId}`,
      ]);
      await service.app.get(Outbox).emit(mailSettled, settled as never, { collectiviteId });
    });
    await service.settle();
    expect((await listed('?state=FAILED'))[0]).toMatchObject({
      invitationId: body.invitationId,
      failure: 'SMTP RCPT TO 550 5.1.1',
      failedAt: expect.any(String),
      guardianName: 'Marc LEFEVRE',
      familyName: 'LEFEVRE',
    });
    const again = await agent.post(`${path()}/batches`, { guardianIds: [family.guardianId] });
    expect(again.body).toEqual({ invited: 1, skipped: [] });
  });

  it('are filtered by state as they are shown', async () => {
    const mairie = await newMairie();
    const now = service.clock.now().epochMilliseconds;
    const base = { collectivite_id: mairie.collectiviteId, email: 'x@example.org', created_at: now };
    const later = now + 1000;
    const rows: Record<string, number>[] = [
      { expires_at: later },
      { expires_at: later, sent_at: now },
      { expires_at: later, failed_at: now },
      { expires_at: later, failed_at: now, opened_at: now },
      { expires_at: now, sent_at: now },
      { expires_at: now, replaced_at: now, opened_at: now },
      { expires_at: now, used_at: now, replaced_at: now },
    ];
    for (const [index, row] of rows.entries()) {
      const family = await InvitedFamily.in(service, mairie.collectiviteId);
      await service.fixtures.row('invitations', {
        ...base,
        guardian_id: family.guardianId,
        code_digest: `digest ${mairie.collectiviteId} ${index}`,
        ...row,
      });
    }
    const at = `/collectivites/${mairie.collectiviteId}/invitations`;
    const all = (await mairie.agent.get(at)).body.items as { state: string }[];
    expect(all.map(({ state }) => state)).toEqual([
      'USED',
      'REPLACED',
      'EXPIRED',
      'OPENED',
      'FAILED',
      'SENT',
      'WAITING',
    ]);
    for (const one of all) expect((await mairie.agent.get(`${at}?state=${one.state}`)).body.items).toEqual([one]);
    const page = await mairie.agent.get(`${at}?limit=3`);
    const next = await mairie.agent.get(`${at}?limit=10&after=${page.body.next}`);
    expect([...page.body.items, ...next.body.items]).toEqual(all);
  });

  it('go in bulk to those who can be invited, and tell the reason for the others', async () => {
    const mairie = await newMairie();
    const families = [];
    for (let count = 0; count < 5; count += 1) families.push(await InvitedFamily.in(service, mairie.collectiviteId));
    const [first, second, third] = families as [InvitedFamily, InvitedFamily, InvitedFamily];
    const other = { position: 2, first_name: 'Anne' };
    const noEmail = await service.fixtures.guardian(mairie.collectiviteId, first.familyId, other);
    const shared = await service.fixtures.guardian(mairie.collectiviteId, second.familyId, {
      ...other,
      email: second.email,
    });
    const account = await service.fixtures.account([]);
    const active = await service.fixtures.guardian(mairie.collectiviteId, third.familyId, {
      ...other,
      account_id: account.id,
    });
    const at = `/collectivites/${mairie.collectiviteId}/invitations`;
    await mairie.agent.post(at, { guardianId: first.guardianId });
    const { body } = await mairie.agent.post(`${at}/batches`, { all: true });
    expect(body.invited).toBe(4);
    expect(body.skipped).toEqual([
      { guardianId: first.guardianId, reason: 'LIVE_INVITATION', message: expect.any(String) },
      { guardianId: noEmail, reason: 'NO_EMAIL', message: expect.any(String) },
      { guardianId: shared, reason: 'SHARED_EMAIL', message: expect.any(String) },
      { guardianId: active, reason: 'HAS_ACCOUNT', message: expect.any(String) },
    ]);
    expect((await mairie.agent.post(`${at}/batches`, { all: true })).body.invited).toBe(0);
    await service.settle();
    expect(await service.mails.to(families[4]!.email)).toHaveLength(1);
  });

  it('of a guardian of another collectivité are not found', async () => {
    const elsewhere = await newMairie();
    const family = await InvitedFamily.in(service, elsewhere.collectiviteId);
    expect((await agent.post(path(), { guardianId: family.guardianId })).status).toBe(404);
    const bulk = await agent.post(`${path()}/batches`, { guardianIds: [family.guardianId] });
    expect(bulk.body).toMatchObject({ invited: 0, skipped: [{ reason: 'UNKNOWN' }] });
    expect((await elsewhere.agent.get(path())).status).toBe(404);
    expect((await agent.post(`${path()}/batches`, {})).status).toBe(400);
    expect((await agent.post(`${path()}/batches`, { all: true, guardianIds: [1] })).status).toBe(400);
  });

  it('need an address', async () => {
    const family = await InvitedFamily.in(service, collectiviteId);
    const guardianId = await service.fixtures.guardian(collectiviteId, family.familyId, { position: 2 });
    expect((await agent.post(path(), { guardianId })).body.code).toBe('GUARDIAN_WITHOUT_EMAIL');
  });

  describe('asked again by the parent', () => {
    const renew = async (email: string) =>
      service.api.post('/invitations/renewals', { email, altcha: await solvedAltcha(service.api) });

    it('arrive from each mairie that knows the address, and nothing tells whether one does', async () => {
      const elsewhere = await newMairie('MAIRIE DE SAINT-LÉON');
      const family = await InvitedFamily.in(service, collectiviteId);
      await InvitedFamily.in(service, elsewhere.collectiviteId, family.email);
      const known = await renew(family.email.toUpperCase());
      const unknown = await renew('inconnue@example.org');
      expect(known.status).toBe(202);
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
      await service.settle();
      const senders = (await service.mails.to(family.email)).map(({ from }) => from!.value[0]!.name);
      expect(senders.sort()).toEqual(['MAIRIE DE SAINT-LÉON', 'MAIRIE DE VALMONT-SUR-ORLE']);
      expect(await service.mails.to('inconnue@example.org')).toEqual([]);
    });

    it('need a solved challenge, which serves once and not for long', async () => {
      const email = 'preuve@example.org';
      const altcha = await solvedAltcha(service.api);
      const ask = (answer: string) => service.api.post('/invitations/renewals', { email, altcha: answer });
      expect((await ask(altcha)).status).toBe(202);
      for (const answer of [altcha, 'n’importe quoi', Buffer.from('{"challenge":{}}').toString('base64')])
        expect(await ask(answer)).toMatchObject({ status: 422, body: { code: 'CHALLENGE_REFUSED' } });
      const late = await solvedAltcha(service.api);
      service.clock.advance({ minutes: 20 });
      expect((await ask(late)).body.code).toBe('CHALLENGE_REFUSED');
    });

    it('need a challenge of this service, unchanged', async () => {
      const answer = JSON.parse(Buffer.from(await solvedAltcha(service.api), 'base64').toString()) as {
        challenge: { parameters: { data: { validUntil: number } } };
        solution: { counter: number; derivedKey: string };
      };
      const ask = (changed: object) =>
        service.api.post('/invitations/renewals', {
          email: 'preuve@example.org',
          altcha: Buffer.from(JSON.stringify(changed)).toString('base64'),
        });
      const { challenge, solution } = answer;
      const longer = { ...challenge, parameters: { ...challenge.parameters, data: { validUntil: 9e9 } } };
      expect((await ask({ challenge: longer, solution })).body.code).toBe('CHALLENGE_REFUSED');
      const wrong = { ...solution, derivedKey: '00'.repeat(32) };
      expect((await ask({ challenge, solution: wrong })).body.code).toBe('CHALLENGE_REFUSED');
      expect((await ask({ challenge, solution: null })).body.code).toBe('CHALLENGE_REFUSED');
      expect((await ask(answer)).status).toBe(202);
    });
  });
});
