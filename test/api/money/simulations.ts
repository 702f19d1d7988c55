import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

const PERIOD = { from: '2026-11-01', to: '2026-12-04' };
const DAYS = ['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-20', '2026-12-03'];
const TARIFF = {
  type: 'BRACKETS',
  rows: [
    { label: 'Bas', quotientMin: 0, quotientMax: 700, unitCents: 200 },
    { label: 'Haut', quotientMin: 700, quotientMax: null, unitCents: 450 },
  ],
  prices: { unplanned: { abs: 300 }, unjustifiedAbsence: { multiplier: '2' } },
};
/** Closes two days before at 9 h; then half as much again until the eve at 9 h. */
const TWO_DAYS = { type: 'DAYS_BEFORE', n: 2, unit: 'CALENDAR', at: '09:00' };
const EVE = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '09:00' };
const POLICY = {
  add: { deadline: TWO_DAYS, afterDeadline: [{ type: 'SURCHARGE', pct: 50, until: EVE }] },
  cancel: { deadline: TWO_DAYS },
};

describe('what a draft règlement would have changed', () => {
  let service: RunningService;
  let school: School;
  let administrateur: Api;
  let rich: Household;
  let poor: Household;
  let sessions: number[];

  beforeAll(async () => {
    service = await startService('simulations', '2026-12-15T08:00:00+01:00');
    school = await openSchool(service);
    const account = await service.fixtures.account([{ collectiviteId: school.collectiviteId, role: 'administrateur' }]);
    administrateur = await service.api.signedIn(account.email, account.password);
    sessions = [];
    for (const date of DAYS) sessions.push(await holdSession(service, school, date));
    poor = await addHousehold(service, school, 'ARNAUD');
    rich = await addHousehold(service, school, 'BERNARD');
    await quotient(poor, 30_000);
    await quotient(rich, 120_000);
    // ARNAUD booked five days in September, and did not come on the last one.
    for (const [index, id] of sessions.entries()) {
      await reserve(service, school, id, poor);
      await point(id, poor, DAYS[index]!, index === 4 ? 'ABSENT_UNJUSTIFIED' : 'PRESENT');
    }
    // BERNARD booked one day the eve before 9 h, one after, gave one up the eve, and came once without a word.
    await reserve(service, school, sessions[0]!, rich);
    await point(sessions[0]!, rich, DAYS[0]!, 'PRESENT');
    await bookedAt(sessions[0]!, rich, '2026-11-15T07:59:59Z');
    await reserve(service, school, sessions[1]!, rich);
    await point(sessions[1]!, rich, DAYS[1]!, 'PRESENT');
    await bookedAt(sessions[1]!, rich, '2026-11-16T08:00:00Z');
    await reserve(service, school, sessions[2]!, rich);
    await bookedAt(sessions[2]!, rich, '2026-11-17T20:00:00Z');
    await cancel(sessions[2]!, rich, '2026-11-18T12:00:00Z');
    await point(sessions[3]!, rich, DAYS[3]!, 'PRESENT_UNPLANNED');
  });
  afterAll(() => service.stop());

  const quotient = ({ familyId }: Household, value_hundredths: number) =>
    service.fixtures.row('quotients', {
      ...{ collectivite_id: school.collectiviteId, family_id: familyId, value_hundredths },
      ...{ from_date: '2026-01-01', to_date: '2026-12-31' },
    });
  const point = (sessionId: number, { familyId, childId }: Household, date: string, state: string) =>
    service.fixtures.row('attendances', {
      ...{ collectivite_id: school.collectiviteId, session_id: sessionId, child_id: childId, family_id: familyId },
      ...{ date, state, recorded_at: Date.parse(`${date}T12:00:00Z`) },
    });
  const change = (sql: string, parameters: readonly (string | number)[]) =>
    service.database.unit(() => service.database.change(sql, parameters));
  const bookedAt = (sessionId: number, { childId }: Household, at: string) =>
    change('UPDATE reservations SET booked_at = ? WHERE session_id = ? AND child_id = ?', [
      ...[Date.parse(at), sessionId, childId],
    ]);
  const cancel = (sessionId: number, { childId }: Household, at: string) =>
    change(
      `UPDATE reservations SET state = 'CANCELLED', active = NULL, cancelled_at = ? WHERE session_id = ? AND child_id = ?`,
      [Date.parse(at), sessionId, childId],
    );
  const simulate = (draft: object, period: object = PERIOD) =>
    administrateur.post(`/collectivites/${school.collectiviteId}/simulations`, {
      ...period,
      prestations: [{ prestationId: school.canteen.id, ...draft }],
    });
  const sum = (beforeCents: number, afterCents: number) => ({
    ...{ beforeCents, afterCents, differenceCents: afterCents - beforeCents },
  });

  it('is nothing where nothing is drafted', async () => {
    const { status, body } = await simulate({});
    expect(status).toBe(200);
    // Six presences at 3,05 €, an absence at 4,00 €, a presence that was not planned at 5,00 €.
    expect(body).toMatchObject({
      ...PERIOD,
      total: sum(2730, 2730),
      families: { gaining: 0, losing: 0, unchanged: 2 },
      ...{ gaining: [], losing: [], lateBookings: [], lateCancellations: [], unpriced: [] },
      penalties: {
        before: { unplanned: { count: 1, cents: 500 }, unjustifiedAbsences: { count: 1, cents: 400 } },
      },
    });
    expect(body.prestations).toEqual([
      {
        prestationId: school.canteen.id,
        name: 'Cantine',
        before: {
          totalCents: 2730,
          unitCents: 1830,
          unplannedCents: 500,
          unjustifiedAbsenceCents: 400,
          lateSurchargeCents: 0,
        },
        after: {
          totalCents: 2730,
          unitCents: 1830,
          unplannedCents: 500,
          unjustifiedAbsenceCents: 400,
          lateSurchargeCents: 0,
        },
        differenceCents: 0,
      },
    ]);
  });

  it('judges the bookings of a public by the rules of its own', async () => {
    const residents = { applies: { resident: true }, add: { type: 'NONE' } };
    const { body: apart } = await simulate({ policy: { ...POLICY, publics: [residents] } });
    expect(apart.lateBookings).toEqual([]);
    // Booked in time by this rule, the day given up late by that of everybody: an absence at 4,00 € more.
    expect(apart.total.afterCents).toBe(2730 + 400);
  });

  it('prices each family again by the draft’s tariff, and names who gains and who loses', async () => {
    const { body } = await simulate({ tariff: TARIFF });
    // ARNAUD: 4 × 2,00 + 4,00; BERNARD: 2 × 4,50 + 7,50.
    expect(body).toMatchObject({
      total: sum(2730, 1200 + 1650),
      rows: [
        { prestationId: school.canteen.id, row: 'Bas', families: 1, ...sum(1620, 1200) },
        { prestationId: school.canteen.id, row: 'Haut', families: 1, ...sum(1110, 1650) },
      ],
      families: { gaining: 1, losing: 1, unchanged: 0 },
      gaining: [{ familyId: poor.familyId, name: 'ARNAUD', rows: [{ row: 'Bas' }], ...sum(1620, 1200) }],
      losing: [{ familyId: rich.familyId, name: 'BERNARD', rows: [{ row: 'Haut' }], ...sum(1110, 1650) }],
    });
  });

  it('meets each booking and cancellation with the draft’s policy', async () => {
    const { body } = await simulate({ policy: POLICY });
    expect(body.lateBookings).toEqual([
      { prestationId: school.canteen.id, reason: 'CLOSED', outcome: 'BLOCKED', bookings: 1 },
      { prestationId: school.canteen.id, reason: 'CLOSED', outcome: 'SURCHARGE', bookings: 2 },
    ]);
    expect(body.lateCancellations).toEqual([{ prestationId: school.canteen.id, outcome: 'BLOCKED', cancellations: 1 }]);
    // BERNARD: 3,05 + 50 % (4,58), unplanned instead of booked (5,00), the day that was booked late and could not be
    // given up (4,00 + 50 %), and 5,00.
    expect(body.total).toEqual(sum(2730, 1620 + 458 + 500 + 600 + 500));
    expect(body.prestations[0].after).toEqual({
      ...{ totalCents: 3678, unitCents: 1525, unplannedCents: 1000, unjustifiedAbsenceCents: 800 },
      lateSurchargeCents: 353,
    });
    expect(body.penalties.after).toMatchObject({
      lateSurcharges: { count: 2, cents: 353 },
      unplanned: { count: 2, cents: 1000 },
      unjustifiedAbsences: { count: 2, cents: 1000 },
    });
  });

  it('lets a family go by its waiver, as at the moment at which it asked', async () => {
    const waiver = { kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'EMPLOYER_LETTER', add: EVE, cancel: EVE };
    const waived = { ...POLICY, waivers: [waiver] };
    const grant = (granted_at: string, ended_at: string | null) =>
      service.fixtures.row('family_waivers', {
        ...{ collectivite_id: school.collectiviteId, family_id: rich.familyId, kind: 'SHIFT_WORK', proof: 'Lettre' },
        ...{ from_date: '2026-11-01', to_date: '2026-11-30', granted_at: Date.parse(granted_at) },
        ended_at: ended_at && Date.parse(ended_at),
      });
    // One ended before BERNARD asked for anything, the other was granted after all was asked.
    await grant('2026-09-01T08:00:00Z', '2026-10-01T08:00:00Z');
    await grant('2026-11-30T08:00:00Z', null);
    expect((await simulate({ policy: waived })).body).toEqual((await simulate({ policy: POLICY })).body);
    await grant('2026-11-01T08:00:00Z', '2026-11-18T00:00:00Z');
    const { body } = await simulate({ policy: waived });
    // What was booked the eve before 9 h, and two days before for the third day, is in time; the day booked at 9 h is not.
    expect(body.lateBookings).toEqual([
      { prestationId: school.canteen.id, reason: 'CLOSED', outcome: 'BLOCKED', bookings: 1 },
    ]);
    // It was taken back before the third day was given up.
    expect(body.lateCancellations).toEqual([{ prestationId: school.canteen.id, outcome: 'BLOCKED', cancellations: 1 }]);
    expect(body.total).toEqual(sum(2730, 1620 + 305 + 500 + 400 + 500));
    await change('DELETE FROM family_waivers WHERE family_id = ?', [rich.familyId]);
  });

  it('counts what was billed as it was billed, whatever the tariff became', async () => {
    const path = `/collectivites/${school.collectiviteId}/billing-runs`;
    const run = await school.regisseur.post(path, { from: '2026-11-01', to: '2026-11-30' });
    expect(run.status).toBe(201);
    const issued = await school.regisseur.post(`${path}/${run.body.runId}/issuances`);
    expect(issued.text).toContain('ISSUED');
    await change('UPDATE tariffs SET grid = ? WHERE id = ?', [
      ...[JSON.stringify({ type: 'FLAT', unitCents: 9_999 }), school.canteen.tariffId],
    ]);
    expect((await simulate({})).body.total).toEqual(sum(2730, 2730));
    expect((await simulate({ policy: POLICY })).body).toMatchObject({
      // The presence that is now unplanned pays the tariff in force: 99,99 € instead of 5,00 €.
      total: sum(2730, 1620 + 458 + 9_999 + 600 + 500),
    });
  });

  it('knows what a late booking that was billed cost more, and has it cost more under another tariff', async () => {
    const { canteen } = school;
    const [kept] = await service.database.read(() =>
      service.database.rows<{ policy: string }>('SELECT policy FROM booking_policies WHERE id = ?', [canteen.policyId]),
    );
    const ruled = (policy: string) =>
      change('UPDATE booking_policies SET policy = ? WHERE id = ?', [policy, canteen.policyId]);
    const late = (terms: string | null, cents: number) =>
      change('UPDATE reservations SET late_booking = ?, unit_cents = ? WHERE session_id = ? AND child_id = ?', [
        ...[terms as string, cents, sessions[0]!, rich.childId],
      ]);
    const charged = (cents: number) =>
      change('UPDATE charges SET amount_cents = ? WHERE session_id = ? AND child_id = ?', [
        ...[cents, sessions[0]!, rich.childId],
      ]);
    await ruled(JSON.stringify(POLICY));
    await late(JSON.stringify({ applies: true, effect: { type: 'SURCHARGE', pct: 50 } }), 458);
    await charged(458);
    const { body } = await simulate({ tariff: TARIFF });
    expect(body.prestations[0].before).toMatchObject({ unitCents: 1830, lateSurchargeCents: 153 });
    expect(body.prestations[0].after).toMatchObject({ lateSurchargeCents: 225 });
    await ruled(kept!.policy);
    await late(null, 305);
    await charged(305);
  });

  it('tells what no tariff prices', async () => {
    await change('UPDATE tariffs SET from_date = ? WHERE id = ?', ['2026-12-01', school.canteen.tariffId]);
    const { body } = await simulate({ policy: POLICY });
    // The presence that the draft makes an unplanned one; the one that was billed as such stays as billed.
    expect(body.unpriced).toEqual([
      {
        ...{ prestationId: school.canteen.id, daysBefore: 0, daysAfter: 1 },
        warning: expect.stringMatching(/aucun tarif n’est en vigueur le 17 novembre 2026/),
      },
    ]);
    expect(body.total).toEqual(sum(2730, 1620 + 458 + 600 + 500));
    await change('UPDATE tariffs SET from_date = ? WHERE id = ?', ['2026-09-01', school.canteen.tariffId]);
  });

  it('writes nothing, neither a row nor a revision', async () => {
    const photograph = async () =>
      service.database.read(async () => {
        const [names, counts] = [await tables(), new Map<string, unknown>()];
        for (const name of names) {
          const [row] = await service.database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${name}`);
          counts.set(name, Number(row!.n));
        }
        const revisions = await service.database.rows('SELECT id, revision, taken FROM sessions ORDER BY id');
        const bookings = await service.database.rows('SELECT * FROM reservations ORDER BY id');
        return { counts: [...counts], revisions, bookings };
      });
    const before = await photograph();
    expect((await simulate({ policy: POLICY, tariff: TARIFF })).status).toBe(200);
    const after = await photograph();
    expect(after).toEqual(before);
    expect(before.counts.length).toBeGreaterThan(40);
  });

  const tables = async (): Promise<string[]> =>
    service.database.dataSource.entityMetadatas.map(({ tableName }) => tableName).sort();

  it.each([
    { period: { from: '2026-11-01', to: '2026-12-15' }, field: 'to' },
    { period: { from: '2025-11-01', to: '2026-12-14' }, field: 'to' },
    { period: { from: '2026-12-01', to: '2026-11-30' }, field: 'to' },
    { period: { from: '2001-09-01', to: '2001-10-01' }, field: 'from' },
  ])('refuses the period $period', async ({ period, field }) => {
    const { status, body } = await simulate({}, period);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'SIMULATION_PERIOD', errors: [{ field }] });
  });

  it.each<{ what: string; draft: object; fields: string[] }>([
    {
      what: 'faults of both at once',
      draft: { policy: { add: { type: 'SOON' } }, tariff: { type: 'FLAT' } },
      fields: ['prestations[0].policy.add.type', 'prestations[0].policy.cancel', 'prestations[0].tariff.unitCents'],
    },
    {
      what: 'a weekday of service without a deadline',
      draft: { policy: { add: { type: 'BATCH', perWeekday: { MO: EVE, TU: EVE, TH: EVE } }, cancel: EVE } },
      fields: ['prestations[0].policy.add.perWeekday.FR'],
    },
    {
      what: 'a public whose own rule says nothing of a day',
      draft: {
        policy: {
          ...{ ...POLICY, order: { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '09:30' } },
          publics: [
            {
              applies: { resident: false },
              add: { type: 'FIXED_DATES', dates: [{ period: '2026-11', closesAt: '2026-10-27T09:00' }] },
            },
          ],
        },
      },
      fields: ['prestations[0].policy'],
    },
    {
      what: 'a prestation that is not there',
      draft: { prestationId: 999_999 },
      fields: ['prestations[0].prestationId'],
    },
  ])('refuses $what, naming each part', async ({ draft, fields }) => {
    const { status, body } = await simulate(draft);
    expect(status).toBe(422);
    expect(body.code).toBe('DRAFT_NOT_VALID');
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it('knows nothing of the prestations of another commune', async () => {
    const other = await openSchool(service);
    const { status, body } = await simulate({ prestationId: other.canteen.id });
    expect([status, body.code]).toEqual([422, 'DRAFT_NOT_VALID']);
  });
});
