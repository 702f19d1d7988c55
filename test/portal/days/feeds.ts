import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('the calendar of one’s telephone', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-feeds', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('is given an address, told once, that is changed and ended', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/familles/${family.id}/reservations`);
    await signIn(page, family);
    await page.getByRole('link', { name: 'Ajouter au calendrier de mon téléphone' }).click();
    await page.getByRole('button', { name: /^Obtenir l’adresse/ }).click();
    const shown = page.getByLabel(/^Adresse du calendrier de/);
    const url = await shown.inputValue();
    expect((await fetch(url)).headers.get('content-type')).toContain('text/calendar');
    await page.getByRole('button', { name: 'Copier l’adresse' }).click();
    await page.getByText('L’adresse est copiée.').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(url);
    expect(await page.getByRole('link', { name: 'Ouvrir dans mon calendrier' }).getAttribute('href')).toBe(
      url.replace('http:', 'webcal:'),
    );
    expect(await barriers(page)).toEqual([]);

    await page.reload();
    await page.getByText('Calendrier ouvert').waitFor();
    expect(await shown.count()).toBe(0);
    await page.getByRole('button', { name: /^Changer l’adresse/ }).click();
    const renewed = await shown.inputValue();
    expect([(await fetch(url)).status, (await fetch(renewed)).status]).toEqual([404, 200]);
    await page.getByRole('button', { name: /^Arrêter ce calendrier/ }).click();
    await page.getByRole('button', { name: /^Obtenir l’adresse/ }).waitFor();
    expect((await fetch(renewed)).status).toBe(404);
    expect(await shown.count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
