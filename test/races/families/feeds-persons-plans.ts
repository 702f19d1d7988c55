import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

const PDF = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF');
const SOMEBODY = { lastName: 'DURAND', firstName: 'Paul' };

describe('what a foyer and the mairie say of a child at once', () => {
  let service: RunningService;
  let canteen: Canteen;
  let agent: Api;
  beforeAll(async () => {
    service = await startService('child-races', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
    agent = await canteen.staff('agent');
  });
  afterAll(() => service.stop());

  const mairie = (path: string) => `/collectivites/${canteen.collectiviteId}/${path}`;

  it('leaves one address to a calendar that is asked for several times', async () => {
    const family = await canteen.family();
    const { api, childIds } = family;
    const opened = await Promise.all(
      Array.from({ length: 8 }, () => api.post(family.path('calendar-feeds'), { childId: childIds[0] })),
    );
    expect(opened.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const answers = [];
    for (const { body } of opened) answers.push(await service.api.get(body.url.replace(/^.*\/api\/v1/, '')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(404)]);
    expect((await api.get(family.path('calendar-feeds'))).body).toHaveLength(1);
  });

  it('lets nobody fetch a child from whom they are barred, whichever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const family = await canteen.family();
      const { api, childIds } = family;
      const [childId] = childIds as [number];
      const named = { ...SOMEBODY, childIds, relation: 'oncle', phone: '06 12 34 56 78' };
      if (round % 2 === 1) await api.post(family.path('authorised-persons'), named);
      const [known] = (await api.get(family.path('authorised-persons'))).body;
      const answers = await Promise.all([
        known
          ? agent.post(mairie(`authorised-persons/${known.personId}/acceptances`))
          : api.post(family.path('authorised-persons'), named),
        agent.post(mairie(`children/${childId}/barred-persons`), { ...SOMEBODY, reason: 'jugement' }),
        api.post(family.path('authorised-persons'), named),
      ]);
      expect(answers[1].status).toBe(200);
      for (const { status } of answers) expect(status).toBeLessThan(500);
      expect((await agent.get(mairie(`children/${childId}/authorised-persons`))).body).toMatchObject({
        authorised: [],
        barred: [SOMEBODY],
      });
      for (const { state } of (await api.get(family.path('authorised-persons'))).body) expect(state).toBe('REFUSED');
    }
  });

  it('decides of a PAI once, and has one in force', async () => {
    const family = await canteen.family();
    const { api, childIds } = family;
    const send = () =>
      api.upload(family.path(`children/${childIds[0]}/care-plans`), {}, [
        { field: 'files', name: 'pai.pdf', type: 'application/pdf', content: PDF },
      ]);
    await send();
    const [second, first] = (await send()).body;
    const accept = (id: number) => agent.post(mairie(`care-plans/${id}/acceptances`), { validUntil: '2027-07-02' });
    const refuse = (id: number) => agent.post(mairie(`care-plans/${id}/refusals`));
    const answers = await Promise.all([accept, refuse, accept, refuse].map((act) => act(first.carePlanId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    const third = (await send()).body[0];
    const both = await Promise.all([accept(second.carePlanId), accept(third.carePlanId)]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    const states = (await api.get(family.path('care-plans'))).body.map(({ state }: { state: string }) => state);
    expect(states.filter((state: string) => state === 'IN_FORCE')).toHaveLength(1);
  });
});
