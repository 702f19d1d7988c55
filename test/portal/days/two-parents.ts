import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { linesOf } from '../../support/lines.js';

const SUPPLEMENTS = [
  { label: 'Goûter', cents: 60 },
  { label: 'Étude', cents: 90 },
];

describe('what two parents choose at once', () => {
  let service: RunningService;
  let canteen: Canteen;
  let family: CanteenFamily;
  beforeAll(async () => {
    service = await startService('portal-two-parents', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
    await canteen.priceBy({ type: 'FLAT', unitCents: 350, supplements: SUPPLEMENTS });
    family = await canteen.family();
  });
  afterAll(() => service.stop());

  async function before(place: string) {
    const visitor = await visit(service);
    await visitor.page.goto(`/familles/${family.id}${place}`);
    await signIn(visitor.page, family);
    return visitor;
  }
  /** The other parent, meanwhile. */
  const other = async (path: string, supplements: string[]) =>
    expect((await family.api.put(family.path(path), { supplements })).status).toBe(200);

  it('of a day, is told to the second one, who then adds to it', async () => {
    const [id] = await linesOf(service, canteen).book(family, await canteen.session('2026-11-16'));
    const { page, context, complaints } = await before('/reservations?du=2026-11-16');
    await page.getByRole('button', { name: /lundi 16 novembre : réservé/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Suppléments de ce jour').first().click();
    await dialog.getByLabel(/^Étude/).check();
    await other(`reservations/${id}/supplements`, ['Goûter']);
    const save = dialog.getByRole('button', { name: 'Enregistrer les suppléments' });
    await save.click();
    await dialog.getByText(/par l’autre parent\s: «\sGoûter\s»/).waitFor();
    await dialog.getByRole('checkbox', { name: /^Goûter/, checked: true }).waitFor();
    expect(await dialog.getByLabel(/^Étude/).isChecked()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await save.click();
    await dialog.getByText('Les suppléments sont notés.').waitFor();
    const { body } = await family.api.get(family.path('reservations?from=2026-11-16&to=2026-11-16'));
    expect(body).toMatchObject([{ supplements: ['Goûter', 'Étude'], unitCents: 500 }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('as the menu of a day, is told to the second one, who may take another all the same', async () => {
    const [id] = await linesOf(service, canteen).book(family, await canteen.session('2026-11-17'));
    await service.fixtures.menuType(canteen.collectiviteId, 'Sans viande');
    const fish = await service.fixtures.menuType(canteen.collectiviteId, 'Poisson');
    const { page, context, complaints } = await before('/reservations?du=2026-11-17');
    await page.getByRole('button', { name: /mardi 17 novembre : réservé/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Changer le menu de ce jour').click();
    await dialog.getByLabel(/^Sans viande/).check();
    const menu = await family.api.put(family.path(`reservations/${id}/menu`), { menuTypeId: fish });
    expect(menu.status).toBe(200);
    const take = dialog.getByRole('button', { name: 'Prendre ce menu' });
    await take.click();
    await dialog.getByText(/par l’autre parent\s: «\sPoisson\s»/).waitFor();
    expect(await dialog.getByLabel(/^Sans viande/).isChecked()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await take.click();
    await dialog.getByText('Le menu est noté.').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('of each day to come, is told to the second one, and what one chose twice in a row is one’s own', async () => {
    const { page, context, complaints } = await before('/foyer');
    const boxes = page.getByRole('group', { name: /^À chaque venue/ });
    const [{ id }] = (await family.api.get(family.path('enrolments'))).body;
    let saved = 0;
    const both = page.waitForResponse((answer) => /\/supplements$/.test(answer.url()) && ++saved === 2);
    await boxes.getByLabel(/^Étude/).check();
    await boxes.getByLabel(/^Goûter/).check();
    expect((await both).status()).toBe(200);
    const chosen = async () => (await family.api.get(family.path('enrolments'))).body[0].supplements;
    expect(await chosen()).toEqual(['Étude', 'Goûter']);
    await other(`enrolments/${id}/supplements`, []);
    await boxes.getByLabel(/^Étude/).uncheck();
    await page.getByText(/par l’autre parent\s: aucun/).waitFor();
    await boxes.getByRole('checkbox', { name: /^Goûter/, checked: false }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await chosen()).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('in one tab is seen in the other, which nobody has touched', async () => {
    await canteen.session('2026-11-23');
    const { page, context, complaints } = await before('/reservations?du=2026-11-23');
    const day = /lundi 23 novembre : libre/;
    await page.getByRole('button', { name: day }).waitFor();
    const elsewhere = await context.newPage();
    await elsewhere.goto(`/familles/${family.id}/reservations?du=2026-11-23`);
    await elsewhere.getByRole('button', { name: day }).waitFor();
    await page.getByRole('button', { name: day }).click();
    await elsewhere.getByRole('button', { name: /lundi 23 novembre : au panier/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
