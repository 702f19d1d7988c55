import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { type Commune, newCommune, newPrestation, TWO_WORKING_DAYS } from '../../support/prestations.js';

describe('dated versions and enrolments under concurrency', () => {
  let service: RunningService;
  let commune: Commune;
  beforeAll(async () => {
    service = await startService('races-prestation-versions');
    commune = await newCommune(service);
  });
  afterAll(() => service.stop());

  /** The statuses of sixteen equal requests sent at once. */
  async function together(send: () => Promise<{ status: number }>): Promise<Record<number, number>> {
    const answers = await Promise.all(Array.from({ length: 16 }, send));
    const counts: Record<number, number> = {};
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  it('keeps one règlement and one tariff of those sent at once', async () => {
    const { path } = await newPrestation(commune, { name: 'Versions' });
    const policy = { from: '2026-09-01', add: TWO_WORKING_DAYS, cancel: TWO_WORKING_DAYS };
    const prices = { unitCents: 350, unplannedCents: 500, unjustifiedAbsenceCents: 350 };
    const tariff = { from: '2026-09-01', rows: [{ label: 'Unique', quotientMin: 0, quotientMax: null, ...prices }] };
    const { administrateur } = commune;
    expect(await together(() => administrateur.post(`${path}/booking-policies`, policy))).toEqual({ 201: 1, 409: 15 });
    expect(await together(() => administrateur.post(`${path}/tariffs`, tariff))).toEqual({ 201: 1, 409: 15 });
  });

  it('enrols a child once', async () => {
    const { path } = await newPrestation(commune, { name: 'Inscriptions' });
    const family = await service.fixtures.family(commune.collectiviteId);
    const childId = await service.fixtures.child(commune.collectiviteId, family, { site_id: commune.siteId });
    let day = 0;
    const enrol = () =>
      commune.agent.post(`${path}/enrolments`, { childId, from: `2026-09-${String((day += 1)).padStart(2, '0')}` });
    expect(await together(enrol)).toEqual({ 201: 1, 409: 15 });
  });

  it('plans no session on a day that is being closed', async () => {
    const { path } = await newPrestation(commune, { name: 'Fermeture' });
    await commune.administrateur.post(`${path}/booking-policies`, {
      from: '2026-09-01',
      add: TWO_WORKING_DAYS,
      cancel: TWO_WORKING_DAYS,
    });
    const day = { from: '2026-11-24', to: '2026-11-24' };
    await Promise.all([
      commune.agent.post(`${path}/session-plannings`, day),
      commune.agent.post(`${commune.path}/closures`, { ...day, reason: 'Grève' }),
      service.settle(),
    ]);
    await service.settle();
    const { items } = (await commune.agent.get(`${path}/sessions?from=2026-11-24&to=2026-11-24`)).body as {
      items: { calledOffReason: string | null }[];
    };
    expect(items.every(({ calledOffReason }) => calledOffReason === 'Grève')).toBe(true);
  });
});
