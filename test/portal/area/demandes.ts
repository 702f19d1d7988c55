import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';
import { photoOfAPhone, sizeOf } from '../../support/phone-photo.js';

const PDF = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF');

describe('the demandes', () => {
  let service: RunningService;
  let canteen: Canteen;
  let mairie: Api;
  beforeAll(async () => {
    service = await startService('portal-demandes', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
    mairie = await canteen.staff('agent');
  });
  afterAll(() => service.stop());

  it('carry words and a photo made smaller to the mairie, and its answer to the home page', async () => {
    const family = await canteen.family(2);
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/demandes`);
    await signIn(page, family);
    await page.getByText('Aucune demande pour l’instant').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Écrire à la mairie' }).click();
    await page.getByRole('button', { name: 'Envoyer à la mairie' }).click();
    await page.getByRole('link', { name: 'De quoi s’agit-il ? : faites un choix.' }).waitFor();
    await page.getByRole('link', { name: 'Objet : ce champ est à remplir.' }).waitFor();
    expect(await page.getByText('errors').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);

    await page.getByLabel('De quoi s’agit-il ?').selectOption('Absences');
    await page.getByLabel('Objet').fill('🤒'.repeat(161));
    await page.getByText('160 caractères au plus : il y en a 1 de trop.').waitFor();
    await page.getByRole('button', { name: 'Envoyer à la mairie' }).click();
    await page.getByRole('link', { name: /^Objet : 160 caractères au plus : il y en a 1 de trop/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Objet').fill('Absence <b>de mardi</b> 🤒');
    await page.getByLabel('Du (facultatif)').fill('2026-11-03');
    await page.getByRole('checkbox').last().press(' ');
    await page.getByLabel('Au (facultatif)').fill('2026-11-02');
    await page.getByLabel('Votre message').fill('Bonjour,\nvoici le certificat.');
    await page.reload();
    expect(await page.getByLabel('Votre message').inputValue()).toBe('Bonjour,\nvoici le certificat.');
    const photo = await photoOfAPhone(page);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG 42.JPEG', mimeType: 'image/jpeg', buffer: photo });
    await page.getByText('IMG 42.jpg').waitFor();
    const paper = { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: PDF };
    await page.locator('input[type=file]').setInputFiles(paper);
    await page.getByRole('button', { name: 'Envoyer à la mairie' }).click();
    await page.getByRole('link', { name: 'Au : le dernier jour vient avant le premier' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Au (facultatif)').fill('2026-11-04');
    await page.getByRole('button', { name: 'Envoyer à la mairie' }).click();
    await page.getByText('Votre demande est envoyée').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('heading', { name: 'Absence <b>de mardi</b> 🤒' }).waitFor();
    await page.getByText('du mardi 3 novembre 2026 au mercredi 4 novembre 2026').waitFor();
    expect(await page.getByText(/^D-2026-\d{6}$/).count()).toBe(1);

    const path = `/collectivites/${canteen.collectiviteId}/demandes`;
    const [{ id, children, from, to }] = (await mairie.get(path)).body.items;
    expect([children, from, to]).toMatchObject([[{ childId: family.childIds[1] }], '2026-11-03', '2026-11-04']);
    const { messages } = (await mairie.get(`${path}/${id}`)).body;
    expect(messages[0].attachments).toHaveLength(2);
    const sent = await mairie.get(`${path}/${id}/attachments/${messages[0].attachments[0].id}`);
    expect(photo.includes('GPS 43.6112')).toBe(true);
    expect(sent.bytes.includes('GPS 43.6112')).toBe(false);
    expect(await sizeOf(page, sent.bytes)).toEqual([2000, 1333]);
    service.clock.advance({ minutes: 1 });
    expect((await mairie.post(`${path}/${id}/messages`, { message: 'C’est noté <script>' })).status).toBe(201);

    await page.goto(`/familles/${family.id}`);
    await page.getByRole('link', { name: 'La mairie a répondu : Absence <b>de mardi</b> 🤒' }).click();
    await page.getByText('C’est noté <script>').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Votre message').fill('Merci');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await page.getByText('Votre message est envoyé').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Télécharger IMG 42\.jpg/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('IMG 42.jpg');
    expect((await mairie.get(`${path}/${id}`)).body.messages).toHaveLength(3);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('show an answer as new until it is read, on whichever device', async () => {
    const family = await canteen.family();
    const demande = { category: 'OTHER', subject: 'Une question', message: 'Bonjour' };
    const { id } = (await family.api.post(family.path('demandes'), demande)).body;
    const answer = `/collectivites/${canteen.collectiviteId}/demandes/${id}`;
    expect((await mairie.post(`${answer}/messages`, { message: 'Voici.' })).status).toBe(201);
    expect((await mairie.put(`${answer}/state`, { state: 'CLOSED' })).status).toBe(200);
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}`);
    await signIn(page, family);
    await page.getByRole('link', { name: 'La mairie a répondu : Une question' }).waitFor();
    await page.goto(`/familles/${family.id}/demandes`);
    await page.getByText('Nouvelle réponse').waitFor();
    expect(await barriers(page)).toEqual([]);
    const read = page.waitForResponse((response) => response.url().endsWith('/reading'));
    await page.getByRole('link', { name: /Nouvelle réponse/ }).click();
    await page.getByText('Voici.').waitFor();
    expect((await read).status()).toBe(204);
    const other = await visit(service, DESKTOP);
    await other.page.goto(`/familles/${family.id}`);
    await signIn(other.page, family);
    await other.page.getByText('Rien pour l’instant').waitFor();
    expect([...complaints, ...other.complaints]).toEqual([]);
    await context.close();
    await other.context.close();
  });

  it('give what the mairie publishes to download, and a tampered number the page of what does not exist', async () => {
    const family = await canteen.family();
    const file = { field: 'files', name: 'attestation.pdf', type: 'application/pdf', content: PDF };
    await mairie.upload(
      `/collectivites/${canteen.collectiviteId}/documents`,
      { title: 'Attestation de fréquentation', familyId: String(family.id) },
      [file],
    );
    const { page, context, complaints } = await visit(service, DESKTOP, { colorScheme: 'dark' });
    await page.goto(`/familles/${family.id}/documents`);
    await signIn(page, family);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Télécharger .* Attestation de fréquentation/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('attestation.pdf');
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/familles/${family.id}/demandes/1`);
    await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
