import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, PHONE, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('the states of the planning', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-states', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
    await canteen.session('2026-11-16');
  });
  afterAll(() => service.stop());

  const withoutEnrolment = (childId: number) =>
    service.database.unit(() => service.database.change('DELETE FROM enrolments WHERE child_id = ?', [childId]));

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('say on %s that a child is enrolled in nothing, alone or beside another', async (_, viewport) => {
    const family = await canteen.family(2);
    const [first, second] = family.childIds as [number, number];
    await withoutEnrolment(first);
    const { page, context, complaints } = await visit(service, viewport);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    await page.getByText(/n’est à aucune prestation sur ces jours/).waitFor();
    await page.getByRole('button', { name: /lundi 16 novembre\s: libre/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await withoutEnrolment(second);
    await page.reload();
    await page.getByText(/Aucune prestation de vos enfants sur ces jours/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Toute une période' }).click();
    await page
      .getByText(/n’est à aucune prestation ces jours-là/)
      .nth(1)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('are told by a word and a sign of their own where the system chooses the colours', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds;
    const reserved = await canteen.session('2026-11-17');
    const chosen = await canteen.session('2026-11-19');
    await canteen.session('2026-11-20', '2026-11-18T08:00:00Z', { places: 2, taken: 2 });
    await canteen.session('2026-11-12', '2026-11-01T08:00:00Z');
    await family.api.post(family.path('basket/lines'), { sessionId: reserved, childId });
    await family.api.post(family.path('basket/validations'));
    await family.api.post(family.path('basket/lines'), { sessionId: chosen, childId });
    const { page, context, complaints } = await visit(service, DESKTOP, { forcedColors: 'active' });
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    const shown = async (cell: RegExp) =>
      (await page.getByRole('button', { name: cell }).innerText()).split(/\s*\n\s*/);
    await page.getByRole('button', { name: /Cantine, lundi 16 novembre/ }).waitFor();
    expect(await shown(/Cantine, lundi 16 novembre/)).toEqual(['○', 'Libre']);
    expect(await shown(/Cantine, mardi 17 novembre/)).toEqual(['✓', 'Réservé']);
    expect(await shown(/Cantine, mercredi 18 novembre/)).toEqual(['–', 'Pas de service']);
    expect(await shown(/Cantine, jeudi 19 novembre/)).toEqual(['◐', 'Au panier']);
    expect(await shown(/Cantine, vendredi 20 novembre/)).toEqual(['■', 'Complet']);
    // What is chosen with Shift and the arrows keeps an outline that the system draws.
    await page.getByRole('button', { name: /Cantine, lundi 16 novembre/ }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('1 jours choisis').or(page.getByText('1 jour choisi')).waitFor();
    const outline = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('[aria-selected] button')).outlineStyle`,
    );
    expect(outline).toBe('solid');
    await page.keyboard.press('Escape');
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16&vue=mois`);
    await page.getByText('✓ réservé').waitFor();
    expect(await page.getByRole('button', { name: /Cantine, jeudi 12 novembre/ }).innerText()).toBe('×');
    // The contrasts are those of the system.
    expect((await barriers(page)).filter((barrier) => !barrier.includes('color-contrast'))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('are there again once the service is, and what is said of a day is asked for before it is pressed', async () => {
    const family = await canteen.family();
    const { page, context } = await visit(service, DESKTOP);
    const failing = '**/planning?**';
    const broken = { status: 500, contentType: 'text/plain', body: '' };
    await page.route(failing, (route) => route.fulfill(broken));
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    await retried('Cette page n’a pas pu s’afficher', failing);
    const asked = page.waitForRequest(/day-dialog/);
    await page.getByRole('button', { name: /lundi 16 novembre\s: libre/ }).focus();
    await asked;

    await page.route(failing, (route) =>
      /to=2027-08/.test(route.request().url()) ? route.fulfill(broken) : route.continue(),
    );
    await page.goto(`/familles/${family.id}/reservations?vue=agenda`);
    await page.getByRole('checkbox', { name: /chaque lundi/ }).check();
    await hurry();
    await page.getByText('Les jours n’ont pas pu être comptés').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.unroute(failing);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('button', { name: /Ajouter/ }).waitFor();

    await page.route('**/basket', (route) => route.abort('timedout'));
    await page.goto(`/familles/${family.id}/panier`);
    await retried('Pas de connexion', '**/basket');
    await page.getByText(/Le panier est vide/).waitFor();
    await context.close();

    /** A failure is tried again three times first, each later than the one before. */
    async function hurry(): Promise<void> {
      for (let tries = 0; tries < 3; tries += 1) {
        await page.waitForLoadState('networkidle');
        await page.clock.runFor(10_000);
      }
    }

    async function retried(title: string, route: string): Promise<void> {
      await hurry();
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.unroute(route);
      await page.getByRole('button', { name: 'Réessayer' }).click();
    }
  });
});
