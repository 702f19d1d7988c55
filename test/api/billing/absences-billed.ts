import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import type { Api } from '../../support/api.js';
import { judgeAbsencesBy, SAINT_EXUPERY, SAINT_LEU } from '../../support/absence-policy.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

const WEEK = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Meals at 3,05 €, an unjustified absence at 4,00 €. */
describe('absences and the règlement', () => {
  let service: RunningService;
  let school: School;
  let lea: Household;
  let sessions: number[];
  const runs = (rest = '') => `/collectivites/${school.collectiviteId}/billing-runs${rest}`;
  const absences = (rest = '') => `/collectivites/${school.collectiviteId}/absences${rest}`;

  beforeAll(async () => {
    service = await startService('absences-billed', '2026-11-30T08:00:00+01:00');
  });
  beforeEach(async () => {
    await on('2026-11-30T08:00:00+01:00');
    school = await openSchool(service);
    await judgeAbsencesBy(service, school.canteen.id, SAINT_EXUPERY);
    sessions = await Promise.all(WEEK.map((date) => holdSession(service, school, date)));
    lea = await booked('ARNAUD');
  });
  afterAll(() => service.stop());

  const on = async (moment: string) => {
    service.clock.set(Temporal.Instant.from(moment));
    await service.database.unit(() => service.database.change('DELETE FROM throttles'));
  };
  const booked = async (name: string): Promise<Household> => {
    const household = await addHousehold(service, school, name);
    for (const id of sessions) await reserve(service, school, id, household);
    return household;
  };
  const signedIn = async ({ email }: Household): Promise<Api> => {
    await service.database.unit(() => service.database.change('DELETE FROM throttles'));
    return service.api.signedIn(email, PASSWORD);
  };
  const declare = async (household: Household, about: object = {}) => {
    const parent = await signedIn(household);
    const { familyId, childId } = household;
    const body = { childIds: [childId], from: WEEK[0], to: WEEK[3], kind: 'ILLNESS', ...about };
    return (await parent.post(`/families/${familyId}/absences`, body)).body[0];
  };
  const paper = async (absenceId: number, receivedOn: string) => {
    const { email } = await service.fixtures.account([{ collectiviteId: school.collectiviteId, role: 'agent' }]);
    const agent = await service.api.signedIn(email, PASSWORD);
    return agent.post(absences(`/${absenceId}/proofs`), { receivedOn });
  };
  const staff = async () => {
    const { email } = await service.fixtures.account([{ collectiviteId: school.collectiviteId, role: 'agent' }]);
    return service.api.signedIn(email, PASSWORD);
  };
  const bill = async (from = WEEK[0], to = WEEK[3]) => (await (await staff()).post(runs(), { from, to })).body;
  const drafts = async (runId: number) => {
    const agent = await staff();
    const { items } = (await agent.get(runs(`/${runId}/invoices`))).body;
    return Promise.all(
      items.map(async ({ invoiceId }: { invoiceId: number }) => {
        const { body } = await agent.get(runs(`/${runId}/invoices/${invoiceId}`));
        const [{ name, cents, lines }] = body.children;
        return [name, cents, lines.map(({ reason }: { reason: string }) => plain(reason))];
      }),
    );
  };
  const point = async (session: number, { childId }: Household, state: string) => {
    const entries = [{ childId, state }];
    const agent = await staff();
    return agent.put(`/collectivites/${school.collectiviteId}/sessions/${sessions[session]!}/roll`, { entries });
  };

  it('tell the family, by mail too, what each day will cost and until when the proof is awaited', async () => {
    const { id, days } = await declare(lea);
    expect(days.map(({ outcome, sentence }: Record<string, string>) => [outcome, plain(sentence!)])).toEqual([
      ...Array<unknown>(2).fill([
        'UNJUSTIFIED',
        'Rien à payer si le justificatif nous parvient avant le jeudi 3 décembre 2026 à 0 h 00 ; jour de carence dû s’il arrive avant le jeudi 10 décembre 2026 à 0 h 00 ; sinon, jour dû.',
      ]),
      ...Array<unknown>(2).fill([
        'UNJUSTIFIED',
        'Rien à payer si le justificatif nous parvient avant le jeudi 10 décembre 2026 à 0 h 00 ; sinon, jour dû.',
      ]),
    ]);
    await service.settle();
    const [mail] = await service.mails.to(lea.email);
    expect(plain(mail!.text!)).toContain('avant le jeudi 3 décembre 2026 à 0 h 00');
    await on('2026-12-02T10:00:00+01:00');
    const { body } = await paper(id, '2026-12-02');
    expect(body.days.map(({ outcome, sentence }: Record<string, string>) => [outcome, plain(sentence!)])).toEqual(
      WEEK.map(() => ['JUSTIFIED', 'Absence justifiée, justificatif reçu le 2 décembre 2026 : rien à payer.']),
    );
  });

  it('are billed as the day of the proof decides: nothing, two days of carence, or all', async () => {
    const [inTime, late, tooLate, silent] = [
      lea,
      await booked('BERNARD'),
      await booked('CARON'),
      await booked('DUVAL'),
    ];
    const declared = [await declare(inTime), await declare(late), await declare(tooLate)];
    for (const household of [late, tooLate, silent])
      for (const session of sessions.keys()) await holdOn(session, household);
    await on('2026-12-11T09:00:00+01:00');
    await paper(declared[0].id, '2026-12-02');
    await paper(declared[1].id, '2026-12-07');
    await paper(declared[2].id, '2026-12-11');
    const { runId, totalCents, anomalies } = await bill();
    expect(totalCents).toBe(0 + 2 * 305 + 4 * 400 + 4 * 400);
    expect(anomalies).toEqual([]);
    const tooLateReason =
      'absence non justifiée · Justificatif reçu le vendredi 11 décembre 2026 à 0 h 00, trop tard (il était attendu au plus tard le 9 décembre 2026) : l’absence est facturée.';
    expect(await drafts(runId)).toEqual([
      [
        expect.stringContaining('BERNARD'),
        610,
        [1, 2].map((rank) => `Jour de carence (${rank} sur 2, le justificatif étant arrivé tard) : il est facturé.`),
      ],
      [expect.stringContaining('CARON'), 1600, WEEK.map(() => tooLateReason)],
      [expect.stringContaining('DUVAL'), 1600, WEEK.map(() => 'absence non justifiée')],
    ]);
  });
  /** Pointed absent on its very day. */
  const holdOn = async (session: number, household: Household) => {
    await on(`${WEEK[session]!}T14:00:00+01:00`);
    expect((await point(session, household, 'ABSENT_UNJUSTIFIED')).status).toBe(200);
  };

  it('are judged on the days of an exception as it says, the others as the règlement does', async () => {
    const { collectiviteId } = school;
    const exceptionId = await service.fixtures.row('policy_exceptions', {
      collectivite_id: collectiviteId,
      prestation_id: school.canteen.id,
      from_date: WEEK[2]!,
      to_date: WEEK[3]!,
      reason: 'Sorties de décembre',
      rules: JSON.stringify({ absence: { ...SAINT_EXUPERY, carenceDays: { n: 0, ifLate: 3 } } }),
      created_by: (await service.fixtures.account([{ collectiviteId, role: 'administrateur' }])).id,
      created_at: 0,
    });
    await service.database.unit(() =>
      service.database.change('UPDATE sessions SET policy_exception_id = ? WHERE id IN (?, ?)', [
        exceptionId,
        sessions[2]!,
        sessions[3]!,
      ]),
    );
    const { id } = await declare(lea);
    await on('2026-12-11T09:00:00+01:00');
    await paper(id, '2026-12-07');
    expect((await bill()).totalCents).toBe(3 * 305);
  });

  it('are judged for a public as its own rules say, the others as those of everybody', async () => {
    const small = { applies: { ageMax: 5 }, absence: { payFrom: 2 } };
    await judgeAbsencesBy(service, school.canteen.id, SAINT_EXUPERY, [small]);
    const tom = await booked('BERNARD');
    await service.database.unit(() =>
      service.database.change('UPDATE children SET birth_date = ? WHERE id = ?', ['2021-03-01', tom.childId]),
    );
    await declare(lea);
    await declare(tom);
    await on('2026-12-11T09:00:00+01:00');
    const { runId, totalCents } = await bill();
    // Nothing proves the first; the second needs no proof, and pays its first day.
    expect(totalCents).toBe(4 * 305 + 305);
    const [, [, , reasons]] = await drafts(runId);
    expect(reasons).toEqual(['L’absence n’est déduite qu’à partir du 2e jour de service : ce jour est facturé.']);
  });

  it('count their days beyond the period that is billed, and end where the child came back', async () => {
    const { id } = await declare(lea);
    await on('2026-12-08T09:00:00+01:00');
    await paper(id, '2026-12-08');
    // The two days of carence are those of November and 1 December: the next two are free.
    expect(await bill(WEEK[2], WEEK[3])).toMatchObject({ totalCents: 0, anomalies: [] });
    const back = await booked('BERNARD');
    const other = await declare(back);
    await paper(other.id, '2026-12-08');
    await point(1, back, 'PRESENT');
    // Away on Monday, there on Tuesday, away again on Thursday: another absence, proved late too.
    const { totalCents } = await bill(WEEK[0], WEEK[1]);
    expect(totalCents).toBe(2 * 305 + 305 + 305);
  });

  it('leave the last word to the agent, and to the child who comes', async () => {
    await declare(lea);
    await on('2026-12-11T09:00:00+01:00');
    await point(0, lea, 'ABSENT_JUSTIFIED');
    await point(1, lea, 'PRESENT');
    const { totalCents, anomalies } = await bill();
    expect(totalCents).toBe(305 + 2 * 305);
    // The days after the one on which the child came are an absence of their own, to be proved until 12 December.
    expect(anomalies).toMatchObject([
      { kind: 'ATTENDANCE_NOT_RECORDED', count: 2 },
      { kind: 'PROOF_AWAITED', count: 2 },
    ]);
  });

  it('are shown while their proof may still come: the agent issues or waits', async () => {
    await declare(lea);
    for (const session of sessions.keys()) await holdOn(session, lea);
    const { runId, anomalies } = await bill();
    expect(anomalies).toMatchObject([{ kind: 'PROOF_AWAITED', count: 4, stopsIssue: false }]);
    expect((await (await staff()).post(runs(`/${runId}/issuances`))).status).toBeLessThan(300);
  });

  it('hold the month that is billed by itself back until the delay of their proof is over', async () => {
    const { collectiviteId } = school;
    await service.database.unit(() =>
      service.database.change('UPDATE collectivites SET billing_day = 2 WHERE id = ?', [collectiviteId]),
    );
    await declare(lea);
    await holdOn(0, lea);
    const month = () =>
      service.database.read(() =>
        service.database.rows('SELECT state FROM billing_runs WHERE collectivite_id = ?', [collectiviteId]),
      );
    for (const [moment, state] of [
      ['2026-12-02T08:00:00+01:00', 'DRAFT'],
      ['2026-12-09T23:00:00+01:00', 'DRAFT'],
      ['2026-12-10T08:00:00+01:00', 'ISSUED'],
    ]) {
      await on(moment!);
      await service.settle();
      expect([moment, await month()]).toEqual([moment, [{ state }]]);
    }
  });

  it('change nothing where the règlement says nothing of absences', async () => {
    const silent = await openSchool(service);
    const session = await holdSession(service, silent, WEEK[0]!);
    const leo = await addHousehold(service, silent, 'BERNARD');
    await reserve(service, silent, session, leo);
    const parent = await signedIn(leo);
    const day = { childIds: [leo.childId], from: WEEK[0], to: WEEK[0], kind: 'ILLNESS' };
    const { body } = await parent.post(`/families/${leo.familyId}/absences`, day);
    expect(body[0].days).toMatchObject([
      { outcome: null, sentence: 'Le règlement ne prévoit pas d’absence justifiée, ce jour reste dû.' },
    ]);
    await on('2026-12-01T09:00:00+01:00');
    const { email } = await service.fixtures.account([{ collectiviteId: silent.collectiviteId, role: 'agent' }]);
    const agent = await service.api.signedIn(email, PASSWORD);
    const run = await agent.post(`/collectivites/${silent.collectiviteId}/billing-runs`, {
      from: WEEK[0],
      to: WEEK[0],
    });
    expect(run.body).toMatchObject({ totalCents: 305, anomalies: [{ kind: 'ATTENDANCE_NOT_RECORDED', count: 1 }] });
  });

  it('outdate the drafts that did not know them', async () => {
    const { id } = await declare(lea);
    await on('2026-12-09T09:00:00+01:00');
    const { runId, totalCents } = await bill();
    expect(totalCents).toBe(4 * 305);
    const proof = await paper(id, '2026-12-02');
    const agent = await staff();
    expect(await agent.post(runs(`/${runId}/issuances`))).toMatchObject({
      status: 409,
      body: { code: 'RUN_OUTDATED' },
    });
    await agent.post(runs(`/${runId}/computations`));
    expect((await agent.get(runs(`/${runId}`))).body.totalCents).toBe(0);
    const refusal = { reason: 'Illisible.' };
    await agent.post(absences(`/${id}/proofs/${proof.body.proofs[0].id}/refusals`), refusal);
    expect((await agent.post(runs(`/${runId}/issuances`))).body.code).toBe('RUN_OUTDATED');
  });

  it('cost nobody anything when the mairie declares what the règlement credits to everyone', async () => {
    await judgeAbsencesBy(service, school.canteen.id, SAINT_LEU);
    const leo = await booked('BERNARD');
    const agent = await staff();
    const strike = { kind: 'STRIKE', prestationId: school.canteen.id, from: WEEK[2], to: WEEK[2] };
    const collective = `/collectivites/${school.collectiviteId}/collective-absences`;
    expect((await agent.post(collective, strike)).body).toEqual({
      children: 2,
      alreadyDeclared: 0,
      days: 2,
      freeDays: 2,
    });
    const trip = { ...strike, kind: 'SCHOOL_TRIP', from: WEEK[3], to: WEEK[3], childIds: [leo.childId] };
    expect((await agent.post(collective, trip)).body).toMatchObject({ children: 1, days: 1, freeDays: 0 });
    // A family that says « grève » by itself is not credited by that.
    expect((await declare(lea, { kind: 'STRIKE', to: WEEK[0] })).days[0].outcome).toBe('UNJUSTIFIED');
    await on('2026-12-05T09:00:00+01:00');
    const { runId, totalCents } = await bill(WEEK[2], WEEK[3]);
    expect(totalCents).toBe(2 * 305);
    expect(await drafts(runId)).toHaveLength(2);
  });
});
