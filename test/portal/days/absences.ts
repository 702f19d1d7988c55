import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeAbsencesBy, SAINT_EXUPERY } from '../../support/absence-policy.js';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, signIn, visit } from '../../support/browser.js';
import { PASSWORD } from '../../support/fixtures.js';
import { addHousehold, holdSession, openSchool, reserve, type School } from '../../support/school.js';

const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

describe('the absences and the texts', () => {
  let service: RunningService;
  let school: School;
  beforeAll(async () => {
    service = await startService('portal-absences', '2026-11-30T08:00:00+01:00', { reachable: true });
    school = await openSchool(service);
  });
  afterAll(() => service.stop());

  it('are declared, proved by a photo of the certificate, and taken back', async () => {
    const child = await addHousehold(service, school, 'ARNAUD');
    await reserve(service, school, await holdSession(service, school, '2026-11-30'), child);
    await judgeAbsencesBy(service, school.canteen.id, SAINT_EXUPERY);
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${child.familyId}/absences`);
    await signIn(page, { email: child.email, password: PASSWORD });
    const foreseen = page
      .getByRole('status')
      .filter({ hasText: 'Rien à payer si le justificatif nous parvient avant' });
    await foreseen.getByText('Une absence non justifiée coûte ce jour-là').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Premier jour').fill('2026-12-01');
    await page.getByText('il n’y a pas d’absence à déclarer').waitFor();
    await page.getByLabel('Premier jour').fill('2026-11-30');
    await page.getByLabel('Dernier jour').fill('2026-11-30');
    await foreseen.waitFor();
    await page.getByRole('button', { name: 'Déclarer l’absence' }).click();
    await page.getByText('L’absence est déclarée').waitFor();
    await page.getByText(/Rien à payer si le justificatif nous parvient avant/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/familles/${child.familyId}`);
    await page.getByText(/\s: absence déclarée$/).waitFor();
    await page.goBack();
    const content = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF');
    const file = { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: content };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Envoyer le justificatif' }).click();
    await page.getByText('✓ Justifiée').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^Retirer la déclaration/ }).click();
    await page.getByText('– Retirée').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('are dressed in the colour and the logo of the commune, which stay readable in light and in dark', async () => {
    const child = await addHousehold(service, school, 'CHEVALIER');
    const { email, password } = await service.fixtures.account([
      { collectiviteId: school.collectiviteId, role: 'administrateur' },
    ]);
    const admin = await service.api.signedIn(email, password);
    const path = `/collectivites/${school.collectiviteId}`;
    await admin.put(`${path}/look/colour`, { colour: '#14652f' });
    await admin.uploadBy('PUT', `${path}/logo`, {}, [
      { field: 'files', name: 'logo.png', type: 'image/png', content: LOGO },
    ]);
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${child.familyId}/demandes`);
    await signIn(page, { email: child.email, password: PASSWORD });
    await page.locator('header img').waitFor();
    await page.getByRole('link', { name: 'Écrire à la mairie' }).waitFor();
    const colour = () => page.evaluate<string>(`getComputedStyle(document.querySelector('main a')).backgroundColor`);
    expect(await barriers(page)).toEqual([]);
    expect(await colour()).toBe('rgb(20, 101, 47)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    expect(await colour()).not.toBe('rgb(20, 101, 47)');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('are within reach of a stranger, and the règlement of who is signed in', async () => {
    const child = await addHousehold(service, school, 'BERNARD');
    const { page, context, complaints } = await visit(service, DESKTOP, { colorScheme: 'dark' });
    await page.goto('/connexion');
    await page.getByRole('link', { name: 'Accessibilité : non conforme' }).click();
    await page.getByRole('heading', { name: 'Voies de recours' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto('/mentions-legales');
    await page.getByRole('heading', { name: 'Vos droits' }).waitFor();
    await page.getByText('Non renseigné pour l’instant : la mairie vous le dira.').waitFor();
    // No line may begin with a sign that French sets apart from its word.
    expect(await page.getByRole('main').innerText()).not.toMatch(/ [?:;!»]|« /);
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/familles/${child.familyId}/donnees`);
    await signIn(page, { email: child.email, password: PASSWORD });
    await page.getByRole('link', { name: 'Règlement : délais, prix et places' }).click();
    const prices = page.getByRole('table', { name: /^Prix.: / }).first();
    await prices.getByRole('columnheader', { name: 'Si absence injustifiée' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('say whose they are before one signs in and after one signed out, where that is known', async () => {
    const child = await addHousehold(service, school, 'CARRIÈRE');
    const [row] = await service.database.read(() =>
      service.database.rows<{ name: string }>('SELECT name FROM collectivites WHERE id = ?', [school.collectiviteId]),
    );
    const name = row!.name;
    const { page, context, complaints } = await visit(service);
    const whose = page.locator('main').getByText(name, { exact: true });
    const logo = page.locator('main img');
    const colour = () =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('button[type=submit]')).backgroundColor`);

    await page.goto('/connexion');
    await whose.waitFor();
    await logo.waitFor();
    expect(await colour()).toBe('rgb(20, 101, 47)');
    expect(await page.getByText('Vous êtes déconnecté').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    for (const place of ['/mot-de-passe-oublie', '/mot-de-passe?code=perdu']) {
      await page.goto(place);
      await whose.waitFor();
      await logo.waitFor();
    }

    // Others come to the same service: the address alone tells whose page it is.
    for (let n = 1; n <= 9; n += 1) await service.fixtures.collectivite({ name: `Mairie de Saint-Élie-${n}` });
    await page.goto(`/familles/${child.familyId}/plus`);
    await signIn(page, { email: child.email, password: PASSWORD });
    await page.getByRole('main').getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByText('Vous êtes déconnecté').waitFor();
    await whose.waitFor();
    await logo.waitFor();
    expect(await colour()).toBe('rgb(20, 101, 47)');
    expect(await barriers(page)).toEqual([]);

    // So it is on the way to a new password, and back.
    await page.getByRole('link', { name: 'J’ai oublié mon mot de passe' }).click();
    await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
    await whose.waitFor();
    await page.getByRole('link', { name: 'Revenir à la connexion' }).click();
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    await whose.waitFor();

    await page.getByRole('link', { name: 'Mentions légales' }).click();
    await page.getByRole('heading', { name }).waitFor();
    const another = page.locator('summary', { hasText: 'Saint-Élie-7' });
    expect(await another.isVisible()).toBe(false);
    await page.goto('/mentions-legales');
    await another.waitFor();
    await page.getByLabel('Votre commune').fill('saint elie 7');
    await page.getByText('1 collectivité porte ce nom').waitFor();
    expect(await page.locator('main summary').allInnerTexts()).toEqual(['Mairie de Saint-Élie-7']);
    await page.getByLabel('Votre commune').fill('<b>Atlantis</b>');
    await page.getByText('Aucune collectivité de ce service ne porte ce nom.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto('/connexion?mairie=999999');
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    expect(await whose.count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
