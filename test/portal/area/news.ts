import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('the news on the portal', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('portal-news', '2026-11-02T08:00:00+01:00', { reachable: true });
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('are read to the oldest, as the text that they are', async () => {
    const family = await canteen.family();
    const mairie = await canteen.staff('agent');
    const path = `/collectivites/${canteen.collectiviteId}/articles`;
    for (let rank = 1; rank <= 22; rank += 1) {
      const article = { title: `Actualité ${rank} <i>👩‍🍳</i>`, body: `Ligne\n<script>alert(${rank})</script>` };
      const { id } = (await mairie.post(path, article)).body;
      expect((await mairie.post(`${path}/${id}/publications`)).status).toBe(200);
      service.clock.advance({ seconds: 1 });
    }
    const { page, context, complaints } = await visit(service);
    await page.goto(`/familles/${family.id}/actualites`);
    await signIn(page, family);
    await page.getByRole('heading', { name: 'Actualité 22 <i>👩‍🍳</i>' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(20);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Voir les plus anciennes' }).click();
    await page.getByText('<script>alert(1)</script>').waitFor();
    expect(await page.getByRole('article').count()).toBe(22);
    expect(await page.getByRole('button', { name: 'Voir les plus anciennes' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
