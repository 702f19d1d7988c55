import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

const NO_CHILD = 'Écrivez-lui pour inscrire un enfant';
/** Each page with what it says, and what one may do. */
const PLACES = [
  ['', NO_CHILD],
  ['/reservations', NO_CHILD],
  ['/absences', NO_CHILD],
  ['/panier', 'Le panier est vide'],
  ['/foyer', 'La mairie ne connaît aucun enfant dans ce foyer.'],
  ['/factures', 'Aucune facture à payer.'],
] as const;

describe('a page with nothing to show', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-nothing', '2026-11-16T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('says so to a family without a child', async () => {
    const family = await canteen.family(0);
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}`);
    await signIn(page, family);
    await page.getByText('Ce qui vous attend').waitFor();
    for (const [place, told] of PLACES) {
      await page.goto(`/familles/${family.id}${place}`);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await page.getByText(told).waitFor();
      expect(await barriers(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says that it failed, within its frame, when the service does, and shows once it answers again', async () => {
    const family = await canteen.family();
    const { page, context } = await visit(service);
    await page.goto(`/familles/${family.id}`);
    await signIn(page, family);
    await page.getByText('Ce qui vous attend').waitFor();
    await page.emulateMedia({ forcedColors: 'active' });
    const asked = '**/api/v1/families/*/{invoices,absences}**';
    for (const [place, title, cause] of [
      ['factures', 'Cette page n’a pas pu s’afficher', { status: 500, contentType: 'text/html', body: 'panne' }],
      ['absences', 'Pas de connexion', null],
    ] as const) {
      await page.route(asked, (route) => (cause ? route.fulfill(cause) : route.abort()));
      await page.goto(`/familles/${family.id}/${place}`);
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await page.getByRole('navigation').first().isVisible()).toBe(true);
      expect(await barriers(page)).toEqual([]);
      await page.unroute(asked);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('heading', { level: 1, name: place === 'factures' ? 'Mes factures' : 'Absences' }).waitFor();
    }
    await context.close();
  });
});
