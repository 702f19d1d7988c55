import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

const DAYS = ['2026-09-07', '2026-09-08', '2026-09-10', '2026-09-11'];
const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

describe('absences at the same time', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('absence-races', '2026-10-01T09:00:00+02:00');
  });
  afterAll(() => service.stop());

  const booked = async (): Promise<{ school: School; lea: Household; parent: Api }> => {
    const school = await openSchool(service);
    const lea = await addHousehold(service, school);
    for (const day of DAYS) await reserve(service, school, await holdSession(service, school, day), lea);
    return { school, lea, parent: await service.api.signedIn(lea.email, PASSWORD) };
  };
  const week = ({ childId }: Household) => ({ childIds: [childId], from: DAYS[0], to: DAYS[3], kind: 'ILLNESS' });

  it('are declared once by a nervous hand', async () => {
    const { lea, parent } = await booked();
    const path = `/families/${lea.familyId}/absences`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => parent.post(path, week(lea))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await parent.get(`${path}?from=2026-09-01&to=2026-09-30`)).body.items).toHaveLength(1);
  });

  it('come before the issue and outdate it, or after it and are refused', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { school, lea, parent } = await booked();
      const runs = `/collectivites/${school.collectiviteId}/billing-runs`;
      const { runId } = (await school.regisseur.post(runs, SEPTEMBER)).body;
      const [declared, issued] = await Promise.all([
        parent.post(`/families/${lea.familyId}/absences`, week(lea)),
        school.regisseur.post(`${runs}/${runId}/issuances`),
      ]);
      const outcome = [declared.status, declared.body.code, issued.status, issued.body.code];
      expect([
        [201, undefined, 409, 'RUN_OUTDATED'],
        [409, 'ABSENCE_ALREADY_BILLED', 200, undefined],
      ]).toContainEqual(outcome);
    }
  });
});
