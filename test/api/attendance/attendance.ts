import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../../support/fixtures.js';
import { type RunningService, startService } from '../../support/application.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

describe('the roll', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let leo: Household;
  let sessionId: number;
  let day = 0;
  const roll = (id = sessionId) => `/collectivites/${school.collectiviteId}/sessions/${id}/roll`;
  const present = ({ childId }: Household) => ({ childId, state: 'PRESENT' });

  beforeAll(async () => {
    service = await startService('attendance', '2026-09-30T12:00:00+02:00');
    school = await openSchool(service);
    zoe = await addHousehold(service, school, 'ARNAUD');
    leo = await addHousehold(service, school, 'BERNARD');
  });
  beforeEach(async () => {
    day += 1;
    sessionId = await holdSession(service, school, `2026-09-${String(day).padStart(2, '0')}`);
    await reserve(service, school, sessionId, zoe);
  });
  afterAll(() => service.stop());

  it('shows who is expected and who else is enrolled, by name', async () => {
    const { status, body } = await school.agent.get(roll());
    expect(status).toBe(200);
    expect(body.expected).toMatchObject([
      { childId: zoe.childId, lastName: 'ARNAUD', menu: 'Standard', attendance: null },
    ]);
    expect(body.others).toMatchObject([{ childId: leo.childId, hasPai: false, attendance: null }]);
  });

  it('shows who is announced absent, to whom the foyer or the mairie said so, and not why', async () => {
    await reserve(service, school, sessionId, leo);
    const date = `2026-09-${String(day).padStart(2, '0')}`;
    const parent = await service.api.signedIn(zoe.email, PASSWORD);
    const declared = { childIds: [zoe.childId], from: date, to: date, kind: 'ILLNESS' };
    expect((await parent.post(`/families/${zoe.familyId}/absences`, declared)).status).toBe(201);
    const { body } = await school.agent.get(roll());
    expect(
      body.expected.map((child: { childId: number; announcedAbsent: boolean }) => [
        child.childId,
        child.announcedAbsent,
      ]),
    ).toEqual([
      [zoe.childId, true],
      [leo.childId, false],
    ]);
    expect(JSON.stringify(body)).not.toContain('ILLNESS');
    const came = await school.agent.put(roll(), { entries: [present(zoe)] });
    expect(came.body.expected[0]).toMatchObject({ announcedAbsent: true, attendance: { state: 'PRESENT' } });
  });

  it('tells by itself that a child without a reservation was not planned', async () => {
    const { status, body } = await school.agent.put(roll(), { entries: [present(zoe), present(leo)] });
    expect(status).toBe(200);
    expect(body.expected[0].attendance.state).toBe('PRESENT');
    expect(body.others[0].attendance.state).toBe('PRESENT_UNPLANNED');
  });

  it('fills in only those not recorded yet when all are present', async () => {
    await reserve(service, school, sessionId, leo);
    await school.agent.put(roll(), { entries: [{ childId: zoe.childId, state: 'ABSENT_JUSTIFIED' }] });
    const { body } = await school.agent.put(roll(), { allPresent: true });
    expect(body.expected.map((child: { attendance: { state: string } }) => child.attendance.state)).toEqual([
      'ABSENT_JUSTIFIED',
      'PRESENT',
    ]);
  });

  it('leaves a child announced absent to be pointed when all are present', async () => {
    await reserve(service, school, sessionId, leo);
    const parent = await service.api.signedIn(leo.email, PASSWORD);
    const date = `2026-09-${String(day).padStart(2, '0')}`;
    const declared = { childIds: [leo.childId], from: date, to: date, kind: 'ILLNESS' };
    expect((await parent.post(`/families/${leo.familyId}/absences`, declared)).status).toBe(201);
    const { body } = await school.agent.put(roll(), { allPresent: true });
    const pointed = body.expected.map(({ childId, announcedAbsent, attendance }: Record<string, unknown>) => [
      childId,
      announcedAbsent,
      (attendance as { state: string } | null)?.state ?? null,
    ]);
    expect(pointed).toContainEqual([zoe.childId, false, 'PRESENT']);
    expect(pointed).toContainEqual([leo.childId, true, null]);
  });

  it('keeps who corrected what, and why', async () => {
    await school.agent.put(roll(), { entries: [{ ...present(zoe), arrivedAt: '12:00' }] });
    const entry = { childId: zoe.childId, state: 'ABSENT_UNJUSTIFIED', reason: 'Erreur de prénom' };
    await school.agent.put(roll(), { entries: [entry] });
    await school.agent.put(roll(), { entries: [entry] });
    const { body } = await school.agent.get(`${roll()}/corrections`);
    expect(body).toEqual([
      {
        childId: zoe.childId,
        formerState: 'PRESENT',
        newState: 'ABSENT_UNJUSTIFIED',
        formerArrivedAt: '12:00',
        formerLeftAt: null,
        reason: 'Erreur de prénom',
        correctedBy: 'Camille Durand',
        correctedAt: '2026-09-30T10:00:00Z',
      },
    ]);
    expect((await school.agent.get(`${roll(999_999)}/corrections`)).status).toBe(404);
  });

  it('refuses the whole roll when one entry is wrong, and names each', async () => {
    const stranger = await addHousehold(service, await openSchool(service));
    const entries = [
      { ...present(zoe), arrivedAt: '17:00', leftAt: '16:00' },
      present(stranger),
      { childId: leo.childId, state: 'ABSENT_JUSTIFIED' },
      present(leo),
    ];
    const mixed = await school.agent.put(roll(), { entries });
    expect(mixed).toMatchObject({ status: 422, body: { code: 'ROLL_ENTRY_REFUSED' } });
    expect(mixed.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'entries[0].leftAt',
      'entries[1].childId',
      'entries[2].state',
      'entries[3].childId',
    ]);
    const onlyStranger = await school.agent.put(roll(), { entries: [present(zoe), present(stranger)] });
    expect(onlyStranger).toMatchObject({ status: 422, body: { code: 'CHILD_NOT_ENROLLED' } });
    expect((await school.agent.get(roll())).body.expected[0].attendance).toBeNull();
  });

  it('refuses what cannot be pointed', async () => {
    const tomorrow = await holdSession(service, school, '2026-10-01');
    expect(await school.agent.put(roll(tomorrow), { allPresent: true })).toMatchObject({
      status: 422,
      body: { code: 'FUTURE_SESSION' },
    });
    const strike = await holdSession(service, school, '2026-09-29', { called_off_at: 1, called_off_reason: 'Grève' });
    expect(await school.agent.put(roll(strike), { allPresent: true })).toMatchObject({
      status: 409,
      body: { code: 'NOBODY_TO_POINT' },
    });
    expect(await school.agent.put(roll(), {})).toMatchObject({ status: 400 });
    expect(
      await school.agent.put(roll(), { entries: [{ childId: zoe.childId, state: 'PRESENT_UNPLANNED' }] }),
    ).toMatchObject({ status: 400 });
  });

  it('shows a PAI to those who look after the children, and writes the look down', async () => {
    await service.database.unit(() =>
      service.database.change('UPDATE children SET has_pai = 1 WHERE id = ?', [zoe.childId]),
    );
    const admin = await service.fixtures.account([{ collectiviteId: school.collectiviteId, role: 'administrateur' }]);
    const administrateur = await service.api.signedIn(admin.email, admin.password);
    expect((await administrateur.get(roll())).body.expected[0].hasPai).toBeNull();
    expect((await school.agent.get(roll())).body.expected[0].hasPai).toBe(true);
    const looks = await service.database.read(() =>
      service.database.rows<{ detail: string }>(
        "SELECT detail FROM audit_entries WHERE action = 'child.health-seen' AND subject = ?",
        [`session:${sessionId}`],
      ),
    );
    expect(looks.map(({ detail }) => JSON.parse(detail))).toEqual([{ children: [zoe.childId] }]);
  });

  it('lists the sessions not fully pointed, up to today', async () => {
    const other = await openSchool(service);
    const family = await addHousehold(service, other);
    const [first, second, coming] = await Promise.all(
      ['2026-09-28', '2026-09-30', '2026-10-02'].map((date) => holdSession(service, other, date)),
    );
    for (const id of [first!, second!, coming!]) await reserve(service, other, id, family);
    await other.agent.put(`/collectivites/${other.collectiviteId}/sessions/${first!}/roll`, { allPresent: true });
    const { body } = await other.agent.get(
      `/collectivites/${other.collectiviteId}/attendance?from=2026-09-01&to=2026-10-31`,
    );
    expect(body).toMatchObject([
      { sessionId: second, date: '2026-09-30', expected: 1, missing: 1, prestation: 'Cantine' },
    ]);
  });

  it('misses a child even when one who was pointed has no place any more', async () => {
    const other = await openSchool(service);
    const [gone, late] = [await addHousehold(service, other), await addHousehold(service, other)];
    const session = await holdSession(service, other, '2026-09-28');
    const place = await reserve(service, other, session, gone);
    await reserve(service, other, session, late);
    await other.agent.put(`/collectivites/${other.collectiviteId}/sessions/${session}/roll`, {
      entries: [{ childId: gone.childId, state: 'ABSENT_JUSTIFIED' }],
    });
    await service.database.unit(async () => {
      await service.database.change(
        "UPDATE reservations SET state = 'CANCELLED', active = NULL, cancelled_at = ? WHERE id = ?",
        [service.clock.now().epochMilliseconds, place],
      );
      await service.database.change('UPDATE sessions SET taken = taken - 1 WHERE id = ?', [session]);
    });
    const { body } = await other.agent.get(
      `/collectivites/${other.collectiviteId}/attendance?from=2026-09-01&to=2026-09-30`,
    );
    expect(body).toMatchObject([{ sessionId: session, expected: 1, missing: 1 }]);
  });

  it('tells a family what was recorded for its children, and nobody else', async () => {
    await school.agent.put(roll(), { entries: [{ ...present(zoe), leftAt: '13:30' }] });
    const date = `2026-09-${String(day).padStart(2, '0')}`;
    const path = `/families/${zoe.familyId}/attendance?from=${date}&to=${date}`;
    const parent = await service.api.signedIn(zoe.email, PASSWORD);
    expect(await parent.get(path)).toMatchObject({
      status: 200,
      body: [{ date, childId: zoe.childId, state: 'PRESENT', leftAt: '13:30', prestation: 'Cantine' }],
    });
    const stranger = await service.api.signedIn(leo.email, PASSWORD);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await parent.get(path.replace(/from=[^&]+/, 'from=2026-12-01'))).status).toBe(400);
  });

  it('keeps with a presence the foyer that has the child that day', async () => {
    const father = await service.fixtures.family(school.collectiviteId, { name: 'PETIT' });
    const child = await service.fixtures.child(school.collectiviteId, father);
    await service.fixtures.enrolment(school.collectiviteId, school.canteen.id, child);
    await school.agent.put(roll(), { entries: [{ childId: child, state: 'PRESENT' }] });
    const rows = await service.database.read(() =>
      service.database.rows('SELECT family_id FROM attendances WHERE session_id = ? AND child_id = ?', [
        sessionId,
        child,
      ]),
    );
    expect(rows).toEqual([{ family_id: father }]);
  });

  it('does not exist for another collectivité', async () => {
    const other = await openSchool(service);
    expect((await other.agent.get(`/collectivites/${other.collectiviteId}/sessions/${sessionId}/roll`)).status).toBe(
      404,
    );
  });
});
