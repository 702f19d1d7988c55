import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { barriers, PHONE, signIn, visit } from '../../support/browser.js';
import type { Canteen } from '../../support/canteen.js';
import { openPaidCanteen } from '../../support/paying.js';
import { ServiceWithPayfip } from '../../support/payfip.js';

describe('days paid at booking', () => {
  let payfip: ServiceWithPayfip;
  let canteen: Canteen;
  beforeAll(async () => {
    payfip = await ServiceWithPayfip.start('portal-paid-days', '2026-11-02T08:00:00+01:00');
    canteen = await openPaidCanteen(payfip.service);
  });
  afterAll(() => payfip.stop());

  /** A family in front of the validation of one day, its place held. */
  async function holding(date: string) {
    const sessionId = await canteen.session(date);
    const family = await canteen.family();
    await family.api.post(family.path('basket/lines'), { sessionId, childId: family.childIds[0] });
    const { page, context, complaints } = await visit(payfip.service, PHONE);
    await page.goto(`/familles/${family.id}/panier`);
    await signIn(page, family);
    await page.getByRole('button', { name: 'Valider 1 jour' }).click();
    await page.getByText('encore 20 min').waitFor();
    return { sessionId, family, page, context, complaints };
  }

  it('says how much and until when, leads to where one pays, and follows until it is paid', async () => {
    const { sessionId, page, context, complaints } = await holding('2026-11-16');
    expect(await barriers(page)).toEqual([]);
    const here = page.url();
    await page.getByRole('button', { name: /Payer 3,50/ }).click();
    await page.getByRole('button', { name: 'Payer par carte bancaire' }).click();
    await page.waitForURL(here);
    await payfip.service.settle();
    await page.getByRole('heading', { name: 'Ce qui est réservé' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await canteen.living(sessionId)).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('gives the place back when one would rather not, and keeps the day in the basket', async () => {
    const { sessionId, family, page, context, complaints } = await holding('2026-11-17');
    await page.getByRole('button', { name: 'Renoncer à ces places' }).click();
    await page.getByText('Ces jours sont toujours dans votre panier').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await canteen.taken(sessionId)).toBe(0);
    expect((await family.api.get(family.path('basket'))).body.lines).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
