import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, PHONE, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('booking on %s', (_name, viewport) => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-booking', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('signs in, chooses a day, validates the basket, and keeps the place', async () => {
    const sessionId = await canteen.session('2026-11-16');
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service, viewport);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    await page.getByRole('button', { name: /Cantine, lundi 16 novembre : libre/ }).click();
    await page.getByText('1 jour dans le panier').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Voir et valider' }).click();
    const validate = page.getByRole('button', { name: 'Valider 1 jour' });
    await validate.waitFor();
    expect(await barriers(page)).toEqual([]);
    await validate.click();
    await page.getByRole('heading', { name: 'Ce qui est réservé' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await canteen.taken(sessionId)).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('tells all of a reserved day, and gives it up having said what that means', async () => {
    const sessionId = await canteen.session('2026-11-17');
    const family = await canteen.family();
    await family.api.post(family.path('basket/lines'), { sessionId, childId: family.childIds[0] });
    await family.api.post(family.path('basket/validations'), {});
    const { page, context, complaints } = await visit(service, viewport);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-17`);
    await signIn(page, family);
    await page.getByRole('button', { name: /Cantine, mardi 17 novembre : réservé/ }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Rien ne vous sera facturé pour ce jour.').waitFor();
    expect(await dialog.getByText('lundi 16 novembre 2026 à 9 h 00 (encore 14 jours)').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Annuler cette réservation' }).press('Enter');
    await dialog.getByRole('button', { name: 'Ajouter au panier' }).waitFor();
    expect(await canteen.taken(sessionId)).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('refuses at the validation what closed while it was in the basket, says why, and keeps the line', async () => {
    const sessionId = await canteen.session('2026-11-18', '2026-11-03T08:00:00Z');
    const family = await canteen.family();
    await family.api.post(family.path('basket/lines'), { sessionId, childId: family.childIds[0] });
    const { page, context, complaints } = await visit(service, viewport);
    await page.goto(`/familles/${family.id}/panier`);
    await signIn(page, family);
    const validate = page.getByRole('button', { name: 'Valider 1 jour' });
    await validate.waitFor();
    const before = service.clock.now();
    service.clock.set(before.add({ hours: 25 }));
    await validate.click();
    await page
      .getByText(/Cantine, mercredi 18 novembre\s: .*closes depuis le mardi 3 novembre 2026 à 9\sh\s00/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await canteen.taken(sessionId)).toBe(0);
    service.clock.set(before);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('booking many days on a desktop', () => {
  let service: RunningService;
  let canteen: Canteen;
  let thursday: number;
  beforeAll(async () => {
    service = await startService('portal-booking-many', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
    for (const date of ['2026-11-16', '2026-11-17', '2026-11-20']) await canteen.session(date);
    thursday = await canteen.session('2026-11-19');
  });
  afterAll(() => service.stop());

  it('chooses, undoes and adds again by the keyboard alone', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service, DESKTOP);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    await page.getByRole('button', { name: /lundi 16 novembre : libre/ }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('2 jours choisis').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Space');
    await page.getByText('2 jours ajoutés – 2 jours dans le panier').waitFor();
    await page.getByRole('button', { name: 'Annuler : 2 jours ajoutés' }).press('Enter');
    await page.getByText('2 jours retirés').waitFor();
    await page.getByRole('button', { name: /Cantine : ajouter les 4 jours libres de la semaine/ }).press('Enter');
    await page.getByText('4 jours ajoutés – 4 jours dans le panier').waitFor();
    expect((await family.api.get(family.path('basket'))).body.lines).toHaveLength(4);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes back what was pressed twice before the service had answered', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service, DESKTOP);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    let answer = () => undefined as void;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/basket/lines', async (route) => {
      await asked;
      await route.continue();
    });
    const removed = page.waitForResponse(/basket.removals/);
    await page.getByRole('button', { name: /lundi 16 novembre : libre/ }).click();
    await page.getByRole('button', { name: /lundi 16 novembre : au panier/ }).click();
    await page.getByRole('button', { name: /lundi 16 novembre : libre/ }).waitFor();
    answer();
    expect((await removed).status()).toBe(204);
    await page.getByText('1 jour retiré').waitFor();
    expect((await family.api.get(family.path('basket'))).body.lines).toHaveLength(0);
    await page.getByRole('button', { name: /lundi 16 novembre : libre/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('turns the weeks by the keyboard, and stays on the same line and column', async () => {
    const family = await canteen.family(2);
    await canteen.session('2026-11-24');
    const { page, context, complaints } = await visit(service, DESKTOP);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    const focused = () =>
      page.evaluate<string>(`(document.activeElement.getAttribute('aria-label') ?? '').replace(/\\s/g, ' ')`);
    await page
      .getByRole('button', { name: /mardi 17 novembre : libre/ })
      .last()
      .focus();
    await page.keyboard.press('PageDown');
    await page.getByRole('heading', { name: 'Semaine du lundi 23 novembre' }).waitFor();
    await page.locator('[data-spot="1:1"]:focus').waitFor();
    expect(await focused()).toMatch(/mardi 24 novembre : libre/);
    await page.keyboard.press('End');
    expect(await focused()).toMatch(/vendredi 27 novembre/);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('PageUp');
    await page.getByRole('heading', { name: 'Semaine du lundi 16 novembre' }).waitFor();
    await page.locator('[data-spot="0:0"]:focus').waitFor();
    expect(await focused()).toMatch(/lundi 16 novembre : libre/);
    expect(await page.getByRole('columnheader').allInnerTexts()).not.toContain('sam. 21 nov.');
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('drags over the days of two children', async () => {
    const family = await canteen.family(2);
    const { page, context, complaints } = await visit(service, DESKTOP);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    await page
      .getByRole('button', { name: /lundi 16 novembre : libre/ })
      .first()
      .hover();
    await page.mouse.down();
    await page
      .getByRole('button', { name: /mardi 17 novembre : libre/ })
      .last()
      .hover();
    await page.mouse.up();
    await page.getByText('4 jours ajoutés – 4 jours dans le panier').waitFor();

    await page.goto(`/familles/${family.id}/panier`);
    const totals = (of: string) => page.getByRole('region', { name: of }).getByRole('listitem');
    const told = async (of: string) => (await totals(of).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    await page.getByRole('button', { name: 'Valider 4 jours' }).waitFor();
    expect(await told('Par enfant')).toEqual([
      expect.stringMatching(/ : 2 jours 7,00 €$/),
      expect.stringMatching(/ : 2 jours 7,00 €$/),
    ]);
    expect(await told('Par prestation')).toEqual(['Cantine (École Jules-Ferry) : 4 jours 14,00 €']);
    await page
      .getByRole('button', { name: /^Retirer / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Valider 3 jours' }).waitFor();
    expect((await told('Par enfant')).join()).toMatch(/: 1 jour 3,50 €/);
    expect(await told('Par prestation')).toEqual(['Cantine (École Jules-Ferry) : 3 jours 10,50 €']);
    await page.getByText(/^10,50\s€ pour 3 jours$/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('does not tell as an empty basket one whose validation was answered on a lost line: one reads what is reserved', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service, DESKTOP);
    await family.api.post(family.path('basket/lines'), { sessionId: thursday, childId: family.childIds[0] });
    await page.goto(`/familles/${family.id}/panier`);
    await signIn(page, family);
    const validations = '**/basket/validations';
    await page.route(validations, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Valider 1 jour' }).click();
    await page.getByText('Le panier est peut-être déjà validé.').waitFor();
    await page.getByText('Le panier est vide.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.unroute(validations);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { name: 'Ce qui est réservé' }).waitFor();
    const { body } = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-22'));
    expect(body).toHaveLength(1);
    expect(complaints.filter((told) => !told.includes('net::ERR_FAILED'))).toEqual([]);
    await context.close();
  });

  it('says what the other parent did meanwhile, and keeps what it did', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service, DESKTOP);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    const day = page.getByRole('button', { name: /jeudi 19 novembre : libre/ });
    await day.waitFor();
    await family.api.post(family.path('basket/lines'), { sessionId: thursday, childId: family.childIds[0] });
    await family.api.post(family.path('basket/validations'), {});
    await day.click();
    await page.getByText(/Cantine, jeudi 19 novembre\s: .*déjà/).waitFor();
    await page.getByRole('button', { name: /jeudi 19 novembre : réservé/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
