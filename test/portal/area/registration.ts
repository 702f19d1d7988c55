import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, PHONE, visit } from '../../support/browser.js';
import { CHOSEN_PASSWORD, InvitedFamily } from '../../support/invited-family.js';

describe('the account from an invitation', () => {
  let service: RunningService;
  let collectiviteId: number;
  let agent: Api;
  beforeAll(async () => {
    service = await startService('portal-registration', '2026-09-01T08:00:00+02:00', { reachable: true });
    collectiviteId = await service.fixtures.collectivite({ name: 'MAIRIE DE VALMONT-SUR-ORLE' });
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    agent = await service.api.signedIn(email, password);
  });
  beforeEach(() => service.database.unit(() => service.database.change('DELETE FROM throttles')));
  afterAll(() => service.stop());

  async function invited(): Promise<{ family: InvitedFamily; link: string }> {
    const family = await InvitedFamily.in(service, collectiviteId);
    await agent.post(`/collectivites/${collectiviteId}/invitations`, { guardianId: family.guardianId });
    return { family, link: await mailedLink(family) };
  }

  /** As it stands in the last mail. */
  async function mailedLink({ email }: InvitedFamily): Promise<string> {
    await service.settle();
    const mail = (await service.mails.to(email)).at(-1);
    return /http\S+\/activation\?\S+/.exec(mail!.text!)![0];
  }

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('is made in three steps on %s, and opens the area of the family', async (_name, viewport) => {
    const { family, link } = await invited();
    const { page, context, complaints } = await visit(service, viewport);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Compte famille' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await choosePassword(page);
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('heading', { name: 'Enfants du foyer' }).waitFor();
    await page.getByRole('textbox', { name: 'Prénom' }).fill('Zoé 🦊');
    await page.getByText('La mairie connaît : Zoe').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'S’enregistrer' }).click();
    await page.getByRole('heading', { name: 'Bonjour Marc, votre compte espace famille a bien été créé' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Accéder à mon espace famille' }).click();
    await page.waitForURL(`**/familles/${family.familyId}`);
    // The session is that of the browser: it outlives the page.
    await page.reload();
    await page.getByRole('navigation', { name: 'Mon espace famille' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what is wrong beside each field and on top, and loses nothing of what was typed', async () => {
    const { link } = await invited();
    const { page, context, complaints } = await visit(service);
    await page.goto(link);
    await page.getByRole('button', { name: 'Suivant' }).click();
    // Beside the field as in its hint: the same rule.
    await page
      .getByText(/Ou 14 caractères de trois sortes/)
      .nth(1)
      .waitFor();
    await page.getByLabel('Nom de la famille').fill('L'.repeat(300));
    await page.getByLabel('Mot de passe', { exact: true }).fill('cantine');
    await page.getByText('Encore un peu').waitFor();
    await page.getByRole('button', { name: 'Suivant' }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: /^Nom de la famille : / }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('familyName');
    expect(await page.getByLabel('Nom de la famille').inputValue()).toHaveLength(300);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Nom de la famille').fill('LEFÈVRE');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await summary.getByRole('link', { name: /^Confirmation : / }).waitFor();
    await choosePassword(page);
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();
    await page.getByRole('textbox', { name: 'Prénom' }).fill('');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await summary.getByRole('link', { name: /^Prénom, Responsable 1 \(vous\) : / }).press('Enter');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('Marc');
    expect(await page.getByRole('textbox', { name: 'Prénom' }).inputValue()).toBe('Marc');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('goes on after a reload, « back », and on another device, from what was typed', async () => {
    const { link } = await invited();
    const { page, context } = await visit(service);
    await page.goto(link);
    await choosePassword(page);
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();
    await page.goBack();
    await page.getByText('Votre mot de passe est enregistré').waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();
    await page.getByRole('textbox', { name: 'Prénom' }).fill('Marc-Antoine');
    await page.reload();
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Prénom' }).inputValue()).toBe('Marc-Antoine');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('heading', { name: 'Enfants du foyer' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();

    const tablet = await visit(service, DESKTOP);
    await tablet.page.goto(link);
    await tablet.page.getByRole('heading', { name: 'Enfants du foyer' }).waitFor();
    await tablet.page.getByRole('button', { name: 'Précédent' }).click();
    await tablet.page.getByRole('heading', { name: 'Responsables' }).waitFor();
    expect(await tablet.page.getByRole('textbox', { name: 'Prénom' }).inputValue()).toBe('Marc-Antoine');
    await tablet.page.getByRole('button', { name: 'Précédent' }).click();
    await tablet.page.getByText('Votre mot de passe est enregistré').waitFor();
    expect(await barriers(tablet.page)).toEqual([]);
    await tablet.page.getByRole('button', { name: 'Suivant' }).click();
    await tablet.page.getByRole('heading', { name: 'Responsables' }).waitFor();

    // The link was opened there since; one goes on here all the same.
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('heading', { name: 'Enfants du foyer' }).waitFor();
    await page.getByRole('button', { name: 'S’enregistrer' }).click();
    await page.getByRole('heading', { name: /^Bonjour Marc-Antoine/ }).waitFor();
    await tablet.page.reload();
    await tablet.page.getByText('Ce lien a déjà servi').waitFor();
    expect(await barriers(tablet.page)).toEqual([]);
    await tablet.context.close();
    await context.close();
  });

  it('asks the password of the account that exists, and ties the family to it', async () => {
    const { family, link } = await invited();
    const { email, password } = await service.fixtures.account([], { email: family.email });
    const { page, context } = await visit(service);
    await page.goto(link);
    await page.getByText('Vous avez déjà un compte à cette adresse').waitFor();
    await page.getByLabel('Mot de passe de votre compte').fill('ce n’est pas le bon');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Mot de passe de votre compte').fill(password);
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('button', { name: 'S’enregistrer' }).click();
    await page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
    const me = await service.api.signedIn(email, password);
    expect((await me.get('/me/families')).body).toMatchObject([{ familyId: family.familyId }]);
    await context.close();
  });

  it('is given up, and begins anew by the same link', async () => {
    const { link } = await invited();
    const { page, context } = await visit(service);
    await page.goto(link);
    await choosePassword(page);
    await page.getByRole('heading', { name: 'Responsables' }).waitFor();
    await page.getByRole('button', { name: 'Annuler la création de compte' }).click();
    await page.getByRole('button', { name: 'Oui, annuler' }).click();
    await page.getByRole('heading', { name: 'Création de compte annulée' }).waitFor();
    expect(await page.title()).toMatch(/^Création de compte annulée/);
    expect(await barriers(page)).toEqual([]);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Compte famille' }).waitFor();
    await context.close();
  });

  it('sends another link in one click where this one expired, was cut or changed', async () => {
    const { family, link } = await invited();
    const { page, context } = await visit(service);
    // Others come to the same service: the link alone says which mairie it is about.
    await service.fixtures.collectivite({ name: 'Mairie de Saint-Élie' });
    const whose = page.locator('main').getByText('MAIRIE DE VALMONT-SUR-ORLE', { exact: true });
    await page.goto(link.replace(/code=[^&]+/, 'code=%3Cb%3Etricherie'));
    await page.getByText('Ce lien n’est pas reconnu').waitFor();
    await whose.waitFor();
    await page.goto('/activation?code=coupé');
    await page.getByText('Ce lien n’est pas complet').waitFor();
    await page.goto('/connexion');
    await page.getByRole('link', { name: 'recevez une nouvelle invitation' }).click();
    await page.getByRole('heading', { name: 'Recevoir une invitation' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const written = (await service.mails.to(family.email)).length;
    service.clock.advance({ hours: 15 * 24 });
    await page.goto(link);
    await page.getByText('Ce lien n’est plus valable').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
    await page.getByText('C’est demandé').waitFor();
    await service.settle();
    expect(await service.mails.to(family.email)).toHaveLength(written + 1);
    await page.goto(await mailedLink(family));
    await page.getByRole('heading', { name: 'Compte famille' }).waitFor();
    await whose.waitFor();
    await context.close();
  });
});

async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel('Mot de passe', { exact: true }).fill(CHOSEN_PASSWORD);
  await page.getByLabel('Le même mot de passe, encore une fois').fill(CHOSEN_PASSWORD);
  await page.keyboard.press('Enter');
}
