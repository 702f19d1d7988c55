import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../support/application.js';
import { barriers, DESKTOP, PHONE, signIn, visit } from '../support/browser.js';
import { type Canteen, openCanteen } from '../support/canteen.js';

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
});
