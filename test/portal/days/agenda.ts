import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, PHONE, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('the agenda', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-agenda', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('books the Mondays of a year for two children, counted before and told after', async () => {
    const mondays = ['2026-11-16', '2026-11-23', '2027-01-11', '2027-03-08', '2027-06-28'];
    const sessions = [];
    for (const date of mondays) sessions.push(await canteen.session(date));
    await canteen.session('2026-11-17');
    const family = await canteen.family(2);
    const { page, context, complaints } = await visit(service, PHONE);
    await page.goto(`/familles/${family.id}/reservations?vue=agenda`);
    await signIn(page, family);
    const boxes = page.getByRole('checkbox', { name: /Cantine, chaque lundi/ });
    await boxes.first().check();
    await boxes.last().check();
    const add = page.getByRole('button', { name: /Ajouter les 10 lundis jusqu’au lundi 28 juin 2027/ });
    await add.waitFor();
    expect(await barriers(page)).toEqual([]);
    await add.click();
    await page.getByText('10 jours au panier, 0 jour de côté').waitFor();
    await page
      .getByText(/5 jours, du lundi 16 novembre 2026 au\s+lundi 28 juin 2027/)
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Vérifier et valider' }).click();
    await page.getByRole('button', { name: 'Valider 10 jours' }).click();
    await page.getByRole('heading', { name: 'Ce qui est réservé' }).waitFor();
    for (const id of sessions) expect(await canteen.taken(id)).toBe(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('books a whole year for two children in two taps where there is no week to copy', async () => {
    const family = await canteen.family(2);
    const { page, context, complaints } = await visit(service, PHONE);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    const every = /Cantine, chaque jour d’accueil\s: \S+, \S+/;
    await page.getByRole('navigation', { name: 'Réserver toute l’année' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: every }).click();
    const add = page.getByRole('button', { name: /Ajouter les 12 jours jusqu’au lundi 28 juin 2027/ });
    await add.waitFor();
    expect(await page.getByRole('button', { name: every }).getAttribute('aria-pressed')).toBe('true');
    // The canteen never runs on a Wednesday: none is offered.
    expect(await page.getByRole('checkbox', { name: /chaque mercredi/ }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await add.click();
    await page.getByText('12 jours au panier').waitFor();
    expect((await family.api.get(family.path('basket'))).body.lines).toHaveLength(12);
    expect(await linesOf(page.getByRole('link', { name: 'Panier 12 jours' }).getByText(/^12/))).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Au', { exact: true }).fill('2026-11-06');
    await page
      .getByText(/Cantine\s: aucun accueil entre ces dates/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes a week as it was lived to the end of the year in two taps, and takes it all back', async () => {
    const lived = [await canteen.session('2026-11-19'), await canteen.session('2026-11-20')];
    for (const date of ['2026-11-26', '2026-11-27', '2027-06-24']) await canteen.session(date);
    const family = await canteen.family();
    const lines = lived.map((sessionId) => ({ sessionId, childId: family.childIds[0] }));
    await family.api.post(family.path('basket/lines'), { lines });
    await family.api.post(family.path('basket/validations'));
    const { page, context, complaints } = await visit(service, PHONE);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    await page.getByRole('link', { name: 'Reprendre cette semaine jusqu’à la fin de l’année' }).click();
    await page.getByRole('button', { name: 'Ajouter les 3 jours jusqu’au jeudi 24 juin 2027' }).click();
    await page.getByText('3 jours au panier, 2 jours de côté').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annuler : retirer 3 jours du panier' }).click();
    await page.getByText('3 jours retirés du panier').waitFor();
    expect((await family.api.get(family.path('basket'))).body.lines).toEqual([]);
    await page.getByRole('button', { name: 'La reprendre la semaine d’après seulement' }).click();
    await page.getByRole('button', { name: 'Ajouter les 2 jours jusqu’au vendredi 27 novembre 2026' }).waitFor();
    expect(await page.getByRole('checkbox', { name: /chaque samedi/ }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('adds the free days of a whole week on a phone, and undoes it', async () => {
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service, PHONE);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    const together = page.getByRole('button', { name: /Cantine : ajouter les 4 jours libres de la semaine/ });
    await page.getByText('Ajouter plusieurs jours de la semaine').click();
    await together.waitFor();
    const day = page.getByRole('heading', { name: 'lundi 16 novembre', exact: true });
    const before = await day.boundingBox();
    await together.click();
    await page.getByText('4 jours ajoutés – 4 jours dans le panier').waitFor();
    // What one looks at stays where it is, and so does the focus.
    expect(await day.boundingBox()).toEqual(before);
    const done = page.getByRole('button', { name: /Cantine : plus aucun jour libre de la semaine/ });
    expect(await done.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annuler : 4 jours ajoutés' }).click();
    await page.getByText('4 jours retirés').waitFor();
    // What one had opened is open again.
    await page.getByRole('button', { name: /Cantine : ajouter les 4 jours libres de la semaine/ }).waitFor();
    expect((await family.api.get(family.path('basket'))).body.lines).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** How many lines its own words are on. */
function linesOf(place: Locator): Promise<number> {
  return place.evaluate((element) => {
    const words = element.ownerDocument.createRange();
    words.selectNode(element.firstChild);
    return new Set([...words.getClientRects()].map(({ top }) => top)).size;
  });
}
