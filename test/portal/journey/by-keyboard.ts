import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, visit, type Visitor } from '../../support/browser.js';
import { CHOSEN_PASSWORD } from '../../support/invited-family.js';
import { Keyboard } from '../../support/keyboard.js';
import { photoOfAPhone } from '../../support/phone-photo.js';
import { created } from '../../support/story.js';
import { Village } from '../../support/village.js';

/** The same months as with a finger or a mouse. */
describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('the journey by the keyboard alone on %s', (_name, viewport) => {
  let village: Village;
  let visitor: Visitor;
  let page: Page;
  let keyboard: Keyboard;

  beforeAll(async () => {
    village = await Village.open('portal-keyboard');
    visitor = await visit(village.service, viewport);
    page = visitor.page;
    keyboard = new Keyboard(page);
  });
  afterAll(async () => {
    await visitor?.context.close();
    await village?.stop();
  });

  const place = (rest: string) => `/familles/${village.familyId}${rest}`;
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor();
  /** Its fields have come below its heading: who tabs sooner is pushed out of sight by them. */
  const step = async (name: string) => {
    await heading(name);
    await page
      .getByLabel(name === 'Compte famille' ? 'Nom de la famille' : 'Prénom')
      .first()
      .waitFor();
  };
  async function on(moment: string): Promise<void> {
    await village.story.on(moment);
    await page.clock.setSystemTime(village.service.clock.now().epochMilliseconds);
  }

  it('makes the account', async () => {
    await page.goto(await village.invite());
    await step('Compte famille');
    await keyboard.type('Mot de passe', CHOSEN_PASSWORD);
    await keyboard.type('Le même mot de passe, encore une fois', CHOSEN_PASSWORD);
    await keyboard.enter('Suivant');
    await step('Responsables');
    await keyboard.enter('Suivant');
    await step('Enfants du foyer');
    await keyboard.enter('S’enregistrer');
    await heading(/^Bonjour Claire/);
    await keyboard.enter('Accéder à mon espace famille');
    await page.getByText('Rien pour l’instant').waitFor();
    expect(keyboard.faults).toEqual([]);
  });

  it('skips to the content, and books the Mondays of the year', async () => {
    await page.goto(place('/reservations?vue=agenda'));
    await heading('Réserver toute une période');
    expect(await keyboard.to('Aller au contenu')).toBe(1);
    await keyboard.press('Enter');
    expect(await keyboard.to('Semaine')).toBe(1);
    for (const name of ['Léa', 'Tom']) {
      await keyboard.to(`${name}, Cantine, chaque lundi`);
      await keyboard.press('Space');
    }
    await keyboard.enter(/^Ajouter les \d+ lundis/);
    await page.getByRole('link', { name: 'Vérifier et valider' }).waitFor();
    await keyboard.enter('Vérifier et valider');
    await page.getByRole('button', { name: /^Valider \d+ jours$/ }).waitFor();
    await keyboard.enter(/^Valider \d+ jours$/);
    await heading('Ce qui est réservé');
    expect(keyboard.faults).toEqual([]);
  });

  it('opens a day, comes back where it was, and gives it up', async () => {
    const day = /^Léa, Cantine, lundi 21 septembre : réservé/;
    await page.goto(place('/reservations?du=2026-09-21'));
    await page.getByRole('button', { name: day }).waitFor();
    await keyboard.enter(day);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Rien ne vous sera facturé').waitFor();
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await keyboard.isAt(day);
    await keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Annuler cette réservation' }).waitFor();
    await keyboard.enter('Annuler cette réservation');
    await dialog.getByRole('button', { name: 'Ajouter au panier' }).waitFor();
    // Who tabs within the dialog stays there.
    await keyboard.to('Ajouter au panier');
    await keyboard.to('Ajouter au panier');
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await keyboard.isAt(/^Léa, Cantine, lundi 21 septembre : libre/);
    expect(keyboard.faults).toEqual([]);
  });

  it('adds a day, hears it said, and undoes it', async () => {
    const day = /^Léa, Cantine, mardi 22 septembre : libre/;
    // A grid is one stop, in which one goes by arrows; a list has a stop for each day.
    if (viewport === DESKTOP) await keyboard.press('ArrowRight');
    else await keyboard.to(day);
    await keyboard.isAt(day);
    await keyboard.press('Space');
    await page.getByRole('status').getByText('1 jour ajouté – 1 jour dans le panier').waitFor();
    await keyboard.enter('Annuler : 1 jour ajouté');
    await page.getByRole('status').getByText('1 jour retiré').waitFor();
    expect(keyboard.faults).toEqual([]);
  });

  it('is refused a day whose deadline passes while it is in the basket, and told why', async () => {
    await on('2026-09-10 23:50');
    const day = /^Léa, Cantine, mardi 15 septembre : libre/;
    await page.goto(place('/reservations?du=2026-09-14'));
    await page.getByRole('button', { name: day }).waitFor();
    if (viewport === DESKTOP) {
      await keyboard.to(/^Léa, Cantine, lundi 14 septembre/);
      await keyboard.press('ArrowRight');
    } else await keyboard.to(day);
    await keyboard.isAt(day);
    await keyboard.press('Space');
    await page.getByRole('link', { name: 'Voir et valider' }).waitFor();
    await keyboard.enter('Voir et valider');
    await page.getByRole('button', { name: 'Valider 1 jour' }).waitFor();
    await on('2026-09-11 00:00');
    await keyboard.enter('Valider 1 jour');
    await page.getByText(/mardi 15 septembre\s: .*closes depuis le vendredi 11 septembre 2026 à 0/).waitFor();
    expect(keyboard.faults).toEqual([]);
  });

  it('signs in again, and pays the invoice', async () => {
    await village.everyoneCame('2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28');
    await on('2026-10-05 20:00');
    await page.goto(place('/factures'));
    await page.getByLabel('Adresse électronique').waitFor();
    await keyboard.type('Adresse électronique', village.email);
    await keyboard.type('Mot de passe', CHOSEN_PASSWORD);
    await keyboard.press('Enter');
    await page.getByRole('link', { name: /F-2026-000001/ }).waitFor();
    await keyboard.enter(/F-2026-000001/);
    await heading(/^Facture/);
    await page.getByRole('button', { name: /^Payer en ligne/ }).waitFor();
    await keyboard.enter(/^Payer en ligne/);
    await page.getByRole('button', { name: 'Payer par carte bancaire' }).waitFor();
    expect(keyboard.faults).toEqual([]);
    await new Keyboard(page).enter('Payer par carte bancaire');
    await page.getByText('Paiement enregistré').waitFor();
  });

  it('writes to the mairie, and reads its answer', async () => {
    await page.goto(place('/demandes/nouvelle'));
    await page.getByLabel('Objet').waitFor();
    await keyboard.to('De quoi s’agit-il ?');
    await keyboard.press('ArrowDown');
    await keyboard.type('Objet', 'Horaires de la cantine');
    await keyboard.type('Votre message', 'Bonjour, à quelle heure ?');
    const photo = await photoOfAPhone(page);
    const chosen = page.waitForEvent('filechooser');
    await keyboard.enter('Ajouter une photo ou un fichier');
    await (await chosen).setFiles({ name: 'Menu.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByText('Menu.jpg').waitFor();
    await keyboard.enter('Envoyer à la mairie');
    await page.getByText('Votre demande est envoyée').waitFor();
    await page.getByText('Menu.jpg').waitFor();
    const path = `${village.story.path}/demandes`;
    const { id } = (await village.agent.get(path)).body.items[0];
    await on('2026-10-06 09:00');
    created(await village.agent.post(`${path}/${id}/messages`, { message: 'À 11 h 45.' }));
    await page.goto(place(''));
    await page.getByRole('link', { name: /^La mairie a répondu/ }).waitFor();
    await keyboard.enter(/^La mairie a répondu/);
    await page.getByText('À 11 h 45.').waitFor();
    expect(keyboard.faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
