import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, PHONE, signIn, visit } from '../../support/browser.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const CHOSEN = 'vélo, tartine et cerf-volant';
const MINUTE = 60_000;

describe('the session on the portal', () => {
  let service: RunningService;
  let canteen: Canteen;
  let family: CanteenFamily;
  beforeAll(async () => {
    service = await startService('portal-session', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  beforeEach(async () => {
    family = await canteen.family();
    await service.database.unit(() => service.database.change('DELETE FROM throttles'));
  });
  afterAll(() => service.stop());

  async function signedIn(viewport = DESKTOP) {
    const visitor = await visit(service, viewport);
    await visitor.page.goto(`/familles/${family.id}/compte`);
    await signIn(visitor.page, family);
    await visitor.page.getByRole('heading', { name: 'Mon compte' }).waitFor();
    return visitor;
  }
  /** Time passes for all: the service, and every tab of the browser. */
  async function pass(page: Page, minutes: number) {
    service.clock.advance({ minutes });
    await page.clock.fastForward(minutes * MINUTE);
  }
  async function typePasswords(page: Page) {
    await page.getByLabel('Mot de passe actuel').fill(family.password);
    await page.getByLabel('Nouveau mot de passe').fill(CHOSEN);
  }

  it('that ended is opened again in place: what was typed is still there, and leaves', async () => {
    const { page, context, complaints } = await signedIn(PHONE);
    expect(await barriers(page)).toEqual([]);
    await typePasswords(page);
    await pass(page, 31 * 24 * 60);
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reconnectez-vous' });
    await dialog.waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByLabel('Mot de passe').fill('ce n’est pas le bon');
    await dialog.getByRole('button', { name: 'Se connecter' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Mot de passe').fill(family.password);
    await dialog.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByText('Votre mot de passe est changé').waitFor();
    expect(await page.getByRole('link', { name: 'Demander un nouveau lien' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await service.api.signedIn(family.email, CHOSEN);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('that is renewed over a slow line leaves no page white: the shape of what comes is there, then the page', async () => {
    const { page, context, complaints } = await signedIn(PHONE);
    const held: (() => void)[] = [];
    const released = new Promise<void>((resolve) => held.push(resolve));
    await page.route('**/browser-sessions/renewals', async (route) => {
      await released;
      await route.continue();
    });
    await page.reload();
    await page.getByText('Chargement…').waitFor();
    held.forEach((release) => release());
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor();
    expect(await page.getByText('Chargement…').count()).toBe(0);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is renewed once by two tabs, and ends in both as one signs out in one', async () => {
    const { page, context, complaints } = await signedIn();
    const other = await context.newPage();
    await other.goto(`/familles/${family.id}/compte`);
    await other.getByRole('heading', { name: 'Mon compte' }).waitFor();
    const renewals: string[] = [];
    context.on('request', (request) => {
      if (request.url().endsWith('/browser-sessions/renewals')) renewals.push(request.url());
    });
    await pass(page, 16);
    await Promise.all([page, other].map((tab) => tab.getByRole('link', { name: 'Actualités' }).click()));
    for (const tab of [page, other]) await tab.getByRole('heading', { level: 1, name: /actualités/i }).waitFor();
    expect(renewals).toHaveLength(1);
    const refused: string[] = [];
    context.on('response', (answer) => {
      if (answer.status() === 401) refused.push(answer.url());
    });
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    await other.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    for (const tab of [page, other]) await tab.getByText('Vous êtes déconnecté').waitFor();
    expect(await barriers(other)).toEqual([]);
    // The page that leaves asks for nothing more.
    expect(refused).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('of someone else in another tab leaves nothing of the first family on the screen', async () => {
    const { page, context } = await signedIn();
    const first = family;
    family = await canteen.family();
    const other = await context.newPage();
    await other.goto('/connexion');
    await signIn(other, family);
    await other.waitForURL(`**/familles/${family.id}`);
    await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
    expect(await page.getByText(first.email).count()).toBe(0);
    await context.close();
  });

  it('of someone else of whom this tab did not hear is not used for the page of the first', async () => {
    const { page, context } = await signedIn();
    const { email, password } = await canteen.family();
    const data = { email, password, staySignedIn: true };
    await context.request.post('/api/v1/auth/browser-sessions', { data });
    await typePasswords(page);
    await pass(page, 16);
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
    expect(await page.getByRole('link', { name: 'Actualités' }).count()).toBe(0);
    await service.api.signedIn(email, password);
    await service.api.signedIn(family.email, family.password);
    await context.close();
  });

  it('that ended gives what was written back to who wrote it, and not to the other adult of the foyer', async () => {
    const { page, context } = await signedIn();
    const { fixtures } = service;
    const partner = await fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'parent' }]);
    await fixtures.guardian(canteen.collectiviteId, family.id, { account_id: partner.id, position: 2 });
    const message = page.getByLabel('Votre message');
    const writing = `/familles/${family.id}/demandes/nouvelle`;
    const endedThenBy = async (account: { email: string; password: string }) => {
      await context.clearCookies();
      await page.reload();
      await signIn(page, account);
      await message.waitFor();
    };
    await page.goto(writing);
    await message.fill('Je pars vivre à Brest.');
    await endedThenBy(family);
    expect(await message.inputValue()).toBe('Je pars vivre à Brest.');
    await endedThenBy(partner);
    expect(await message.inputValue()).toBe('');
    await context.close();
  });

  it('ends on every device from « Mon compte », where a password that is wrong or weak is told from a good one', async () => {
    const lost = await signedIn(PHONE);
    const { page, context } = await signedIn();
    await typePasswords(page);
    await page.getByLabel('Mot de passe actuel').fill('autre');
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await page.getByRole('alert').getByRole('link').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.getByLabel('Nouveau mot de passe').inputValue()).toBe(CHOSEN);
    await page.getByRole('button', { name: 'Se déconnecter partout' }).click();
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    await typePasswords(lost.page);
    await lost.page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await lost.page.getByRole('dialog', { name: 'Reconnectez-vous' }).waitFor();
    await Promise.all([context.close(), lost.context.close()]);
  });

  it('is left without a network too: the service is told once it can be', async () => {
    const { page, context } = await signedIn();
    await context.route('**/browser-sessions/endings', (route) => route.abort());
    await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    await page.goto(`/familles/${family.id}`);
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    await context.unroute('**/browser-sessions/endings');
    await Promise.all([page.waitForResponse('**/browser-sessions/endings'), page.reload()]);
    // There stays the one that the fixture opened.
    const open = await service.database.read(() =>
      service.database.rows('SELECT id FROM login_sessions WHERE account_id = ? AND ended_at IS NULL', [
        family.accountId,
      ]),
    );
    expect(open).toHaveLength(1);
    await context.close();
  });

  it('has the same security policy when its page comes from what the browser kept', async () => {
    const page = `${service.configuration.publicUrl}/connexion`;
    const first = await fetch(page);
    const again = await fetch(page, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([first.status, again.status]).toEqual([200, 304]);
    const policy = first.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(again.headers.get('content-security-policy')).toBe(policy);
  });

  it('needs its files but once: they are kept for a year, small, under names made of what they hold', async () => {
    const page = `${service.configuration.publicUrl}/connexion`;
    const [file] = /\/assets\/[\w.-]+\.js/.exec(await (await fetch(page)).text())!;
    const sent = await fetch(new URL(file, page), { headers: { 'accept-encoding': 'br' } });
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
    expect((await fetch(page)).headers.get('cache-control')).toBe('no-cache');
  });

  it('is opened by a password chosen anew, by the link of a mail', async () => {
    const { page, context, complaints } = await visit(service);
    await page.goto('/connexion');
    await page.getByRole('link', { name: 'J’ai oublié mon mot de passe' }).click();
    await page.getByLabel('Adresse électronique de votre compte').fill(family.email);
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await page.getByText('C’est envoyé').waitFor();
    expect(await barriers(page)).toEqual([]);
    await service.settle();
    const mail = (await service.mails.to(family.email)).at(-1)!;
    await page.goto(/http\S+\/mot-de-passe\?\S+/.exec(mail.text!)![0]);
    await page.getByLabel('Nouveau mot de passe').fill(CHOSEN);
    await page.getByText('C’est assez long.').waitFor();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Votre mot de passe est changé').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await signIn(page, { email: family.email, password: CHOSEN });
    await page.waitForURL(`**/familles/${family.id}`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['on one’s own device', true],
    ['not on one that is lent', false],
  ])('stays open once the browser was closed, %s', async (_name, own) => {
    const { page, context } = await visit(service);
    await page.goto('/connexion');
    if (!own) await page.getByRole('checkbox', { name: 'Rester connecté sur cet appareil' }).uncheck();
    await signIn(page, family);
    await page.waitForURL(`**/familles/${family.id}`);
    const [cookie] = await context.cookies(`${service.configuration.publicUrl}/api/v1/auth/browser-sessions`);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    // One without a term ends with the browser.
    expect(cookie!.expires > 0).toBe(own);
    await context.close();
  });

  it('that ended long ago does not come between a mailed link and its page', async () => {
    const { page, context } = await signedIn();
    service.clock.advance({ hours: 31 * 24 });
    await page.goto('/mot-de-passe?code=perdu');
    await page.getByText('Ce lien n’est pas reconnu').waitFor();
    await page.getByRole('heading', { name: 'Choisir un mot de passe' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });

  it('has a link of a mail that says as it opens that it is over, whose it is, and gives another in one press', async () => {
    // Others come to the same service: the link alone says which mairie it is about.
    await service.fixtures.collectivite({ name: 'Mairie de Saint-Élie' });
    const [{ name }] = (await service.database.read(() =>
      service.database.rows('SELECT name FROM collectivites WHERE id = ?', [canteen.collectiviteId]),
    )) as [{ name: string }];
    const mailedLink = async () => {
      await service.settle();
      return /http\S+\/mot-de-passe\?\S+/.exec((await service.mails.to(family.email)).at(-1)!.text!)![0];
    };
    const { page, context, complaints } = await visit(service);
    await page.goto(`/mot-de-passe-oublie?mairie=${canteen.collectiviteId}`);
    await page.getByLabel('Adresse électronique de votre compte').fill(family.email);
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await page.getByText('C’est envoyé').waitFor();
    const first = await mailedLink();
    service.clock.advance({ hours: 1 });
    await page.goto(first);
    await page.getByText('Ce lien n’est plus valable').waitFor();
    await page.locator('main').getByText(name, { exact: true }).waitFor();
    expect(await page.getByLabel('Nouveau mot de passe').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
    await page.getByText('C’est envoyé').waitFor();
    const second = await mailedLink();
    expect(second).not.toBe(first);
    expect(new URL(second).search).toMatch(new RegExp(`^\\?code=[\\w-]+&mairie=${canteen.collectiviteId}$`));

    // In two tabs: the one that comes second is told so, whenever it sends.
    const other = await context.newPage();
    for (const tab of [page, other]) await tab.goto(second);
    for (const tab of [page, other]) await tab.getByLabel('Nouveau mot de passe').fill(CHOSEN);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Votre mot de passe est changé').waitFor();
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await other.getByText('Ce lien a déjà servi').waitFor();
    await other.getByRole('button', { name: 'Recevoir un nouveau lien' }).waitFor();
    for (const cut of ['/mot-de-passe', `/mot-de-passe?code=${'x'.repeat(300)}`]) {
      await page.goto(cut);
      await page.getByText('Ce lien n’est pas complet').waitFor();
      await page.getByLabel('Adresse électronique de votre compte').waitFor();
    }
    await page.goto(second);
    await page.getByText('Ce lien a déjà servi').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await page.waitForURL(`**/connexion?mairie=${canteen.collectiviteId}`);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
