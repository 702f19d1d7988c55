import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

interface Proposal {
  readonly proposalId: number;
  readonly newValue: string;
  readonly state: string;
}

describe('corrections that a foyer asks for and the mairie decides, at once', () => {
  let service: RunningService;
  let canteen: Canteen;
  let agent: Api;
  beforeAll(async () => {
    service = await startService('corrections', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
    agent = await canteen.staff('agent');
  });
  afterAll(() => service.stop());

  const ask = (family: CanteenFamily, newValue: string) => {
    const changes = [{ subject: `family:${family.id}`, field: 'city', newValue }];
    return family.api.post(family.path('change-proposals'), { changes });
  };
  const asked = async (family: CanteenFamily): Promise<Proposal[]> =>
    (await family.api.get(family.path('change-proposals'))).body.items;
  const accept = (proposalId: number) =>
    agent.post(`/collectivites/${canteen.collectiviteId}/change-proposals/${proposalId}/acceptances`);
  const city = async (family: CanteenFamily) => (await family.api.get(`/families/${family.id}`)).body.city;

  it('wait one for each field, however many are sent', async () => {
    const family = await canteen.family();
    const towns = ['Brest', 'Lille', 'Nantes', 'Tours', 'Dijon', 'Metz'];
    const answers = await Promise.all(towns.map((town) => ask(family, town)));
    expect(answers.map(({ status }) => status)).toEqual(towns.map(() => 201));
    expect(await asked(family)).toHaveLength(1);
  });

  it('are answered by the mairie or taken back, never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const family = await canteen.family();
      const before = await city(family);
      await ask(family, 'Brest');
      const [{ proposalId }] = (await asked(family)) as [Proposal];
      const [accepted, withdrawn] = await Promise.all([
        accept(proposalId),
        family.api.delete(family.path(`change-proposals/${proposalId}`)),
      ]);
      expect([
        [200, 409],
        [409, 204],
      ]).toContainEqual([accepted.status, withdrawn.status]);
      const won = accepted.status === 200;
      expect(await asked(family)).toMatchObject([{ state: won ? 'ACCEPTED' : 'WITHDRAWN' }]);
      expect(await city(family)).toBe(won ? 'Brest' : before);
    }
  });

  it('are refused with one reason, accepted or taken back: the parent is told what became of them once, or not at all', async () => {
    const path = `/collectivites/${canteen.collectiviteId}/change-proposals`;
    for (let round = 0; round < 4; round += 1) {
      const family = await canteen.family();
      await ask(family, 'Brest');
      const [{ proposalId }] = (await asked(family)) as [Proposal];
      const reasons = ['Il manque un papier.', 'Passez nous voir.'];
      const hows = [
        () => accept(proposalId),
        ...reasons.map((reason) => () => agent.post(`${path}/${proposalId}/refusals`, { reason })),
        () => family.api.delete(family.path(`change-proposals/${proposalId}`)),
      ];
      // Who comes first changes from one round to the next.
      const order = [...hows.slice(round), ...hows.slice(0, round)];
      const answers = await Promise.all(order.map((how) => how()));
      expect(answers.map(({ status }) => status).sort()).toEqual([expect.any(Number), 409, 409, 409]);
      const [kept] = (await family.api.get(family.path('change-proposals'))).body.items;
      const won = order[answers.findIndex(({ status }) => status < 300)];
      const is = ['ACCEPTED', 'REFUSED', 'REFUSED', 'WITHDRAWN'][hows.indexOf(won!)];
      const refusalReason = [null, ...reasons, null][hows.indexOf(won!)];
      expect(kept).toMatchObject({ state: is, refusalReason });
      await service.settle();
      expect(await service.mails.to(family.email)).toHaveLength(is === 'WITHDRAWN' ? 0 : 1);
    }
  });

  it('are accepted as the agent read them, or not at all', async () => {
    for (let round = 0; round < 6; round += 1) {
      const family = await canteen.family();
      const before = await city(family);
      await ask(family, 'Brest');
      const [{ proposalId }] = (await asked(family)) as [Proposal];
      if (round === 0) await ask(family, 'Lille');
      const [accepted, replaced] = await Promise.all([accept(proposalId), ask(family, 'Lille')]);
      expect([200, 404, 409]).toContain(accepted.status);
      if (round === 0) expect(accepted.status).toBe(404);
      expect(replaced.status).toBe(201);
      expect(await city(family)).toBe(accepted.status === 200 ? 'Brest' : before);
      const waiting = (await asked(family)).filter(({ state }) => state === 'PENDING');
      expect(waiting).toMatchObject([{ newValue: 'Lille' }]);
    }
  });
});
