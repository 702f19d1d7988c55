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
  async function mailedCode(email: string): Promise<string> {
    await service.settle();
    const mail = (await service.mails.to(email)).at(-1);
    return mail!.text!.match(/https:\/\/famille\.test\/mot-de-passe\?code=([\w-]+)/)![1]!;
  }

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
      body: { code: 'RESET_LINK_INVALID' },
    });
    expect((await open.get('/me')).status).toBe(401);
    await service.api.signedIn(email, CHOSEN);
  });

  it('has a reset link of one hour, that a later one used makes void', async () => {
    const { email } = await newAccount();
    await ask(email);
    const late = await mailedCode(email);
    service.clock.advance({ hours: 1 });
    expect((await complete(late, CHOSEN)).body.code).toBe('RESET_LINK_INVALID');
    await ask(email);
    const first = await mailedCode(email);
    service.clock.advance({ minutes: 1 });
    await ask(email);
    const second = await mailedCode(email);
    expect((await complete(second, CHOSEN)).status).toBe(204);
    expect((await complete(first, CHOSEN)).body.code).toBe('RESET_LINK_INVALID');
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
});
