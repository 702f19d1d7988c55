import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { euros } from '../../../src/kernel/french.js';
import { barriers, DESKTOP, PHONE, pressFolded, signIn, visit, type Visitor } from '../../support/browser.js';
import { CHOSEN_PASSWORD } from '../../support/invited-family.js';
import { photoOfAPhone, sizeOf } from '../../support/phone-photo.js';
import { created } from '../../support/story.js';
import { Village } from '../../support/village.js';

/** Madame Moreau, Léa and Tom: from the mail of August to the answer of October, in one browser. */
describe.each([
  ['a phone', PHONE, { hasTouch: true, isMobile: true }],
  ['a desktop', DESKTOP, {}],
])('the whole journey on %s', (_name, viewport, more) => {
  let village: Village;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    village = await Village.open('portal-journey');
    visitor = await visit(village.service, viewport, more);
    page = visitor.page;
  });
  afterAll(async () => {
    await visitor?.context.close();
    await village?.stop();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });
  const place = (rest: string) => `/familles/${village.familyId}${rest}`;
  /** It is then, for the mairie and in the browser. */
  async function on(moment: string): Promise<void> {
    await village.story.on(moment);
    await page.clock.setSystemTime(village.service.clock.now().epochMilliseconds);
  }
  const basket = async () => (await parent().get(`/families/${village.familyId}/basket`)).body.lines;
  const parent = () => village.story.person(village.email, CHOSEN_PASSWORD);

  it('the link of the mail leads to an account, in three steps', async () => {
    await page.goto(await village.invite());
    await heading('Compte famille').waitFor();
    await page.getByLabel('Mot de passe', { exact: true }).fill(CHOSEN_PASSWORD);
    await page.getByLabel('Le même mot de passe, encore une fois').fill(CHOSEN_PASSWORD);
    await button('Suivant').click();
    await heading('Responsables').waitFor();
    await button('Suivant').click();
    await heading('Enfants du foyer').waitFor();
    expect(await page.getByRole('textbox', { name: 'Prénom' }).first().inputValue()).toBe('Léa');
    await button('S’enregistrer').click();
    await heading('Bonjour Claire, votre compte espace famille a bien été créé').waitFor();
    await page.getByRole('link', { name: 'Accéder à mon espace famille' }).click();
    await page.getByText('Rien pour l’instant : tout est à jour.').waitFor();
  });

  it('a year of Mondays and Thursdays is booked at once for both, counted before and proved by mail', async () => {
    await page.getByRole('link', { name: 'Réservations', exact: true }).click();
    await page.getByRole('link', { name: 'Toute une période' }).click();
    await button('Toute l’année scolaire').click();
    for (const name of ['Léa', 'Tom'])
      for (const day of ['lundi', 'jeudi'])
        await page.getByRole('checkbox', { name: `${name}, Cantine, chaque ${day}` }).check();
    await button(/^Ajouter les \d+ jours jusqu’au jeudi 1er juillet 2027/).click();
    await page.getByRole('link', { name: 'Vérifier et valider' }).click();
    await button(/^Valider \d+ jours$/).click();
    await heading('Ce qui est réservé').waitFor();
    const { body } = await parent().get(`/families/${village.familyId}/reservations?from=2026-09-01&to=2027-07-02`);
    expect(body.length).toBeGreaterThan(120);
    await village.service.settle();
    const proof = (await village.service.mails.to(village.email)).at(-1)!.text!;
    expect(proof).toMatch(/jeudi 3 septembre 2026/);
    expect(await barriers(page)).toEqual([]);
  });

  it('a day that closes while it is in the basket is refused in words, and stays there', async () => {
    await on('2026-09-10 23:50');
    await page.goto(place('/reservations?du=2026-09-14'));
    await button(/Léa, Cantine, mardi 15 septembre : libre/).click();
    await page.getByRole('link', { name: 'Voir et valider' }).click();
    await button('Valider 1 jour').waitFor();
    await on('2026-09-11 00:00');
    await button('Valider 1 jour').click();
    await page
      .getByText(/Léa MOREAU, Cantine, mardi 15 septembre\s: .*closes depuis le vendredi 11 septembre 2026 à 0/)
      .waitFor();
    expect(await basket()).toHaveLength(1);
    await page.goto(place('/panier'));
    await button(/^Retirer Léa MOREAU, Cantine, mardi 15 septembre/).click();
    await page.getByText('Le panier est vide').waitFor();
  });

  it('a day is given up within its window, what that means said before, and not after it', async () => {
    await page.goto(place('/reservations?du=2026-09-21'));
    await button(/Léa, Cantine, lundi 21 septembre : réservé/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Rien ne vous sera facturé pour ce jour. La place sera rendue aussitôt.').waitFor();
    await dialog.getByRole('button', { name: 'Annuler cette réservation' }).click();
    await dialog.getByRole('button', { name: 'Ajouter au panier' }).waitFor();
    await page.goto(place('/reservations?du=2026-09-14'));
    await button(/Tom, Cantine, lundi 14 septembre : réservé/).click();
    await dialog.getByText(/Ce jour ne s’annule plus ici/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Annuler cette réservation' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('the month that was lived is billed, each line with its reason, after one signed in again where one was', async () => {
    const lived = ['03', '07', '10', '14', '17', '21', '24', '28'].map((day) => `2026-09-${day}`);
    await village.everyoneCame(...lived);
    await on('2026-10-05 20:00');
    await page.goto(place('/factures'));
    await signIn(page, { email: village.email, password: CHOSEN_PASSWORD });
    await page.getByRole('link', { name: /F-2026-000001/ }).click();
    await heading(/^Facture/).waitFor();
    // Seven meals for Léa, eight for Tom.
    await button(`Payer en ligne ${euros(15 * 305)}`).waitFor();
    expect(await barriers(page)).toEqual([]);
    // Why a meal costs what it does: once for the days that it is the same for, in plain words.
    await pressFolded(page, 'Pourquoi ce prix', page.getByText('Jour par jour, ou contester').first());
    await page
      .getByText(/^quotient familial .* \((de .* à moins de|moins de|.* ou plus|quel que soit)/)
      .first()
      .waitFor();
    const contested = page.getByRole('link', { name: /^Contester/ }).first();
    await contested.waitFor();
    expect(await barriers(page)).toEqual([]);
    // It is contested with its child and its day; who comes back finds what was folded as they left it.
    await contested.click();
    await page.getByRole('checkbox', { name: 'Léa' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Léa' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Tom' }).isChecked()).toBe(false);
    expect(await page.getByLabel('Du (facultatif)').inputValue()).toBe('2026-09-03');
    expect(await page.getByLabel('Objet').inputValue()).toMatch(/^Facture F-2026-000001\s: Léa/);
    await page.goBack();
    await contested.waitFor();
  });

  it('the invoice is paid online, and its receipt is there', async () => {
    await button(/^Payer en ligne/).click();
    await button('Payer par carte bancaire').click();
    await page.getByText('Paiement enregistré').waitFor();
    const [receipt] = await Promise.all([
      page.waitForEvent('download'),
      button('Télécharger la quittance (PDF)').click(),
    ]);
    expect(receipt.suggestedFilename()).toMatch(/\.pdf$/);
    await page.getByRole('link', { name: 'Revenir à mes factures' }).click();
    await page.getByText('Aucune facture à payer.').waitFor();
  });

  it('a demande leaves with a photo made smaller and a paper, and the mairie’s answer is read', async () => {
    await page.goto(place('/demandes/nouvelle'));
    await page.getByLabel('De quoi s’agit-il ?').selectOption('Absences');
    await page.getByLabel('Objet').fill('Certificat de Léa');
    await page.getByRole('checkbox', { name: 'Léa' }).press('Space');
    await page.getByLabel('Votre message').fill('Bonjour, voici le certificat.');
    const paper = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'certificat.jpeg', mimeType: 'image/jpeg', buffer: await photoOfAPhone(page) },
      { name: 'ordonnance.pdf', mimeType: 'application/pdf', buffer: paper },
    ]);
    await page.getByText('certificat.jpg').waitFor();
    await button('Envoyer à la mairie').click();
    await page.getByText('Votre demande est envoyée').waitFor();

    const path = `${village.story.path}/demandes`;
    const { id } = (await village.agent.get(path)).body.items[0];
    const { attachments } = (await village.agent.get(`${path}/${id}`)).body.messages[0];
    expect(attachments.map(({ name }: { name: string }) => name)).toEqual(['certificat.jpg', 'ordonnance.pdf']);
    const photo = await village.agent.get(`${path}/${id}/attachments/${attachments[0].id}`);
    expect(await sizeOf(page, photo.bytes)).toEqual([2000, 1333]);
    await on('2026-10-06 09:00');
    created(await village.agent.post(`${path}/${id}/messages`, { message: 'C’est noté, merci.' }));

    await page.goto(place(''));
    await page.getByRole('link', { name: 'La mairie a répondu : Certificat de Léa' }).click();
    await page.getByText('C’est noté, merci.').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
