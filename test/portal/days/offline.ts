import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('without a network', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-offline', '2026-11-16T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  /** The page waits for what it is made of to be kept, which takes the browser its time, and then is kept itself. */
  const isKept = (page: Page) =>
    page.evaluate(`(async () => {
      const shell = await caches.open('shell');
      const kept = async () => (await shell.keys()).map(({ url }) => new URL(url).pathname).join();
      while ((await kept()) !== '/') await new Promise(requestAnimationFrame);
    })()`);

  /** The planning is kept, and forgotten, beside what the page shows: a little before, or after. */
  const plannings = (page: Page, count: 0 | 1) =>
    page.evaluate(`(async () => {
      const kept = async () => (await caches.has('planning')) && (await (await caches.open('planning')).keys()).length === 1;
      while ((await kept()) !== ${count === 1}) await new Promise(requestAnimationFrame);
    })()`);

  it('shows the last known planning, says that it is of then, and nothing of it once one has signed out', async () => {
    const family = await canteen.family();
    const sessionId = await canteen.session('2026-11-19');
    const lines = [{ sessionId, childId: family.childIds[0]! }];
    expect((await family.api.post(family.path('basket/lines'), { lines })).status).toBeLessThan(300);
    expect((await family.api.post(family.path('basket/validations'))).status).toBeLessThan(300);
    const { page, context } = await visit(service);
    await page.goto('/connexion');
    await page.evaluate(`navigator.serviceWorker.ready`);
    await signIn(page, family);
    await page.getByRole('heading', { name: 'Actualités' }).or(page.getByText('Ce qui vous attend')).first().waitFor();
    await page.reload();
    await page.getByText('Ce qui vous attend').waitFor();
    await plannings(page, 1);
    await isKept(page);

    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: 'Pas de connexion' }).waitFor();
    await page.getByText(/: Cantine$/).waitFor();
    await page.getByText('Lu le lundi 16 novembre 2026 à 8 h').waitFor();
    expect(await barriers(page)).toEqual([]);

    await context.setOffline(false);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('Ce qui vous attend').waitFor();
    await page.getByRole('link', { name: 'Plus' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    await plannings(page, 0);
    await context.close();
  });

  it('keeps no planning of a session that ended while the browser was closed', async () => {
    const family = await canteen.family();
    const { page, context } = await visit(service);
    await page.goto('/connexion');
    await signIn(page, family);
    await page.getByText('Ce qui vous attend').waitFor();
    await plannings(page, 1);
    await page.goto('about:blank');
    await context.clearCookies();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Mon espace famille' }).waitFor();
    await plannings(page, 0);
    await context.close();
  });

  it('takes the files of the portal as they are now, when those it was made of are gone', async () => {
    const family = await canteen.family();
    const sessionId = await canteen.session('2026-11-20');
    const { page, context } = await visit(service, undefined, { serviceWorkers: 'block' });
    const gone = '**/assets/day-dialog-*.js';
    await page.route(gone, (route) => route.fulfill({ status: 404 }));
    expect(
      (await family.api.post(family.path('basket/lines'), { lines: [{ sessionId, childId: family.childIds[0]! }] }))
        .status,
    ).toBeLessThan(300);
    expect((await family.api.post(family.path('basket/validations'))).status).toBeLessThan(300);
    await page.goto(`/familles/${family.id}/reservations`);
    await signIn(page, family);
    await page.getByRole('button', { name: /vendredi 20 novembre : réservé/ }).click();
    await page.getByRole('heading', { name: 'Cette page n’a pas pu s’afficher' }).waitFor();
    await page.unroute(gone);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('button', { name: /vendredi 20 novembre : réservé/ }).click();
    await page.getByRole('dialog').waitFor();
    await context.close();
  });

  it('is told from a page that does not exist, which is one page wherever it shows', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id + 1}`);
    await signIn(page, family);
    for (const path of [`/familles/${family.id + 1}`, `/familles/${family.id}/demandes/9`, '/nulle-part']) {
      await page.goto(path);
      await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await page.getByRole('main').count()).toBe(1);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says nothing of the days beyond those that were read', async () => {
    service.clock.advance({ hours: 3 * 24 });
    const family = await canteen.family();
    const { page, context } = await visit(service);
    await page.goto('/connexion');
    await page.evaluate(`navigator.serviceWorker.ready`);
    await signIn(page, family);
    await page.getByText('Ce qui vous attend').waitFor();
    await page.goto(`/familles/${family.id}/reservations`);
    await page.getByRole('heading', { name: 'Réservé jusqu’à quand' }).waitFor();
    await isKept(page);
    await context.setOffline(true);
    await page.reload();
    await page.getByText('dimanche 22 novembre').waitFor();
    expect(await page.getByText('lundi 23 novembre').count()).toBe(0);
    await context.close();
  });
});
