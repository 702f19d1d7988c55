import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';

describe('waivers of a family', () => {
  let service: RunningService;
  let collectiviteId: number;
  let familyId: number;
  beforeAll(async () => {
    service = await startService('waivers', '2026-09-03T08:00:00+02:00');
    collectiviteId = await service.fixtures.collectivite();
    familyId = await service.fixtures.family(collectiviteId);
  });
  afterAll(() => service.stop());

  const signedIn = async (role: 'agent' | 'animateur') => {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role }]);
    return service.api.signedIn(email, password);
  };
  const waivers = (family = familyId, collectivite = collectiviteId) =>
    `/collectivites/${collectivite}/families/${family}/waivers`;
  const SHIFTS = { kind: 'SHIFT_WORK', from: '2026-09-01', to: '2027-07-02', proof: 'Lettre de l’employeur' };

  it('are granted on proof, listed, and taken back once', async () => {
    const agent = await signedIn('agent');
    const granted = await agent.post(waivers(), SHIFTS);
    expect(granted).toMatchObject({ status: 201, body: { ...SHIFTS, endedAt: null } });
    expect((await agent.delete(`${waivers()}/${granted.body.id}`)).status).toBe(204);
    expect((await agent.delete(`${waivers()}/${granted.body.id}`)).status).toBe(204);
    expect((await agent.get(waivers())).body).toEqual([
      expect.objectContaining({ id: granted.body.id, endedAt: '2026-09-03T06:00:00Z' }),
    ]);
    const audits = await service.database.read(() =>
      service.database.rows<{ action: string }>(
        `SELECT action FROM audit_entries WHERE subject = 'family:${familyId}' ORDER BY id`,
      ),
    );
    expect(audits.map(({ action }) => action)).toEqual(['waiver.granted', 'waiver.ended']);
  });

  it.each([
    ['reversed dates', { ...SHIFTS, to: '2026-08-31' }, 422, 'DATES_REVERSED'],
    ['an unknown kind', { ...SHIFTS, kind: 'FRIEND_OF_THE_MAYOR' }, 400, 'INVALID_REQUEST'],
    ['no proof', { ...SHIFTS, proof: ' ' }, 400, 'INVALID_REQUEST'],
  ])('refuses %s', async (_case, body, status, code) => {
    const agent = await signedIn('agent');
    expect(await agent.post(waivers(), body)).toMatchObject({ status, body: { code } });
  });

  it('are of the families of the collectivité, and no business of an animateur', async () => {
    const agent = await signedIn('agent');
    const stranger = await service.fixtures.family(await service.fixtures.collectivite());
    expect((await agent.post(waivers(stranger), SHIFTS)).status).toBe(404);
    expect((await agent.delete(`${waivers()}/999999`)).status).toBe(404);
    const animateur = await signedIn('animateur');
    expect((await animateur.get(waivers())).status).toBe(403);
  });
});
