import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const JEANNE = { lastName: 'MARTIN', firstName: 'Jeanne', relation: 'grand-mère', phone: '06 12 34 56 78' };

describe('authorised persons', () => {
  let service: RunningService;
  let canteen: Canteen;
  let agent: Api;
  let animateur: Api;
  beforeAll(async () => {
    service = await startService('authorised-persons', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
    agent = await canteen.staff('agent');
    animateur = await canteen.staff('animateur');
  });
  afterAll(() => service.stop());

  const mairie = (path: string) => `/collectivites/${canteen.collectiviteId}/${path}`;
  const name = (family: CanteenFamily, childIds: readonly number[], person: object = {}) =>
    family.api.post(family.path('authorised-persons'), { ...JEANNE, ...person, childIds });
  const gate = async (childId: number) => (await animateur.get(mairie(`children/${childId}/authorised-persons`))).body;
  const anotherFoyer = async (childId: number) => {
    const father = await canteen.family(0);
    await service.fixtures.row('custodies', {
      ...{ collectivite_id: canteen.collectiviteId, child_id: childId, family_id: father.id },
      ...{ weeks: 'ODD', from_date: '2020-01-01', to_date: null },
    });
    return father;
  };

  it('keep what one parent said of them when the other names them too, unless both say the same', async () => {
    const family = await canteen.family();
    const [tom] = family.childIds as [number];
    const partner = await service.fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(canteen.collectiviteId, family.id, { account_id: partner.id, position: 2 });
    const other = { ...family, api: await service.api.signedIn(partner.email, partner.password) };
    await name(family, [tom]);
    const refused = await name(other, [tom], { phone: '07 00 00 00 00' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'PERSON_NAMED_BY_OTHER_PARENT' } });
    expect(refused.body.detail).toContain('Jeanne MARTIN (grand-mère, 06 12 34 56 78)');
    const same = await name(other, [tom]);
    expect(same.body).toMatchObject([{ phone: '06 12 34 56 78' }]);
    await other.api.delete(family.path(`authorised-persons/${same.body[0].personId as number}`));
    const anew = await name(other, [tom], { phone: '07 00 00 00 00' });
    expect(anew.body).toMatchObject([{ phone: '07 00 00 00 00' }]);
    await family.api.delete(family.path(`authorised-persons/${anew.body[0].personId as number}`));
  });

  it('fetch a child once the mairie has accepted them, until the family withdraws them', async () => {
    const family = await canteen.family(2);
    const [tom, lea] = family.childIds as [number, number];
    const sessionId = await canteen.session('2026-11-02');
    const named = await name(family, [tom, lea]);
    expect(named.body).toMatchObject([
      { childId: tom, ...JEANNE, state: 'PENDING' },
      { childId: lea, ...JEANNE, state: 'PENDING' },
    ]);
    const [{ personId }] = named.body;
    expect(await gate(tom)).toEqual({ childId: tom, authorised: [], barred: [] });
    const pending = (await agent.get(mairie('authorised-persons'))).body.items;
    expect(pending).toMatchObject([{ familyId: family.id, childId: tom }, { childId: lea }]);
    expect((await agent.post(mairie(`authorised-persons/${personId}/acceptances`))).status).toBe(204);
    expect(await agent.post(mairie(`authorised-persons/${personId}/acceptances`))).toMatchObject({
      status: 409,
      body: { code: 'PERSON_ALREADY_DECIDED' },
    });
    await service.settle();
    expect((await service.mails.to(family.email)).at(-1)?.text).toContain('Jeanne MARTIN peut désormais');
    expect(await gate(tom)).toMatchObject({ authorised: [JEANNE] });

    const changed = await name(family, [tom], { firstName: 'jeanne', phone: '07 00 00 00 00' });
    expect(changed.body).toMatchObject([{ personId, state: 'ACCEPTED', phone: '07 00 00 00 00' }, { childId: lea }]);
    const roll = async (api: Api) => (await api.get(mairie(`sessions/${sessionId}/roll`))).body.others;
    const onRoll = (await roll(animateur)).find(({ childId }: { childId: number }) => childId === tom);
    expect(onRoll).toMatchObject({ authorisedPersons: [{ phone: '07 00 00 00 00' }], barredPersons: [] });
    const [forAdministrators] = await roll(await canteen.staff('administrateur'));
    expect(forAdministrators).toMatchObject({ authorisedPersons: null, barredPersons: null });

    expect((await family.api.delete(family.path(`authorised-persons/${personId}`))).status).toBe(204);
    expect((await family.api.delete(family.path(`authorised-persons/${personId}`))).status).toBe(404);
    expect(await gate(tom)).toMatchObject({ authorised: [] });
    expect((await name(family, [tom])).body).toMatchObject([{ personId, state: 'PENDING' }, {}]);
  });

  it('are known to the foyer that names them and to the mairie, never to the other foyer of the child', async () => {
    const mother = await canteen.family();
    const [childId] = mother.childIds as [number];
    const father = await anotherFoyer(childId);
    const [{ personId }] = (await name(mother, [childId])).body;
    await agent.post(mairie(`authorised-persons/${personId}/acceptances`));
    expect((await father.api.get(father.path('authorised-persons'))).body).toEqual([]);
    expect((await father.api.delete(father.path(`authorised-persons/${personId}`))).status).toBe(404);
    expect((await name(father, [childId], { relation: 'belle-mère' })).body).toMatchObject([{ state: 'PENDING' }]);
    expect((await mother.api.get(mother.path('authorised-persons'))).body).toMatchObject([{ relation: 'grand-mère' }]);
  });

  it('are never those whom a decision keeps from the child, whoever names them and however spelled', async () => {
    const mother = await canteen.family();
    const [childId] = mother.childIds as [number];
    const father = await anotherFoyer(childId);
    const paul = { lastName: 'DURAND', firstName: 'Jean-Paul' };
    const [{ personId }] = (await name(father, [childId], paul)).body;
    await agent.post(mairie(`authorised-persons/${personId}/acceptances`));
    const bar = { ...paul, reason: 'jugement du 12/03/2026', until: '2026-11-10' };
    const barred = await agent.post(mairie(`children/${childId}/barred-persons`), bar);
    expect(barred.body).toMatchObject({ authorised: [], barred: [{ ...paul, until: '2026-11-10' }] });
    expect(JSON.stringify(await gate(childId))).not.toContain('jugement');
    const refused = await name(mother, [childId], { lastName: 'jean paul', firstName: 'Durand' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'PERSON_BARRED' } });
    expect(refused.text).not.toMatch(/jugement|2026-11-10/);
    expect((await father.api.get(father.path('authorised-persons'))).body).toMatchObject([{ state: 'REFUSED' }]);
    expect(await agent.post(mairie(`authorised-persons/${personId}/acceptances`))).toMatchObject({ status: 422 });
    await service.settle();
    expect((await service.mails.to(father.email)).at(-1)?.text).toContain('n’autorise pas');

    const { barredPersonId } = barred.body.barred[0];
    const lift = () => agent.post(mairie(`children/${childId}/barred-persons/${barredPersonId}/liftings`));
    expect((await lift()).body).toMatchObject({ barred: [] });
    expect((await lift()).status).toBe(404);
    expect((await name(mother, [childId], paul)).status).toBe(200);
    await agent.post(mairie(`children/${childId}/barred-persons`), bar);
    service.clock.advance({ hours: 9 * 24 });
    await mother.signIn();
    expect((await name(mother, [childId], paul)).status).toBe(200);
  });

  it('are refused where something is missing, of another foyer, or too many', async () => {
    const family = await canteen.family();
    const stranger = await canteen.family();
    const [childId] = family.childIds as [number];
    const fields = async (childIds: readonly number[], person: object) =>
      (await name(family, childIds, person)).body.errors.map(({ field }: { field: string }) => field);
    expect(await fields([], {})).toEqual(['childIds']);
    expect(await fields(stranger.childIds, {})).toEqual(['childIds']);
    expect(await fields([childId], { phone: '12', lastName: '123' })).toEqual(['lastName', 'phone']);
    expect(await fields([childId], { relation: '' })).toEqual(['relation']);
    expect((await name(family, [childId], { firstName: 'Zoé 👵', relation: '<b>mamie</b>' })).status).toBe(200);
    for (const letter of 'BCDEFGHIJ') expect((await name(family, [childId], { firstName: letter })).status).toBe(200);
    expect(await name(family, [childId], { firstName: 'K' })).toMatchObject({
      status: 422,
      body: { code: 'TOO_MANY_PERSONS' },
    });
    expect((await name(family, [childId], { firstName: 'B', relation: 'tante' })).status).toBe(200);
    const elsewhere = await openCanteen(service);
    const other = await elsewhere.staff('agent');
    const [{ personId }] = (await family.api.get(family.path('authorised-persons'))).body;
    const theirs = (path: string) => `/collectivites/${elsewhere.collectiviteId}/${path}`;
    expect((await other.post(theirs(`authorised-persons/${personId}/acceptances`))).status).toBe(404);
    expect((await other.get(theirs(`children/${childId}/authorised-persons`))).status).toBe(404);
    const bar = { lastName: 'X', firstName: 'Y', reason: 'Z' };
    expect((await other.post(theirs(`children/${childId}/barred-persons`), bar)).status).toBe(404);
  });
});
