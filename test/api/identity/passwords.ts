import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';

const CHOSEN = 'vélo, tartine et cerf-volant';

describe('a password', () => {
  let service: RunningService;
  let collectiviteId: number;
  beforeAll(async () => {
    service = await startService('identity-passwords');
    collectiviteId = await service.fixtures.collectivite();
  });
  afterAll(() => service.stop());

  const newAccount = () => service.fixtures.account([{ collectiviteId, role: 'parent' }]);
  const ask = (email: string) => service.api.post('/auth/password-resets', { email });
  const complete = (code: string, password: string) =>
    service.api.post('/auth/password-resets/completions', { code, password });
  const renew = (code: string) => service.api.post('/auth/password-resets/renewals', { code });
  const check = (code: string) => service.api.post('/auth/password-resets/checks', { code });
  async function mailedLink(email: string): Promise<{ code: string; rest: string }> {
    await service.settle();
    const mail = (await service.mails.to(email)).at(-1);
    const [, code, rest] = /https:\/\/famille\.test\/mot-de-passe\?code=([\w-]+)(\S*)/.exec(mail!.text!)!;
    return { code: code!, rest: rest! };
  }
  const mailedCode = async (email: string) => (await mailedLink(email)).code;

  it('is changed by its holder, which ends the other sessions only', async () => {
    const { email, password } = await newAccount();
    const here = await service.api.signedIn(email, password);
    const elsewhere = await service.api.signedIn(email, password);
    const body = { currentPassword: password, newPassword: CHOSEN };
    expect(await here.put('/me/password', { ...body, currentPassword: 'autre' })).toMatchObject({
      status: 422,
      body: { code: 'WRONG_PASSWORD' },
    });
    expect(await here.put('/me/password', { ...body, newPassword: 'Motdepasse2026!' })).toMatchObject({
      status: 422,
      body: { code: 'WEAK_PASSWORD', errors: [{ field: 'newPassword', message: expect.stringContaining('répandu') }] },
    });
    expect((await here.put('/me/password', body)).status).toBe(204);
    expect((await here.get('/me')).status).toBe(200);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await service.api.post('/auth/sessions', { email, password })).status).toBe(401);
    await service.api.signedIn(email, CHOSEN);
    await service.settle();
    expect((await service.mails.to(email)).at(-1)!.subject).toBe('Votre mot de passe a été changé');
  });

  it('that is forgotten is chosen anew by mail, once, and ends every session', async () => {
    const { email, password } = await newAccount();
    const open = await service.api.signedIn(email, password);
    expect((await ask(` ${email.toUpperCase()}`.trim())).status).toBe(202);
    const code = await mailedCode(email);
    expect(await complete(code, 'trop court')).toMatchObject({ status: 422, body: { code: 'WEAK_PASSWORD' } });
    expect((await complete(code, CHOSEN)).status).toBe(204);
    expect(await complete(code, 'une autre phrase bien longue')).toMatchObject({
      status: 422,
      body: { code: 'RESET_LINK_USED' },
    });
    expect((await open.get('/me')).status).toBe(401);
    await service.api.signedIn(email, CHOSEN);
  });

  it('has a reset link of one hour, that a later one used makes void', async () => {
    const { email } = await newAccount();
    await ask(email);
    const late = await mailedCode(email);
    service.clock.advance({ hours: 1 });
    expect((await complete(late, CHOSEN)).body.code).toBe('RESET_LINK_EXPIRED');
    await ask(email);
    const first = await mailedCode(email);
    service.clock.advance({ minutes: 1 });
    await ask(email);
    const second = await mailedCode(email);
    expect((await complete(second, CHOSEN)).status).toBe(204);
    expect((await complete(first, CHOSEN)).body.code).toBe('RESET_LINK_USED');
  });

  it('has a link that is judged without being spent, and says nothing of whose it is', async () => {
    const { email, id } = await newAccount();
    await ask(email);
    const code = await mailedCode(email);
    for (let time = 0; time < 2; time += 1) expect(await check(code)).toMatchObject({ status: 204, body: undefined });
    expect(await check('perdu')).toMatchObject({ status: 422, body: { code: 'RESET_LINK_UNKNOWN' } });
    service.clock.advance({ hours: 1 });
    const { status, body } = await check(code);
    expect([status, body.code]).toEqual([422, 'RESET_LINK_EXPIRED']);
    expect(JSON.stringify(body)).not.toContain(email);
    await service.database.unit(() =>
      service.database.change('UPDATE accounts SET disabled_at = ? WHERE id = ?', [1, id]),
    );
    expect((await check(code)).body.code).toBe('RESET_LINK_UNKNOWN');
  });

  it('has another link in place of one that is over, to the same mailbox, five times an hour as when one types it', async () => {
    const { email } = await newAccount();
    await ask(email);
    const first = await mailedCode(email);
    expect(await renew('perdu')).toMatchObject({ status: 422, body: { code: 'RESET_LINK_UNKNOWN' } });
    service.clock.advance({ hours: 1 });
    const renewed = await renew(first);
    expect(renewed.status).toBe(202);
    expect(JSON.stringify(renewed.body)).not.toContain(email);
    const second = await mailedCode(email);
    expect(second).not.toBe(first);
    expect((await complete(second, CHOSEN)).status).toBe(204);
    for (const used of [first, second, first, second]) expect((await renew(used)).status).toBe(202);
    expect((await renew(first)).status).toBe(429);
  });

  it('has a link that says which mairie it is about, and nothing of a person', async () => {
    const [mine, other, foreign] = [collectiviteId, await service.fixtures.collectivite(), 999_999];
    const { email } = await newAccount();
    await ask(email);
    expect((await mailedLink(email)).rest).toBe(`&mairie=${mine}`);
    await service.api.post('/auth/password-resets', { email, collectiviteId: other });
    expect((await mailedLink(email)).rest).toBe(`&mairie=${mine}`);

    const both = await service.fixtures.account([
      { collectiviteId: mine, role: 'parent' },
      { collectiviteId: other, role: 'parent' },
    ]);
    await ask(both.email);
    const { code, rest } = await mailedLink(both.email);
    expect(rest).toBe('');
    for (const [asked, told] of [
      [other, `&mairie=${other}`],
      [foreign, ''],
    ] as const) {
      await service.api.post('/auth/password-resets/renewals', { code, collectiviteId: asked });
      expect((await mailedLink(both.email)).rest).toBe(told);
    }
  });

  it('is asked for without learning who has an account', async () => {
    const { email } = await newAccount();
    const known = await ask(email);
    const unknown = await ask('personne@example.org');
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    await service.settle();
    expect(await service.mails.to('personne@example.org')).toEqual([]);
  });

  it('is asked for five times an hour at most for one address, known or not', async () => {
    const email = 'insistant@example.org';
    for (let time = 0; time < 5; time += 1) expect((await ask(email)).status).toBe(202);
    const sixth = await ask(email);
    expect(sixth).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('leaves no link in the outbox once the mail has left', async () => {
    const { email } = await newAccount();
    await ask(email);
    const code = await mailedCode(email);
    const kept = await service.database.read(() =>
      service.database.rows('SELECT id FROM outbox_messages WHERE payload LIKE ?', [`%${code}%`]),
    );
    expect(kept).toEqual([]);
  });

  it('has codes that are guessed two hundred times an hour at most, however they are tried', async () => {
    const tries = [];
    for (let time = 0; time < 201; time += 1) tries.push((time % 2 ? check : renew)(`deviné-${time}`));
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status).filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(await complete('deviné', CHOSEN)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
  });
});
