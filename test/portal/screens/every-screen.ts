import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, DESKTOP, misnamed, PHONE, signIn, visit, type Visitor } from '../../support/browser.js';
import { DemoVillage, type Owner } from '../../support/demo-village.js';
import { enlarge, LARGER, misfits, redrawn } from '../../support/layout.js';
import { addressOf, declaredRoutes, PICTURES, type Screen, SCREENS } from '../../support/screens.js';

/** Playing the demo's year takes a while; looking at a page in all its forms, seconds. */
const YEAR = 900_000;
const LOOK = 180_000;

describe('every screen, where the demo has been lived', () => {
  let village: DemoVillage;
  const owners = new Map<string, Promise<Owner>>();
  const visitors = new Map<string, Promise<Visitor>>();

  beforeAll(async () => {
    village = await DemoVillage.open('portal-screens');
  }, YEAR);
  afterAll(async () => {
    for (const visitor of visitors.values()) await (await visitor).context.close();
    await village?.stop();
  });

  function ownerOf({ having }: Screen): Promise<Owner> | null {
    if (!having) return null;
    const key = having.join(' ');
    if (!owners.has(key)) owners.set(key, village.owner(...having));
    return owners.get(key)!;
  }

  /** Who stays signed in, by address; nobody for the pages of anybody. */
  function visitorFor(owner: Owner | null): Promise<Visitor> {
    const key = owner?.email ?? '';
    if (!visitors.has(key)) visitors.set(key, open(owner));
    return visitors.get(key)!;
  }
  async function open(owner: Owner | null): Promise<Visitor> {
    const visitor = await visit(village.service);
    if (!owner) return visitor;
    await village.service.database.unit(() => village.service.database.change('DELETE FROM throttles'));
    await visitor.page.goto('/connexion');
    await signIn(visitor.page, owner);
    await visitor.page.waitForURL('**/familles/*');
    return visitor;
  }

  async function arrive(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await redrawn(page);
  }

  it('keeps its security policy when its page did not change since the last visit', async () => {
    const { page } = await visitorFor(null);
    const first = await page.request.get('/connexion');
    const again = await page.request.get('/connexion', { headers: { 'if-none-match': first.headers()['etag']! } });
    expect(again.status()).toBe(304);
    expect(again.headers()['content-security-policy']).toBe(first.headers()['content-security-policy']);
  });

  it('is in the table', () => {
    expect(declaredRoutes()).toContain('/familles/$familyId/foyer');
    expect(declaredRoutes().filter((route) => !SCREENS.some((screen) => screen.route === route))).toEqual([]);
  });

  it(
    'is shown in the README as it is now, where one asks for it',
    async () => {
      const folder = process.env['SCREENSHOTS'];
      for (const [name, screen, size] of folder ? PICTURES : []) {
        const owner = await ownerOf(screen);
        const { page } = await visitorFor(owner);
        await page.setViewportSize(size === 'phone' ? PHONE : DESKTOP);
        await arrive(page, addressOf(screen, owner));
        await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 80 });
      }
    },
    LOOK,
  );

  const named = SCREENS.map((screen) => [addressOf(screen, null).replace(/\/undefined/g, '/…'), screen] as const);
  it.each(named)(
    '%s has no barrier, in light and dark, small and large, and nothing moves',
    async (_name, screen) => {
      const owner = await ownerOf(screen);
      const { page, complaints } = await visitorFor(owner);
      const faults: Record<string, string[]> = {};
      await page.setViewportSize(PHONE);
      await arrive(page, addressOf(screen, owner));
      for (const [name, viewport] of [
        ['phone', PHONE],
        ['desktop', DESKTOP],
      ] as const) {
        await page.setViewportSize(viewport);
        await redrawn(page);
        faults[`on a ${name}`] = [...(await barriers(page)), ...(await misnamed(page))];
      }
      for (const way of Object.keys(LARGER) as (keyof typeof LARGER)[]) {
        await enlarge(page, way);
        faults[way] = await misfits(page);
      }
      faults['moving'] = await page.evaluate<string[]>(`document.getAnimations().map(String)`);
      expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    LOOK,
  );
});
