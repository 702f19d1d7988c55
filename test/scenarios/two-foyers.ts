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

  it('has weeks 39 and 40 swapped by its parents', async () => {
    const spans = [
      { from: '2026-09-21', to: '2026-09-27' },
      { from: '2026-09-28', to: '2026-10-04' },
    ];
    const { id } = created(await father!.post(`/families/${fathers}/custody-swaps`, { childId: zoe, spans }));
    const confirmed = await mother!.post(`/families/${mothers}/custody-swaps/${id as number}/confirmations`);
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'CONFIRMED' } });
  });

  it('is booked by each for one’s own weeks: Mondays 14 (even: 38) and 21 (39, swapped), 7 (odd: 37) and 28 (40, swapped)', async () => {
    const dates = ({ lines }: { lines: { date: string }[] }) => lines.map(({ date }) => date);
    expect(dates(await bookSeptember(mother!, mothers))).toEqual(['2026-09-14', '2026-09-21']);
    expect(dates(await bookSeptember(father!, fathers))).toEqual(['2026-09-07', '2026-09-28']);
  });

  it('is paid by each, in one run, for one’s own days at one’s own price, and neither sees the other’s', async () => {
    for (const date of ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28']) {
      await story.on(`${date} 14:00`);
      const session = await story.session(animateur!, canteen, date);
      created(await animateur!.put(`${story.path}/sessions/${session}/roll`, { allPresent: true }));
    }
    // Nobody booked these: each is paid by who had the child that day, as swapped.
    for (const date of ['2026-09-24', '2026-09-29']) {
      await story.on(`${date} 14:00`);
      const session = await story.session(animateur!, canteen, date);
      const entries = [{ childId: zoe, state: 'PRESENT' }];
      expect((await animateur!.put(`${story.path}/sessions/${session}/roll`, { entries })).status).toBe(200);
    }
    await story.on('2026-10-03 08:00');
    const hers = (await mother!.get(`/families/${mothers}/invoices`)).body.items;
    const his = (await father!.get(`/families/${fathers}/invoices`)).body.items;
    expect(hers).toMatchObject([{ totalCents: 2 * 300 + 600 }]);
    expect(his).toMatchObject([{ totalCents: 2 * 500 + 1000 }]);
    const days = async (who: Person, familyId: number, invoiceId: number): Promise<string[]> => {
      const { body } = await who.get(`/families/${familyId}/invoices/${invoiceId}`);
      const groups = body.children[0].groups as { dates: string[] }[];
      return groups.flatMap(({ dates }) => dates).sort();
    };
    expect(await days(mother!, mothers, hers[0].invoiceId)).toEqual(['2026-09-14', '2026-09-21', '2026-09-24']);
    expect(await days(father!, fathers, his[0].invoiceId)).toEqual(['2026-09-07', '2026-09-28', '2026-09-29']);
    const runs = (await agent!.get(`${story.path}/billing-runs`)).body.items;
    expect(runs).toMatchObject([{ from: '2026-09-01', to: '2026-09-30', state: 'ISSUED' }]);
    const run = (await agent!.get(`${story.path}/billing-runs/${runs[0].runId as number}`)).body;
    expect(run).toMatchObject({ invoices: 2, totalCents: 1200 + 2000 });
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
