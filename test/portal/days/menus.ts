import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';
import { enlarge, misfits } from '../../support/layout.js';

describe('what is served', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-menus', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('is read under the week and in the day, markup as text, and nothing is shown where the mairie tells nothing', async () => {
    for (const date of ['2026-11-16', '2026-11-23']) await canteen.session(date, '2026-11-03T08:00:00Z');
    service.clock.set(service.clock.now().add({ hours: 48 }));
    const agent = await canteen.staff('agent');
    const dishes = [
      { course: 'MAIN', name: 'Gratin <b>de</b> courge', allergens: ['GLUTEN', 'MILK'] },
      { course: 'MAIN', name: 'Omelette' },
      { course: 'SIDE', name: 'Haricots verts', allergens: ['SULPHITES'] },
    ];
    const { status } = await agent.put(
      `/collectivites/${canteen.collectiviteId}/prestations/${canteen.prestation.id}/published-menus`,
      { days: [{ date: '2026-11-16', dishes }] },
    );
    expect(status).toBe(204);
    const family = await canteen.family();
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(page, family);
    await page.getByText('Au menu', { exact: true }).click();
    await page.getByText(/Gratin <b>de<\/b> courge/).waitFor();
    await page.getByText(/allergènes\s: gluten, lait/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await enlarge(page, 'letters twice as large on a phone');
    expect(await misfits(page)).toEqual([]);
    await enlarge(page, 'a screen of 320 px');
    expect(await misfits(page)).toEqual([]);
    await page.getByRole('button', { name: /lundi 16 novembre : clos/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Gratin .* ou Omelette/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Semaine d’après' }).click();
    await page.getByRole('button', { name: /lundi 23 novembre : clos/ }).waitFor();
    await page.getByRole('heading', { name: 'Réservé jusqu’à quand' }).waitFor();
    expect(await page.getByText('Au menu', { exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
