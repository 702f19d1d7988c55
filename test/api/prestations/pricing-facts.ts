import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { LoadPricingFacts } from '../../../src/prestations/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Commune, newCommune, newPrestation } from '../../support/prestations.js';

describe('what prices depend on', () => {
  let service: RunningService;
  let commune: Commune;
  beforeAll(async () => {
    service = await startService('pricing-facts');
    commune = await newCommune(service);
  });
  afterAll(() => service.stop());

  const day = (text: string) => Temporal.PlainDate.from(text);
  const fixtures = () => service.fixtures;
  const child = (familyId: number, birthDate: string, columns = {}) =>
    fixtures().child(commune.collectiviteId, familyId, { birth_date: birthDate, site_id: commune.siteId, ...columns });
  const facts = async (familyId: number, childId: number, prestationId: number, date: string) => {
    const load = service.app.get(LoadPricingFacts);
    const found = await load.run(commune.collectiviteId, { familyIds: [familyId], childIds: [childId] });
    return found.context({ familyId, childId, prestationId, date: Temporal.PlainDate.from(date) });
  };

  it('is seen and set by agents', async () => {
    const { agent, administrateur, path } = commune;
    const familyId = await fixtures().family(commune.collectiviteId);
    const family = `${path}/families/${familyId}`;
    expect((await agent.get(family)).body.residency).toBeNull();
    expect((await agent.patch(family, { residency: 'NON_RESIDENT' })).body.residency).toBe('NON_RESIDENT');
    expect((await agent.patch(family, { name: 'DUFOUR' })).body.residency).toBe('NON_RESIDENT');
    expect((await agent.patch(family, { residency: 'TOURIST' })).status).toBe(400);
    expect((await agent.patch(family, { residency: null })).body.residency).toBeNull();

    const { path: canteen } = await newPrestation(commune, { name: 'Days' });
    const childId = await child(familyId, '2018-04-12');
    const enrolled = await agent.post(`${canteen}/enrolments`, { childId, from: '2026-09-01', daysPerWeek: 4 });
    expect(enrolled).toMatchObject({ status: 201, body: { daysPerWeek: 4 } });
    const enrolment = `${canteen}/enrolments/${enrolled.body.id}`;
    expect((await agent.patch(enrolment, { to: '2027-07-02' })).body.daysPerWeek).toBe(4);
    expect((await agent.patch(enrolment, { daysPerWeek: 2 })).body).toMatchObject({ daysPerWeek: 2, to: '2027-07-02' });
    expect((await agent.patch(enrolment, { daysPerWeek: 8 })).status).toBe(400);
    expect((await agent.get(`${canteen}/enrolments`)).body.items).toMatchObject([{ daysPerWeek: 2 }]);

    const menu = await administrateur.post(`${path}/menu-types`, { label: 'Repas apporté', broughtByFamily: true });
    expect(menu).toMatchObject({ status: 201, body: { broughtByFamily: true } });
    expect((await agent.get(`${path}/menu-types`)).body).toContainEqual(menu.body);
  });

  it('is known of each child on each day', async () => {
    const { agent, path, collectiviteId } = commune;
    const familyId = await fixtures().family(collectiviteId, { city: 'Ailleurs' });
    const other = await fixtures().family(collectiviteId);
    const { id: prestationId, path: canteen } = await newPrestation(commune, { name: 'Facts' });
    const eldest = await child(familyId, '2014-09-02', { class_name: '6e B' });
    const second = await child(familyId, '2018-04-12', { class_name: 'CE2' });
    const third = await child(familyId, '2022-11-26', { class_name: 'MS' });
    for (const childId of [second, third])
      await agent.post(`${canteen}/enrolments`, {
        childId,
        from: '2026-09-01',
        daysPerWeek: childId === third ? 2 : undefined,
      });
    const quotient = await agent.post(`${path}/families/${familyId}/quotients`, {
      value: '642,50',
      from: '2026-01-01',
      to: '2026-11-30',
    });
    expect(quotient.status).toBe(201);

    expect(await facts(familyId, third, prestationId, '2026-11-26')).toEqual({
      quotient: 64250,
      on: '2026-11-26',
      resident: false,
      childRank: 3,
      enrolledRank: 2,
      children: 3,
      schoolLevel: 'MATERNELLE',
      age: 4,
      daysPerWeek: 2,
      pai: false,
    });
    expect(await facts(familyId, third, prestationId, '2026-11-25')).toMatchObject({ age: 3 });
    expect(await facts(familyId, second, prestationId, '2026-12-01')).toMatchObject({
      quotient: null,
      quotientExpiredOn: '2026-11-30',
      childRank: 2,
      enrolledRank: 1,
      daysPerWeek: null,
    });
    expect(await facts(familyId, eldest, prestationId, '2026-11-26')).toMatchObject({
      childRank: 1,
      schoolLevel: 'COLLEGE',
    });

    // The eldest goes to live with the other foyer: from that day the others are one rank higher.
    const moved = await agent.post(`${path}/children/${eldest}/custody-changes`, {
      from: '2026-12-07',
      custodies: [{ familyId: other, weeks: 'ALL' }],
    });
    expect(moved.status).toBeLessThan(300);
    expect(await facts(familyId, second, prestationId, '2026-12-06')).toMatchObject({ childRank: 2, children: 3 });
    expect(await facts(familyId, second, prestationId, '2026-12-07')).toMatchObject({ childRank: 1, children: 2 });
    expect(await facts(other, eldest, prestationId, '2026-12-07')).toMatchObject({ childRank: 1, resident: true });
  });

  it('is the same until the day that it says', async () => {
    const { agent, path, collectiviteId } = commune;
    const familyId = await fixtures().family(collectiviteId);
    const { id: prestationId, path: canteen } = await newPrestation(commune, { name: 'Stretches' });
    const eldest = await child(familyId, '2016-02-29', { class_name: 'CM1' });
    const second = await child(familyId, '2020-03-01', { class_name: 'GS-CP' });
    await agent.post(`${canteen}/enrolments`, { childId: eldest, from: '2026-09-01', to: '2027-01-15' });
    await agent.post(`${canteen}/enrolments`, { childId: second, from: '2026-10-05' });
    await agent.post(`${path}/families/${familyId}/quotients`, { value: '500', from: '2026-01-01', to: '2026-12-31' });
    const known = await service.app
      .get(LoadPricingFacts)
      .run(collectiviteId, { familyIds: [familyId], childIds: [eldest, second] });
    for (const childId of [eldest, second]) {
      const ends: string[] = [];
      for (let date = day('2026-09-01'); date.toString() <= '2027-09-30';) {
        const first = known.context({ familyId, childId, prestationId, date });
        const until = known.sameUntil({ familyId, childId, prestationId, date });
        for (let same = date; same.toString() <= until.toString(); same = same.add({ days: 1 }))
          expect(known.context({ familyId, childId, prestationId, date: same })).toEqual({
            ...first,
            on: same.toString(),
          });
        ends.push(until.toString());
        date = until.add({ days: 1 });
      }
      const nextBirthday = childId === eldest ? '2028-02-28' : '2028-02-29';
      expect(ends).toEqual(['2026-10-04', '2026-12-31', '2027-01-15', '2027-02-28', '2027-08-31', nextBirthday]);
    }
  });

  it('is the same every week for the brothers and sisters of a child of two foyers', async () => {
    const familyId = await fixtures().family(commune.collectiviteId);
    const other = await fixtures().family(commune.collectiviteId);
    const { id } = await newPrestation(commune, { name: 'Weeks' });
    const shared = await child(familyId, '2015-01-01');
    const younger = await child(familyId, '2019-01-01');
    const halves = await commune.agent.post(`${commune.path}/children/${shared}/custody-changes`, {
      from: '2026-09-07',
      custodies: [
        { familyId, weeks: 'EVEN' },
        { familyId: other, weeks: 'ODD' },
      ],
    });
    expect(halves.status).toBeLessThan(300);
    for (const date of ['2026-11-23', '2026-11-30'])
      expect(await facts(familyId, younger, id, date)).toMatchObject({ childRank: 2, children: 2 });
  });

  it('knows who brings the meal by the menu', async () => {
    const { administrateur, path, collectiviteId } = commune;
    const menu = await administrateur.post(`${path}/menu-types`, { label: 'Panier', broughtByFamily: true });
    const familyId = await fixtures().family(collectiviteId);
    const { id } = await newPrestation(commune, { name: 'Menus' });
    const childId = await child(familyId, '2018-04-12', { menu_type_id: menu.body.id as number });
    expect(await facts(familyId, childId, id, '2026-11-26')).toMatchObject({ pai: true });
  });
});
