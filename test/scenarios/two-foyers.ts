import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../support/application.js';
import { expectPricesExplained } from '../support/explanations.js';
import { created, type Person, Story } from '../support/story.js';

/** Zoé lives one week with her mother (even weeks), one with her father (odd weeks): each books and pays one's own. */
describe('a child of two foyers', () => {
  let service: RunningService;
  let story: Story;
  let [administrateur, agent, animateur, mother, father] = [] as unknown as Person[];
  let [canteen, mothers, fathers, zoe] = [0, 0, 0, 0];

  beforeAll(async () => {
    service = await startService('two-foyers', '2026-08-17T09:00:00+02:00', { checksLedger: true });
    story = await Story.open(service);
    administrateur = await story.staff('administrateur');
    agent = await story.staff('agent');
    animateur = await story.staff('animateur');
    const dayBefore = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '11:00' };
    canteen = await story.canteen(administrateur, dayBefore, { unit: 300, unplanned: 600, absence: 300 });
    const her = await story.family(agent, 'MOREAU', 'Claire', '642,50');
    const his = await story.family(agent, 'LEFEVRE', 'Marc', '1850');
    [mothers, fathers] = [her.familyId, his.familyId];
    zoe = await story.child(agent, mothers, 'Zoé', canteen);
    created(
      await agent.post(`${story.path}/children/${zoe}/custody-changes`, {
        from: '2026-09-01',
        custodies: [
          { familyId: mothers, weeks: 'EVEN' },
          { familyId: fathers, weeks: 'ODD' },
        ],
      }),
    );
    mother = await story.signUp(agent, her);
    father = await story.signUp(agent, his);
  });
  afterAll(() => service.stop());

  const bookSeptember = async (who: Person, familyId: number) => {
    const span = { childIds: [zoe], prestationIds: [canteen], from: '2026-09-01', to: '2026-09-30', weekdays: ['MO'] };
    created(await who.post(`/families/${familyId}/basket/spans`, span));
    return created(await who.post(`/families/${familyId}/basket/validations`));
  };

  it('is booked by each for one’s own weeks: Mondays 7 and 21 (odd: 37, 39), 14 and 28 (even: 38, 40)', async () => {
    const dates = ({ lines }: { lines: { date: string }[] }) => lines.map(({ date }) => date);
    expect(dates(await bookSeptember(mother!, mothers))).toEqual(['2026-09-14', '2026-09-28']);
    expect(dates(await bookSeptember(father!, fathers))).toEqual(['2026-09-07', '2026-09-21']);
  });

  it('is paid by each at one’s own price, and neither sees the other’s', async () => {
    for (const date of ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28']) {
      await story.on(`${date} 14:00`);
      const session = await story.session(animateur!, canteen, date);
      created(await animateur!.put(`${story.path}/sessions/${session}/roll`, { allPresent: true }));
    }
    await story.on('2026-10-03 08:00');
    const hers = (await mother!.get(`/families/${mothers}/invoices`)).body;
    const his = (await father!.get(`/families/${fathers}/invoices`)).body;
    expect(hers).toMatchObject([{ totalCents: 600 }]);
    expect(his).toMatchObject([{ totalCents: 1000 }]);
    expect((await father!.get(`/families/${mothers}/invoices`)).status).toBe(404);
    expect((await father!.get(`/families/${fathers}/invoices/${hers[0].invoiceId as number}`)).status).toBe(404);
    expect(JSON.stringify((await father!.get(`/families/${fathers}`)).body)).not.toMatch(
      /MOREAU, Claire|claire\.moreau|64250/,
    );
  });

  it('every price of this story is what its kept steps give', async () => {
    await expectPricesExplained(service);
  });
});
