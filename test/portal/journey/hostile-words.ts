import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import type { Api } from '../../support/api.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';
import { misfits } from '../../support/layout.js';

const SCRIPT = '<img src=x onerror="document.title=\'pris\'"><script>document.title="pris"</script>';
/** Turns what follows it from right to left: « gpj.exe » reads « exe.jpg ». */
const OVERRIDE = '\u202e';
const PLACES = ['/reservations', '/contacts', '/foyer', '/actualites', '/demandes'];
/** Seven pages, one after the other. */
const LOOK = 180_000;

describe('words that would do more than be read', () => {
  let service: RunningService;
  let canteen: Canteen;
  let mairie: Api;
  beforeAll(async () => {
    service = await startService('portal-hostile', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
    mairie = await canteen.staff('agent');
  });
  afterAll(() => service.stop());

  it.each([
    ['markup', SCRIPT],
    ['a family of emoji', '👨‍👩‍👧‍👦🦊 Zoé'],
    ['letters from right to left', 'משפחה Cohen'],
    ['accents piled up', `Zo${'é\u0301\u0302'.repeat(40)}`],
    ['one word as long as a page', 'W'.repeat(150)],
  ])(
    'are shown as text, in the name of a child, a service or a commune, a news, a message and its answer: %s',
    async (_name, words) => {
      const family = await canteen.family();
      const { database } = service;
      const name = words.slice(0, 60);
      await database.unit(async () => {
        await database.change('UPDATE children SET first_name = ? WHERE id = ?', [name, family.childIds[0]!]);
        await database.change('UPDATE prestations SET name = ?', [name]);
        await database.change('UPDATE collectivites SET name = ?, city = ?', [words.slice(0, 120), words.slice(0, 80)]);
      });
      const news = await mairie.post(`/collectivites/${canteen.collectiviteId}/articles`, {
        title: words,
        body: words,
      });
      expect(news.status).toBeLessThan(300);
      const sent = await family.api.post(family.path('demandes'), {
        category: 'OTHER',
        subject: words,
        message: words,
      });
      expect(sent.status).toBeLessThan(300);
      const path = `/collectivites/${canteen.collectiviteId}/demandes/${sent.body.id as number}/messages`;
      expect((await mairie.post(path, { message: words })).status).toBeLessThan(300);

      const { page, context, complaints } = await visit(service);
      await page.goto(`/familles/${family.id}`);
      await signIn(page, family);
      for (const place of ['', ...PLACES, `/demandes/${sent.body.id}`]) {
        await page.goto(`/familles/${family.id}${place}`);
        await page.locator('h1').first().waitFor();
        await page.getByText('Chargement…').waitFor({ state: 'detached' });
        expect(await page.title()).not.toMatch(/^pris/);
        expect(await page.locator('main script, main img[onerror]').count()).toBe(0);
        expect([place, await misfits(page)]).toEqual([place, []]);
      }
      await page.getByText(words.trim(), { exact: true }).first().waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LOOK,
  );

  it.each([
    ['500 letters', 'A'.repeat(500)],
    ['a null character', 'Ca\u0000mille'],
    ['letters turned round', `${OVERRIDE}ellimaC`],
  ])(
    'are refused beside their field, and still there: a name of %s',
    async (_name, typed) => {
      const family = await canteen.family();
      const { page, context, complaints } = await visit(service);
      await page.goto(`/familles/${family.id}/foyer`);
      await signIn(page, family);
      await page.getByRole('link', { name: 'Demander une correction pour Madame Camille DURAND' }).click();
      await page.getByLabel('Prénom').fill(typed);
      await page.getByRole('button', { name: 'Demander la correction' }).click();
      await page.getByRole('alert').getByRole('link').first().waitFor();
      expect(await page.getByLabel('Prénom').inputValue()).toBe(typed);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LOOK,
  );
});
