import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, DESKTOP, PHONE, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('many days given up at once', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-giving-up', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it.each([
    ['a phone', PHONE, 16],
    ['a desktop', DESKTOP, 23],
  ])(
    'are chosen on %s, told before, and recapped, the one that closed meanwhile with its reason',
    async (_name, viewport, first) => {
      const [monday, tuesday, thursday] = [first, first + 1, first + 3].map((day) => `2026-11-${day}`) as [
        string,
        string,
        string,
      ];
      const sessions = [await canteen.session(monday, '2026-11-02T08:00:00Z')];
      for (const date of [tuesday, thursday]) sessions.push(await canteen.session(date));
      const family = await canteen.family(2);
      const lines = family.childIds.flatMap((childId) => sessions.map((sessionId) => ({ sessionId, childId })));
      await family.api.post(family.path('basket/lines'), { lines });
      await family.api.post(family.path('basket/validations'));
      const { page, context, complaints } = await visit(service, viewport);
      await page.goto(`/familles/${family.id}/reservations?du=${monday}`);
      await signIn(page, family);
      const opener = page.getByRole('button', { name: 'Annuler plusieurs jours de la semaine' });
      await opener.click();
      const dialog = page.getByRole('dialog', { name: 'Annuler plusieurs jours' });
      await dialog.getByText('Choisissez les jours que vous ne voulez plus.').waitFor();
      await dialog.getByRole('button', { name: 'Choisir les 6 jours' }).click();
      await dialog
        .getByRole('checkbox', { name: /^jeudi/ })
        .first()
        .uncheck();
      await dialog.getByText('Rien ne vous sera facturé pour ces jours. Les places seront rendues aussitôt.').waitFor();
      expect(await barriers(page)).toEqual([]);

      // Where the list is longer than the screen, what it means and its button stay in sight, and hide no tick.
      await page.setViewportSize({ width: viewport.width, height: 560 });
      const act = dialog.getByRole('button', { name: 'Annuler ces 5 réservations' });
      await dialog.getByRole('button', { name: 'Choisir les 6 jours' }).focus();
      await dialog.evaluate((box) => box.parentElement!.scrollTo(0, 0));
      expect(await isSeen(act)).toBe(true);
      for (const tick of await dialog.getByRole('checkbox').all()) {
        await page.keyboard.press('Tab');
        expect([await tick.evaluate((box) => box.matches(':focus')), await isSeen(tick)]).toEqual([true, true]);
      }
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize(viewport);

      const before = service.clock.now();
      service.clock.advance({ minutes: 65 });
      await dialog.getByRole('button', { name: 'Annuler ces 5 réservations' }).click();
      await dialog.getByText('3 réservations annulées').waitFor();
      expect(
        await dialog.getByText(/Cantine, lundi .*: Les annulations .* sont closes depuis le lundi 2 novembre/).count(),
      ).toBe(2);
      expect(await dialog.getByRole('checkbox').count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      expect(await Promise.all(sessions.map((id) => canteen.taken(id)))).toEqual([2, 0, 1]);
      service.clock.set(before);

      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

/** Whether what is drawn in the middle of it is itself, on the screen. */
function isSeen(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(element.ownerDocument.elementFromPoint(x + width / 2, y + height / 2));
  });
}
