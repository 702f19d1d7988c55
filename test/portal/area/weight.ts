import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type RunningService, startService } from '../../support/application.js';
import { signIn, visit, type Visitor } from '../../support/browser.js';
import { type CanteenFamily, openCanteen } from '../../support/canteen.js';

/** Bytes of compressed JavaScript that a page may be made of at most, the first time that a phone opens it. */
const MOST = 120_000;

describe('the weight of a page, the first time', () => {
  let service: RunningService;
  let visitor: Visitor;
  let family: CanteenFamily;
  beforeAll(async () => {
    service = await startService('portal-weight', '2026-11-02T08:00:00+01:00', { reachable: true });
    const canteen = await openCanteen(service);
    await canteen.session('2026-11-05');
    family = await canteen.family(2);
    visitor = await visit(service, undefined, { serviceWorkers: 'block' });
  });
  afterAll(async () => {
    await visitor.context.close();
    await service.stop();
  });

  it.each(['/connexion', '/mot-de-passe-oublie', '/accessibilite', '/mentions-legales', '/activation'])(
    'of %s, for anyone, is under 120 kB',
    async (path) => {
      expect(await weightOf(visitor.page, path)).toBeLessThan(MOST);
    },
  );

  it('of each page of a family is under 120 kB', async () => {
    await visitor.page.goto(`/familles/${family.id}`);
    await signIn(visitor.page, family);
    await visitor.page.getByText('Ce qui vous attend').waitFor();
    const weights: Record<string, number> = {};
    for (const rest of PAGES) weights[rest] = await weightOf(visitor.page, `/familles/${family.id}${rest}`);
    expect(Object.entries(weights).filter(([, bytes]) => bytes >= MOST)).toEqual([]);
  }, 240_000);
});

const PAGES = [
  ...['', '/reservations', '/reservations?vue=mois', '/reservations?vue=agenda', '/panier', '/factures'],
  ...['/actualites', '/demandes', '/demandes/nouvelle', '/absences', '/documents', '/foyer', '/contacts'],
  ...['/compte', '/donnees', '/plus', '/foyer/garde', '/prelevement', '/attestations', '/reglement'],
  ...['/paiements', '/avoir', '/echeanciers', '/tresorerie', '/relances', '/reservations/calendrier'],
  ...['/foyer/personnes', '/foyer/pai', '/nulle-part'],
];

/** The bytes of a page's scripts as they were sent, till nothing more is asked for. */
async function weightOf(page: Page, path: string): Promise<number> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  // Nothing is kept from one page to the next: each is a first one.
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const sizes = new Map<string, number>();
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.endsWith('javascript')) sizes.set(requestId, 0);
  });
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const size = sizes.get(requestId);
    if (size !== undefined) sizes.set(requestId, size + encodedDataLength);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await network.detach();
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  // React alone is half of what is allowed: less would be a page that was not loaded.
  expect(total).toBeGreaterThan(MOST / 2);
  return total;
}
