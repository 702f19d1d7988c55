import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { type RunningService, startService } from '../../support/application.js';
import { signIn, visit } from '../../support/browser.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

const HOME = [
  'planning',
  'absences',
  'published-menus',
  'basket',
  'invoices',
  'waiting-entries',
  'demandes',
  'custody-swaps',
  'late-requests',
  'articles',
];
const FOYER = ['', 'enrolments', 'change-proposals', 'authorised-persons', 'care-plans'];
const MONEY = ['payment-options', 'debits', 'reminders'];

describe('what a page shows', () => {
  let service: RunningService;
  let canteen: Canteen;
  let family: CanteenFamily;
  beforeAll(async () => {
    service = await startService('portal-asked-together', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
    family = await canteen.family();
    const { collectiviteId } = canteen;
    const snapshot = { number: 'F-2026-000001', children: [] };
    await issuedInvoice(service, { collectiviteId, familyId: family.id, number: 1, lines: [], snapshot });
  });
  afterAll(() => service.stop());

  it('is asked for together: no answer is needed to ask for another', async () => {
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/plus`);
    await signIn(page, family);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { body } = await family.api.get(family.path('invoices'));
    const invoiceId = String(body.items[0].invoiceId);
    for (const [place, asked] of [
      ['', HOME],
      ['/foyer', FOYER],
      ['/factures', ['invoices', 'credit', 'direct-debit', 'payment-plans', 'claims', ...MONEY]],
      [`/factures/${invoiceId}`, [`invoices/${invoiceId}`, ...MONEY]],
      ['/absences', ['absences']],
      ['/demandes', ['demandes']],
    ] as const) {
      const waited = new Set<string>(asked.map((rest) => family.path(rest).replace(/\/$/, '')));
      let answer = () => undefined as void;
      const all = new Promise<void>((resolve) => (answer = resolve));
      const hold = async (route: Route) => {
        waited.delete(new URL(route.request().url()).pathname.replace('/api/v1', ''));
        if (waited.size === 0) answer();
        await all;
        await route.continue();
      };
      await page.route(`**/api/v1/families/${family.id}*/**`, hold);
      await page.route(`**/api/v1/families/${family.id}`, hold);
      await page.goto(`/familles/${family.id}${place}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([...waited]).toEqual([]);
      await page.unrouteAll({ behavior: 'wait' });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
