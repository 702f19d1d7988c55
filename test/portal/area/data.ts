import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';
import { enlarge, misfits } from '../../support/layout.js';

describe('my data', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-data', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('are downloaded, with the règlement that was accepted, and the texts that bind both sides', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/donnees`);
    await signIn(page, family);
    await page.getByText('Vous n’avez pas encore accepté le règlement').waitFor();
    expect(await barriers(page)).toEqual([]);
    const saved = async (button: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    await page.getByText('il vous en reste 5.').waitFor();
    const json = await saved('La même copie pour un logiciel (JSON)');
    expect(json.name).toBe('mes-donnees.json');
    expect(JSON.parse(json.text)).toMatchObject({ account: [{ email: family.email }] });
    await page.getByText('il vous en reste 4.').waitFor();

    const copy = await saved('Télécharger une copie de mes données');
    expect(copy.name).toBe('mes-donnees.html');
    const reader = await context.newPage();
    await reader.setContent(copy.text);
    await reader.getByRole('heading', { name: 'Mes données', level: 1 }).waitFor();
    await reader.getByText(family.email).first().waitFor();
    expect(await barriers(reader)).toEqual([]);
    await enlarge(reader, 'a screen of 320 px');
    expect(await misfits(reader)).toEqual([]);
    await reader.close();

    for (const left of [2, 1, 0]) {
      await saved('Télécharger une copie de mes données');
      await page
        .getByText(
          left > 0 ? `il vous en reste ${left}.` : 'la prochaine pourra l’être à partir du mardi 3 novembre 2026',
        )
        .waitFor();
    }
    await page.getByRole('button', { name: 'Télécharger une copie de mes données' }).click();
    await page.getByRole('alert').getByText('La prochaine pourra l’être à partir du mardi 3 novembre 2026').waitFor();
    expect(await barriers(page)).toEqual([]);
    for (const text of ['Mentions légales', 'Accessibilité']) {
      expect(await page.getByRole('main').getByRole('link', { name: text }).count()).toBe(1);
      expect(await page.getByRole('contentinfo').getByRole('link', { name: text }).count()).toBe(1);
    }

    await page.getByRole('link', { name: /^Règlement/ }).click();
    await page.getByRole('button', { name: 'J’ai lu ce règlement et je l’accepte' }).click();
    await page.getByText('Vous avez accepté cette version').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/familles/${family.id}/donnees`);
    await page.getByRole('link', { name: 'Règlement accepté le lundi 2 novembre 2026' }).click();
    await page.getByText('Ce qui s’applique le lundi 2 novembre 2026').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('of others, behind a tampered id in any address, are the page of what does not exist', async () => {
    const family = await canteen.family();
    const stranger = await canteen.family();
    const { page, context } = await visit(service, DESKTOP);
    await page.goto(`/familles/${family.id}/donnees`);
    await signIn(page, family);
    const own = `/familles/${family.id}`;
    for (const at of [
      (id: number) => `/familles/${id}`,
      (id: number) => `/familles/${id}/demandes`,
      (id: number) => `${own}/demandes/${id}`,
      (id: number) => `${own}/factures/${id}`,
      (id: number) => `${own}/panier/paiements/${id}`,
      (id: number) => `${own}/paiements/en-ligne/${id}`,
      (id: number) => `${own}/foyer/corrections/child:${id}`,
      (id: number) => `${own}/foyer/corrections/<b>${id}`,
    ]) {
      const seen: string[] = [];
      for (const id of [stranger.id, 999_999]) {
        await page.goto(at(id));
        await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
        seen.push(await page.getByRole('main').innerText());
      }
      expect([at(stranger.id), seen[0]]).toEqual([at(stranger.id), seen[1]]);
    }
    await context.close();
  });
});
