import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

/** One more than a page. */
const RANKS = Array.from({ length: 21 }, (_, index) => index + 1);

describe('what has gathered over the years', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-long-lists', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('is read to the oldest: absences, corrections, settled invoices', async () => {
    const { collectiviteId } = canteen;
    const family = await canteen.family();
    const { id: familyId } = family;
    const now = service.clock.now().epochMilliseconds;
    for (const rank of RANKS) {
      await service.fixtures.row('absences', {
        collectivite_id: collectiviteId,
        family_id: familyId,
        child_id: family.childIds[0]!,
        from_date: '2024-11-04',
        to_date: '2024-11-04',
        kind: 'ILLNESS',
        note: `Mot n° ${rank}.`,
        declared_at: now,
      });
      await service.fixtures.row('change_proposals', {
        collectivite_id: collectiviteId,
        family_id: familyId,
        subject: `family:${familyId}`,
        field: 'city',
        new_value: `Ville n° ${rank}.`,
        state: 'REFUSED',
        proposed_at: now,
        decided_at: now,
      });
      const snapshot = { number: `N° ${rank}.`, children: [] };
      await issuedInvoice(service, { collectiviteId, familyId, number: rank, lines: [], snapshot });
    }
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${familyId}/absences`);
    await signIn(page, family);
    for (const [place, word, way] of [
      ['absences', 'Mot', 'Voir les plus anciennes'],
      ['foyer', 'Ville', 'Voir les corrections plus anciennes'],
      ['factures', 'Facture N°', 'Voir les plus anciennes'],
    ] as const) {
      await page.goto(`/familles/${familyId}/${place}`);
      const oldest = page.getByText(new RegExp(`${word}.* 1\\.`));
      await page.getByText(new RegExp(`${word}.* 21\\.`)).waitFor();
      expect(await oldest.count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: way }).click();
      await oldest.waitFor();
      expect(await page.getByRole('button', { name: way }).count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
