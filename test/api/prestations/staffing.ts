import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';
import { someChild, takePlace } from '../../support/seats.js';

describe('the staff that the law asks for', () => {
  let service: RunningService;
  let garderie: Canteen;
  beforeAll(async () => {
    service = await startService('staffing', '2026-11-02T08:00:00+01:00');
    garderie = await openCanteen(service, {
      name: 'Garderie du soir',
      name_key: 'garderie du soir',
      kind: 'EVENING_CARE',
      starts_at: '16:30',
      ends_at: '18:30',
    });
  });
  afterAll(() => service.stop());

  it('is shown beside what is planned, and refuses nobody', async () => {
    const [administrateur, animateur] = [await garderie.staff('administrateur'), await garderie.staff('animateur')];
    const session = await garderie.session('2026-11-16');
    const calledOff = await garderie.session('2026-11-17');
    await garderie.callOff(calledOff, 'Grève nationale');
    for (let child = 0; child < 11; child += 1) {
      const young = await someChild(service, garderie.collectiviteId, '2021-02-03');
      expect(await takePlace(service, garderie.collectiviteId, session, young)).toBeNull();
    }
    const sixThatDay = await someChild(service, garderie.collectiviteId, '2020-11-16');
    await takePlace(service, garderie.collectiviteId, session, sixThatDay);
    const path = `/collectivites/${garderie.collectiviteId}`;
    const staffing = async () => {
      const answer = await animateur.get(`${path}/staffing?from=2026-11-16&to=2026-11-20`);
      expect(answer.body).toHaveLength(1);
      return answer.body[0];
    };
    expect(await staffing()).toMatchObject({
      sessionId: session,
      prestationName: 'Garderie du soir',
      siteName: 'École Jules-Ferry',
      under6: 11,
      from6: 1,
      needed: 3,
      planned: null,
      alert: 'Encadrement à prévoir\u00a0: 3\u00a0animateurs sont nécessaires.',
    });
    const prestation = `${path}/prestations/${garderie.prestation.id}`;
    expect((await administrateur.patch(prestation, { plannedStaff: 3 })).body).toMatchObject({ plannedStaff: 3 });
    expect(await staffing()).toMatchObject({ planned: 3, alert: null });
    const ofSession = `${prestation}/sessions/${session}/planned-staff`;
    expect((await animateur.put(ofSession, { plannedStaff: 2 })).status).toBe(403);
    expect((await administrateur.put(ofSession, { plannedStaff: 2 })).body).toEqual({
      sessionId: session,
      plannedStaff: 2,
    });
    expect((await staffing()).alert).toContain('2\u00a0animateurs prévus pour 3');
    await administrateur.patch(prestation, { supervision: 'DECLARED_PEDT' });
    expect(await staffing()).toMatchObject({ needed: 2, planned: 2, alert: null });
    await administrateur.patch(prestation, { supervision: 'NONE' });
    expect(await staffing()).toMatchObject({ needed: null, alert: null, rule: 'pas de taux d’encadrement national' });
    await administrateur.patch(prestation, { supervision: null, plannedStaff: null });
    await administrateur.put(ofSession, { plannedStaff: null });
    expect(await staffing()).toMatchObject({ needed: 3, planned: null });
    expect((await animateur.get(`${path}/staffing?from=2026-11-01&to=2026-12-31`)).status).toBe(400);
  });
});
