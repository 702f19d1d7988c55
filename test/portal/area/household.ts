import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';
import { linesOf } from '../../support/lines.js';

describe('the household', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-household', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('shows what the mairie holds, and sends only what is corrected', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/foyer`);
    await signIn(page, family);
    await page.getByRole('heading', { name: 'Foyer DURAND' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Demander une correction pour Madame Camille DURAND' }).click();
    await page.getByLabel('Prénom').fill('');
    await page.getByLabel('Téléphone').fill('06 12 34 56 78');
    await page.getByRole('button', { name: 'Demander la correction' }).click();
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Prénom : à remplir' }).click();
    expect(await page.getByLabel('Prénom').evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.getByLabel('Prénom').fill('Camille');
    await page.getByRole('button', { name: 'Demander la correction' }).click();
    await page.getByText('En attente de la mairie').waitFor();
    expect(await barriers(page)).toEqual([]);
    const { body } = await family.api.get(family.path('change-proposals'));
    expect(body.items).toMatchObject([{ field: 'phone', newValue: '06 12 34 56 78', state: 'PENDING' }]);
    await page.getByRole('link', { name: 'Demander une correction pour Madame Camille DURAND' }).click();
    await page.getByText('Déjà demandé, la mairie n’a pas encore répondu').waitFor();
    await page.getByText(/^Téléphone\s: 06 12 34 56 78$/).waitFor();
    expect(await barriers(page)).toEqual([]);
    // Taken back, asked again, and refused with the words of the mairie.
    await page.getByRole('button', { name: /^Retirer la correction demandée : .*, téléphone$/ }).click();
    const outcome = page.getByText('La correction est retirée.');
    await outcome.waitFor();
    expect(await outcome.evaluate((one) => one.matches(':focus'))).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/familles/${family.id}/foyer`);
    await page.getByText('Retirée', { exact: true }).waitFor();
    const changes = [{ subject: `family:${family.id}`, field: 'city', newValue: 'Sète' }];
    const [{ proposalId }] = (await family.api.post(family.path('change-proposals'), { changes })).body;
    await page.reload();
    const late = page.getByRole('button', { name: /^Retirer la correction demandée : .*, commune$/ });
    await late.waitFor();
    // What takes the focus is read out as it is then.
    await page.evaluate(
      `addEventListener('focusin', ({ target }) => { document.body.dataset.read = target.textContent })`,
    );
    const mairie = await canteen.staff('agent');
    const refusals = `/collectivites/${canteen.collectiviteId}/change-proposals/${proposalId}/refusals`;
    await mairie.post(refusals, { reason: 'Apportez-nous <b>un justificatif</b>.' });
    await late.click();
    await page.getByText('La mairie a déjà répondu à cette correction').waitFor();
    await page.getByText('Apportez-nous <b>un justificatif</b>.').waitFor();
    await page.locator('strong:focus', { hasText: 'Refusée' }).waitFor();
    expect(await page.locator('body').getAttribute('data-read')).toBe('✕ Refusée');
    expect(await late.count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/familles/${family.id}/foyer/corrections/child:999999`);
    await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('tells a correction taken back as it stands where the answer was lost on the way', async () => {
    const family = await canteen.family();
    const { page, context } = await visit(service);
    const changes = [{ subject: `family:${family.id}`, field: 'city', newValue: 'Sète' }];
    await page.route('**/change-proposals/*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const places = [
      ['foyer', page.locator('strong:focus', { hasText: 'Retirée' })],
      [`foyer/corrections/family:${family.id}`, page.locator('p:focus', { hasText: 'La correction est retirée.' })],
    ] as const;
    for (const [index, [place, outcome]] of places.entries()) {
      await family.api.post(family.path('change-proposals'), { changes });
      await page.goto(`/familles/${family.id}/${place}`);
      if (index === 0) await signIn(page, family);
      await page.getByRole('button', { name: /^Retirer la correction/ }).click();
      await outcome.waitFor();
      expect(await page.getByText('Pas de connexion').count()).toBe(0);
    }
    await context.close();
  });

  it('names who may fetch a child, once the mairie agrees, and takes the name back', async () => {
    const family = await canteen.family();
    const mairie = await canteen.staff('agent');
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/foyer`);
    await signIn(page, family);
    await page.getByRole('link', { name: 'Ajouter une personne' }).click();
    await page.getByRole('button', { name: 'Envoyer à la mairie' }).click();
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Prénom').fill('Jeanne 👵');
    await page.getByLabel('Nom', { exact: true }).fill('MARTIN');
    await page.getByLabel('Ce qu’elle est').fill('<b>mamie</b>');
    await page.getByLabel('Téléphone').fill('06 12 34 56 78');
    await page.getByRole('button', { name: 'Envoyer à la mairie' }).click();
    await page.getByText('La personne est enregistrée').waitFor();
    await page.getByText('<b>mamie</b>, 06 12 34 56 78').waitFor();
    expect(await barriers(page)).toEqual([]);
    const [{ personId }] = (await family.api.get(family.path('authorised-persons'))).body;
    await mairie.post(`/collectivites/${canteen.collectiviteId}/authorised-persons/${personId}/acceptances`);
    await page.reload();
    await page.getByText('Autorisée', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Retirer Jeanne/ }).click();
    const sure = page.getByRole('button', { name: /^Oui, retirer Jeanne/ });
    expect(await sure.evaluate((one) => one.matches(':focus'))).toBe(true);
    await sure.press('Enter');
    await page.getByText('<b>mamie</b>').waitFor({ state: 'detached' });
    await page.locator('h2:focus', { hasText: 'Personnes autorisées' }).waitFor();
    expect((await family.api.get(family.path('authorised-persons'))).body).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('sends a PAI, and tells until when the mairie takes it into account', async () => {
    const family = await canteen.family();
    const mairie = await canteen.staff('agent');
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/foyer/pai`);
    await signIn(page, family);
    const buffer = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF');
    await page.locator('input[type=file]').setInputFiles({ name: 'asthme.pdf', mimeType: 'application/pdf', buffer });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Envoyer à la mairie' }).click();
    await page.getByText('Reçu, la mairie va le lire').waitFor();
    await page.getByText('envoyé le lundi 2 novembre 2026, la mairie le lit', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const [{ carePlanId }] = (await family.api.get(family.path('care-plans'))).body;
    const acceptance = `/collectivites/${canteen.collectiviteId}/care-plans/${carePlanId}/acceptances`;
    expect((await mairie.post(acceptance, { validUntil: '2026-11-20' })).status).toBe(204);
    await page.reload();
    await page.getByText('Pris en compte jusqu’au vendredi 20 novembre 2026 : envoyez le nouveau').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Document 1, PAI de .*pai-1\.pdf/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('pai-1.pdf');
    expect(complaints).toEqual([]);
    await context.close();
  });

  /** A mother and a father, of whom only the dates may be told to each other: the child is hers in even weeks, his in odd ones. */
  async function twoFoyers() {
    const mother = await canteen.family();
    const father = { ...(await canteen.family(0)), childIds: mother.childIds };
    const [childId] = mother.childIds;
    const { fixtures, database } = service;
    const { collectiviteId } = canteen;
    await database.unit(() => database.change(`UPDATE custodies SET weeks = 'EVEN' WHERE child_id = ?`, [childId!]));
    await fixtures.row('custodies', {
      ...{ collectivite_id: collectiviteId, child_id: childId!, family_id: father.id },
      ...{ weeks: 'ODD', from_date: '2020-01-01', to_date: null },
    });
    await database.unit(() =>
      database.change(`UPDATE families SET name = 'SECRET', address_line1 = '1 rue Cachée' WHERE id = ?`, [father.id]),
    );
    return { mother, father };
  }

  it('lets two foyers of a child exchange days, and tells neither anything else of the other', async () => {
    const { mother, father } = await twoFoyers();
    const hers = await visit(service, DESKTOP, { colorScheme: 'dark' });
    await hers.page.goto(`/familles/${mother.id}/foyer`);
    await signIn(hers.page, mother);
    await hers.page.getByRole('link', { name: 'Calendrier de garde et échanges de jours' }).click();
    await hers.page.getByText('Dans son autre foyer les semaines impaires').waitFor();
    expect(await custodyWeek(hers.page, 46)).toEqual(Array(7).fill('chez vous'));
    expect(await custodyWeek(hers.page, 47)).toEqual(Array(7).fill('pas chez vous'));
    await hers.page.getByRole('button', { name: 'Mois d’après' }).click();
    await hers.page.getByRole('heading', { name: 'Calendrier de décembre 2026' }).waitFor();
    await hers.page.getByRole('table', { name: 'décembre 2026' }).waitFor();
    await hers.page.getByRole('button', { name: 'Mois d’avant' }).click();
    await hers.page.getByLabel('Du', { exact: true }).fill('2026-11-18');
    await hers.page.getByRole('button', { name: 'Demander l’échange' }).click();
    await hers.page.getByText('L’échange est demandé').waitFor();
    expect(await barriers(hers.page)).toEqual([]);
    expect(await hers.page.content()).not.toMatch(/SECRET|Cachée/);

    const his = await visit(service);
    await his.page.goto(`/familles/${father.id}`);
    await signIn(his.page, father);
    await his.page
      .getByRole('link', { name: /^Échange de jours proposé pour .* avant le mercredi 18 novembre$/ })
      .click();
    await his.page.getByText('Demandé par l’autre foyer').waitFor();
    expect(await barriers(his.page)).toEqual([]);
    await his.page.getByRole('button', { name: /^Confirmer l’échange/ }).click();
    await his.page.getByText('Confirmé').waitFor();
    const { body } = await mother.api.get(mother.path('custody-swaps'));
    expect(body).toMatchObject([{ state: 'CONFIRMED', days: [{ date: '2026-11-18', withYou: true }] }]);
    const given = 'pas chez vous, jour échangé';
    await his.page.getByRole('table', { name: 'novembre 2026' }).getByText(given).waitFor({ state: 'attached' });
    expect(await custodyWeek(his.page, 47)).toEqual(Array(7).fill('chez vous').fill(given, 2, 3));
    expect([...hers.complaints, ...his.complaints]).toEqual([]);
    await hers.context.close();
    await his.context.close();
  });

  it('says of an exchanged day that the other foyer had reserved it, to both, and lets who reserved it give it up', async () => {
    const { mother, father } = await twoFoyers();
    const [childId] = mother.childIds;
    const lines = linesOf(service, canteen);
    await lines.book(father, await canteen.session('2026-11-18', '2026-11-17T08:00:00Z'));
    const spans = [{ from: '2026-11-18', to: '2026-11-18' }];
    const { body } = await mother.api.post(mother.path('custody-swaps'), { childId, spans });
    await father.api.post(father.path(`custody-swaps/${body.id}/confirmations`));

    const hers = await visit(service);
    await hers.page.goto(`/familles/${mother.id}/reservations?du=2026-11-18`);
    await signIn(hers.page, mother);
    await hers.page.getByRole('button', { name: /18 novembre : déjà réservé ; par l’autre foyer/ }).click();
    await hers.page.getByRole('dialog').getByRole('link', { name: 'Voir tous les jours qu’il a réservés' }).click();
    await hers.page.getByText(/L’autre foyer a encore des réservations, .*mer\. 18/).waitFor();
    expect(await barriers(hers.page)).toEqual([]);
    const his = await visit(service);
    await his.page.goto(`/familles/${father.id}/reservations?du=2026-11-18`);
    await signIn(his.page, father);
    await his.page.getByRole('button', { name: /: réservé, autre foyer ; jour désormais de l’autre foyer/ }).click();
    const day = his.page.getByRole('dialog');
    await day.getByText('L’enfant n’est plus chez vous ce jour-là').waitFor();
    await day.getByText('Rien ne vous sera facturé pour ce jour.').waitFor();
    await day.getByRole('button', { name: 'Annuler cette réservation' }).waitFor();
    expect(await barriers(his.page)).toEqual([]);
    await his.page.goto(`/familles/${father.id}/foyer/garde`);
    await his.page.getByRole('link', { name: 'Voir et annuler' }).click();
    await his.page.getByText('Rien ne vous sera facturé pour ce jour.').waitFor();
    expect(await barriers(his.page)).toEqual([]);
    await his.page.getByRole('button', { name: 'Annuler cette réservation' }).click();
    await his.page.getByText('1 réservation annulée').waitFor();
    await his.page.getByText('Vous n’avez plus aucune réservation sur ces jours.').waitFor();
    expect(await barriers(his.page)).toEqual([]);
    await his.page.goto(`/familles/${father.id}/reservations/donnes/999999`);
    await his.page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
    await hers.page.reload();
    await hers.page.getByText('Confirmé').waitFor();
    expect(await hers.page.getByText('L’autre foyer a encore des réservations').count()).toBe(0);
    expect((await lines.cell(mother, '2026-11-18')).state).toBe('BOOKABLE');
    expect(await hers.page.content()).not.toMatch(/SECRET|Cachée/);
    expect([...hers.complaints, ...his.complaints]).toEqual([]);
    await hers.context.close();
    await his.context.close();
  });
});

/** What is said of each day of a week, by its number, in the calendar of November. */
async function custodyWeek(page: Page, week: number): Promise<string[]> {
  const row = page.getByRole('table', { name: 'novembre 2026' }).getByRole('row', { name: new RegExp(`^${week}\\b`) });
  await row.waitFor();
  const said = await row.getByRole('cell').locator('.for-ears').allTextContents();
  return said.map((text) => text.replace(/^.*?2026, /, ''));
}
