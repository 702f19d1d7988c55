import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('the règlement, accepted', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('reglement-acceptances', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('is so by an adult, once for each version; another one has to be read before', async () => {
    const family = await canteen.family();
    const path = family.path('reglement-acceptances');
    const version = async () =>
      (await family.api.get(`/collectivites/${canteen.collectiviteId}/reglement`)).body.version as string;
    const first = await version();
    expect((await family.api.get(path)).body).toEqual([]);
    const both = await Promise.all([1, 2].map(() => family.api.post(path, { version: first })));
    const accepted = { version: first, appliedOn: '2026-11-02', acceptedAt: '2026-11-02T07:00:00Z' };
    for (const { status, body } of both) expect([status, body]).toEqual([200, [{ ...accepted, current: true }]]);

    await canteen.priceBy({ type: 'FLAT', unitCents: 999 });
    const second = await version();
    expect(second).not.toBe(first);
    expect(await family.api.post(path, { version: first })).toMatchObject({
      status: 409,
      body: { code: 'REGLEMENT_CHANGED' },
    });
    expect((await family.api.post(path, { version: second })).body).toMatchObject([
      { version: second, current: true },
      { version: first, current: false },
    ]);
    expect(await family.api.post(path, { version: '<script>' })).toMatchObject({ status: 400 });
    const stranger = await canteen.family();
    expect((await stranger.api.get(path)).status).toBe(404);
    expect((await stranger.api.get(stranger.path('reglement-acceptances'))).body).toEqual([]);
    const touch = service.database.unit(() => service.database.change('DELETE FROM reglement_acceptances'));
    await expect(touch).rejects.toThrow(/append-only/);
  });
});
