import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from '../../../src/kernel/civil-time.js';
import type { Api } from '../../support/api.js';
import { judgeAbsencesBy, SAINT_EXUPERY } from '../../support/absence-policy.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const certificate = (content = PDF, name = 'certificat.pdf') => [
  { field: 'files', name, type: 'application/pdf', content },
];
const WEEK = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'];

describe('absences', () => {
  let service: RunningService;
  let school: School;
  let animateur: Api;
  let lea: Household;
  let tom: Household;
  let parent: Api;
  let sessions: number[];

  beforeAll(async () => {
    service = await startService('absences', '2026-11-30T08:00:00+01:00');
    school = await openSchool(service);
    const account = await service.fixtures.account([{ collectiviteId: school.collectiviteId, role: 'animateur' }]);
    animateur = await service.api.signedIn(account.email, account.password);
    sessions = await Promise.all(WEEK.map((date) => holdSession(service, school, date)));
  });
  beforeEach(async () => {
    service.clock.set(Temporal.Instant.from('2026-11-30T08:00:00+01:00'));
    lea = await addHousehold(service, school, 'ARNAUD');
    tom = await addHousehold(service, school, 'BERNARD');
    for (const id of sessions) for (const child of [lea, tom]) await reserve(service, school, id, child);
    parent = await signedIn(lea);
  });
  afterAll(() => service.stop());

  const signedIn = async ({ email }: Household) => {
    await service.database.unit(() => service.database.change('DELETE FROM throttles'));
    return service.api.signedIn(email, PASSWORD);
  };
  const mine = (rest = '') => `/families/${lea.familyId}/absences${rest}`;
  const theirs = (rest = '') => `/collectivites/${school.collectiviteId}/absences${rest}`;
  const week = () => ({ childIds: [lea.childId], from: WEEK[0], to: WEEK[3], kind: 'ILLNESS' });
  const declare = async () => (await parent.post(mine(), week())).body[0].id as number;
  const audited = (subject: string) =>
    service.database.read(async () => {
      const rows = await service.database.rows<{ action: string }>(
        'SELECT action FROM audit_entries WHERE subject = ? ORDER BY id',
        [subject],
      );
      return rows.map(({ action }) => action);
    });

  it('are declared for the days that the foyer booked, and acknowledged by mail without saying why', async () => {
    const { status, body } = await parent.post(mine(), { ...week(), note: 'Reprise lundi' });
    expect(status).toBe(201);
    expect(body).toMatchObject([
      { childId: lea.childId, state: 'WAITING', kind: 'ILLNESS', note: 'Reprise lundi', prestation: null, proofs: [] },
    ]);
    expect(body[0].days.map(({ date, billed }: { date: string; billed: boolean }) => [date, billed])).toEqual(
      WEEK.map((date) => [date, false]),
    );
    await service.settle();
    const [mail] = await service.mails.to(lea.email);
    expect(mail!.text).toContain('lundi 30 novembre 2026');
    expect(mail!.text).not.toMatch(/maladie|Reprise/);
    expect((await parent.get(mine('?from=2026-12-01&to=2026-12-31'))).body).toEqual({ items: body, next: null });
    expect((await parent.get(mine(`/${body[0].id}`))).body).toEqual(body[0]);
  });

  it('are declared for several children in one call, or for none', async () => {
    const brother = await service.fixtures.child(school.collectiviteId, lea.familyId, { first_name: 'Élio' });
    const both = { ...week(), childIds: [lea.childId, brother] };
    const refused = await parent.post(mine(), both);
    expect(refused).toMatchObject({ status: 422, body: { code: 'NOTHING_RESERVED' } });
    expect(refused.body.detail).toContain('Élio');
    expect((await parent.get(mine('?from=2026-11-01&to=2026-12-31'))).body.items).toEqual([]);
    await reserve(service, school, sessions[1]!, { ...lea, childId: brother });
    const { body } = await parent.post(mine(), both);
    expect(body.map(({ childId, days }: { childId: number; days: object[] }) => [childId, days.length])).toEqual([
      [lea.childId, 4],
      [brother, 1],
    ]);
  });

  it('are refused to a child who came, by the roll, and not as if nothing were reserved', async () => {
    const entries = [{ childId: lea.childId, state: 'PRESENT' }];
    expect(
      (await animateur.put(`/collectivites/${school.collectiviteId}/sessions/${sessions[0]}/roll`, { entries })).status,
    ).toBe(200);
    const { body } = await parent.get(mine(`/forecasts?childId=${lea.childId}&from=${WEEK[0]}&to=${WEEK[0]}`));
    expect(body.refusal).toEqual({
      code: 'NOTHING_RESERVED',
      detail: expect.stringMatching(
        /^Le pointage compte présent chaque jour réservé à ces dates pour Enfant.*écrivez à la mairie/,
      ),
    });
  });

  it('say until when the child’s own public lets a day be given up instead', async () => {
    const apart = await openSchool(service);
    const cancel = { deadline: { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '09:00' } } as const;
    const publics = [{ applies: { ageMin: 0 }, cancel }];
    await judgeAbsencesBy(service, apart.canteen.id, { carenceDays: { n: 1 } }, publics);
    const ordersAt = Date.parse('2026-12-02T09:00:00Z');
    const day = await holdSession(service, apart, '2026-12-03', { orders_at: ordersAt });
    const child = await addHousehold(service, apart, 'CARON');
    await reserve(service, apart, day, child);
    const dates = { from: '2026-12-03', to: '2026-12-03' };
    const declared = await (
      await signedIn(child)
    ).post(`/families/${child.familyId}/absences`, { ...dates, childIds: [child.childId], kind: 'ILLNESS' });
    expect(declared.body[0].days[0].sentence.replaceAll('\u00a0', ' ')).toBe(
      'Jour de carence (1 sur 1) : il est facturé. Vous pouvez encore annuler ce jour avant le mercredi 2 décembre 2026 à 9 h 00.',
    );
  });

  it('are told of before they are declared: whether they may be, until when, and what each reason would cost', async () => {
    const apart = await openSchool(service);
    const declareBefore = { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '09:00' } as const;
    await judgeAbsencesBy(service, apart.canteen.id, { ...SAINT_EXUPERY, declareBefore });
    const child = await addHousehold(service, apart, 'DUMONT');
    const sessionId = await holdSession(service, apart, '2026-11-30');
    await reserve(service, apart, sessionId, child);
    let api = await signedIn(child);
    const path = `/families/${child.familyId}/absences`;
    const foresee = () => api.get(`${path}/forecasts?childId=${child.childId}&from=2026-11-30&to=2026-12-01`);
    const dayFor = async (kind: string) =>
      (await foresee()).body.kinds.find((one: { kind: string }) => one.kind === kind).days[0];
    expect((await foresee()).body.refusal).toBeNull();
    const foreseen = await dayFor('ILLNESS');
    expect(foreseen).toMatchObject({ sessionId, tellBefore: '2026-11-30T08:00:00Z', unjustifiedCents: 400 });
    expect(foreseen.sentence).toMatch(/^Rien à payer si le justificatif nous parvient avant le jeudi 3 décembre/);
    expect((await dayFor('OTHER')).sentence).toMatch(/ne retient pas ce motif/);

    const dates = { from: '2026-11-30', to: '2026-12-01', childIds: [child.childId], kind: 'ILLNESS' };
    const declared = (await api.post(path, dates)).body[0];
    expect(declared.days[0].sentence).toBe(foreseen.sentence);
    expect((await foresee()).body).toMatchObject({ refusal: { code: 'ABSENCE_ALREADY_DECLARED' }, kinds: [] });
    await api.post(`${path}/${declared.id}/withdrawals`);
    service.clock.set(Temporal.Instant.from('2026-11-30T09:00:00+01:00'));
    api = await signedIn(child);
    expect((await dayFor('ILLNESS')).sentence).toMatch(/à signaler avant le lundi 30 novembre 2026 à 9\sh\s00/);
    await service.database.unit(() =>
      service.database.change('UPDATE sessions SET billed_at = 1 WHERE id = ?', [sessionId]),
    );
    expect((await foresee()).body.refusal.code).toBe('ABSENCE_ALREADY_BILLED');
    const stranger = await (
      await signedIn(lea)
    ).get(mine(`/forecasts?childId=${child.childId}&from=2026-11-30&to=2026-11-30`));
    expect(stranger.status).toBe(404);
  });

  it('are declared once', async () => {
    const twice = await parent.post(mine(), { ...week(), childIds: [lea.childId, lea.childId] });
    expect(twice.body).toMatchObject([{ childId: lea.childId }]);
    expect(twice.body).toHaveLength(1);
    const again = await parent.post(mine(), { ...week(), from: WEEK[3], to: '2026-12-11' });
    expect(again).toMatchObject({ status: 409, body: { code: 'ABSENCE_ALREADY_DECLARED' } });
    for (const wrong of [
      { ...week(), to: '2026-11-29' },
      { ...week(), to: '2027-06-30' },
      { ...week(), kind: 'FLU' },
      { ...week(), childIds: [] },
    ])
      expect((await parent.post(mine(), wrong)).status).toBe(400);
  });

  it('are taken back, and declared otherwise', async () => {
    const id = await declare();
    expect(await parent.post(mine(`/${id}/withdrawals`))).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
    expect((await parent.post(mine(`/${id}/withdrawals`))).status).toBe(200);
    expect(await parent.upload(mine(`/${id}/proofs`), {}, certificate())).toMatchObject({
      status: 409,
      body: { code: 'ABSENCE_WITHDRAWN' },
    });
    expect(await audited(`absence:${id}`)).toEqual(['absence.withdrawn']);
    expect((await parent.post(mine(), week())).status).toBe(201);
  });

  it('neither begin nor end once a day is billed', async () => {
    const id = await declare();
    await service.database.unit(async () => {
      await service.database.change('UPDATE attendance_rolls SET closed_at = 1 WHERE session_id = ?', [sessions[0]!]);
      await service.database.change('UPDATE sessions SET billed_at = 1 WHERE id = ?', [sessions[0]!]);
    });
    const seen = (await parent.get(mine(`/${id}`))).body.days;
    expect(seen.map(({ billed }: { billed: boolean }) => billed)).toEqual([true, false, false, false]);
    const refusal = { status: 409, body: { code: 'ABSENCE_ALREADY_BILLED' } };
    expect(await parent.post(mine(`/${id}/withdrawals`))).toMatchObject(refusal);
    const other = await signedIn(tom);
    const declared = await other.post(`/families/${tom.familyId}/absences`, { ...week(), childIds: [tom.childId] });
    expect(declared).toMatchObject(refusal);
    expect((await parent.upload(mine(`/${id}/proofs`), {}, certificate())).status).toBe(201);
    await service.database.unit(async () => {
      await service.database.change('UPDATE attendance_rolls SET closed_at = NULL');
      await service.database.change('UPDATE sessions SET billed_at = NULL');
    });
  });

  it('are proved by a file that only its senders and the mairie read, each look traced', async () => {
    const id = await declare();
    const sent = await parent.upload(mine(`/${id}/proofs`), {}, certificate());
    expect(sent).toMatchObject({
      status: 201,
      body: {
        state: 'PROVED',
        proofs: [{ receivedAt: '2026-11-30T07:00:00Z', paper: false, fileName: 'certificat.pdf', refusedReason: null }],
      },
    });
    const content = `/${id}/proofs/${sent.body.proofs[0].id}/content`;
    expect((await parent.get(mine(content))).bytes).toEqual(PDF);
    expect((await school.agent.get(theirs(content))).bytes).toEqual(PDF);
    expect((await animateur.get(theirs(content))).status).toBe(403);
    expect((await animateur.get(theirs())).status).toBe(403);
    expect((await school.regisseur.get(theirs(content))).status).toBe(403);
    const stranger = await signedIn(tom);
    expect((await stranger.get(mine(content))).status).toBe(404);
    expect((await stranger.get(`/families/${tom.familyId}/absences${content}`)).status).toBe(404);
    const other = await openSchool(service);
    expect((await other.agent.get(`/collectivites/${other.collectiviteId}/absences${content}`)).status).toBe(404);
    expect((await other.agent.get(`/collectivites/${other.collectiviteId}/absences/${id}`)).status).toBe(404);
    expect(await audited(`absence:${id}`)).toEqual(['absence.proof-seen', 'absence.proof-seen']);
    const refused = await parent.upload(mine(`/${id}/proofs`), {}, certificate(Buffer.from('MZ'), 'virus.pdf'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'ATTACHMENT_TYPE_REFUSED' } });
    expect((await parent.post(mine(`/${id}/proofs`))).status).toBe(400);
  });

  it('wait, are proved or refused: what an agent works through', async () => {
    const id = await declare();
    const list = async (state: string) =>
      (await school.agent.get(theirs(`?state=${state}&limit=200`))).body.items.map((one: { id: number }) => one.id);
    expect(await list('WAITING')).toContain(id);
    const tomorrow = await school.agent.post(theirs(`/${id}/proofs`), { receivedOn: '2026-12-01' });
    expect(tomorrow).toMatchObject({ status: 422, body: { code: 'PROOF_DATE_REFUSED' } });
    service.clock.set(Temporal.Instant.from('2026-11-30T08:05:00+01:00'));
    const paper = await school.agent.post(theirs(`/${id}/proofs`), { receivedOn: '2026-11-30' });
    expect(paper).toMatchObject({
      status: 201,
      body: {
        familyId: lea.familyId,
        state: 'PROVED',
        proofs: [{ receivedAt: '2026-11-29T23:00:00Z', paper: true, fileName: null }],
      },
    });
    expect(await list('PROVED')).toContain(id);
    const refusal = theirs(`/${id}/proofs/${paper.body.proofs[0].id}/refusals`);
    const reason = 'Ce document ne porte pas de date.';
    expect(await school.agent.post(refusal, { reason })).toMatchObject({
      status: 200,
      body: { state: 'REFUSED', proofs: [{ refusedReason: reason }] },
    });
    expect((await school.agent.post(refusal, { reason })).body.code).toBe('PROOF_ALREADY_REFUSED');
    expect(await list('REFUSED')).toContain(id);
    expect(await list('WAITING')).not.toContain(id);
    await service.settle();
    expect((await service.mails.to(lea.email)).at(-1)!.text).toContain(reason);
    expect(await parent.upload(mine(`/${id}/proofs`), {}, certificate())).toMatchObject({ body: { state: 'PROVED' } });
    expect(await audited(`absence:${id}`)).toEqual(['absence.proof-recorded', 'absence.proof-refused']);
    expect((await school.agent.get(theirs('?from=2026-12-05&limit=200'))).body.items).toEqual([]);
  });

  it('of one foyer are nothing to the other that shares the child', async () => {
    await service.fixtures.row('custodies', {
      collectivite_id: school.collectiviteId,
      child_id: lea.childId,
      family_id: tom.familyId,
      weeks: 'EVEN',
      from_date: '2026-12-05',
      to_date: null,
    });
    const monday = await holdSession(service, school, '2026-12-07');
    await reserve(service, school, monday, { ...tom, childId: lea.childId });
    const father = await signedIn(tom);
    const { body } = await parent.post(mine(), { ...week(), to: '2026-12-11' });
    expect(body[0].days).toHaveLength(4);
    expect((await father.get(`/families/${tom.familyId}/absences?from=2026-11-01&to=2026-12-31`)).body.items).toEqual(
      [],
    );
    expect((await father.get(`/families/${tom.familyId}/absences/${body[0].id}`)).status).toBe(404);
    const withdrawn = await father.post(`/families/${tom.familyId}/absences/${body[0].id}/withdrawals`);
    expect(withdrawn.status).toBe(404);
    const his = await father.post(`/families/${tom.familyId}/absences`, { ...week(), to: '2026-12-11' });
    expect(his.body[0].days).toMatchObject([{ date: '2026-12-07' }]);
  });

  it('are read to the first, the last declared first, without those of another foyer', async () => {
    const on = async (day: string | undefined) =>
      (await parent.post(mine(), { ...week(), from: day, to: day })).body[0].id as number;
    const ids = [await on(WEEK[3]), await on(WEEK[0]), await on(WEEK[1])];
    const father = await signedIn(tom);
    await father.post(`/families/${tom.familyId}/absences`, { ...week(), childIds: [tom.childId] });
    const latest = (await parent.get(mine('?limit=2'))).body;
    expect(latest.items.map(({ id }: { id: number }) => id)).toEqual([ids[2], ids[1]]);
    const first = (await parent.get(mine(`?limit=2&after=${latest.next}`))).body;
    expect(first).toMatchObject({ items: [{ id: ids[0] }], next: null });
  });

  it('are refused for a child of another foyer, and traced when the mairie declares for a family', async () => {
    expect((await parent.post(mine(), { ...week(), childIds: [tom.childId] })).status).toBe(404);
    const byPhone = await school.agent.post(mine(), week());
    expect(byPhone.status).toBe(201);
    expect(await audited(`family:${lea.familyId}`)).toEqual(['absence.declared']);
    expect((await animateur.post(mine(), week())).status).toBe(404);
  });

  it('are declared by the mairie for all who are meant, and told to each foyer for its own days', async () => {
    const trip = {
      kind: 'SCHOOL_TRIP',
      prestationId: school.canteen.id,
      from: WEEK[2],
      to: WEEK[2],
      childIds: [lea.childId],
    };
    const path = `/collectivites/${school.collectiviteId}/collective-absences`;
    expect(await school.agent.post(path, trip)).toMatchObject({
      status: 201,
      body: { children: 1, alreadyDeclared: 0 },
    });
    expect((await school.agent.post(path, trip)).body).toEqual({
      children: 0,
      alreadyDeclared: 1,
      days: 0,
      freeDays: 0,
    });
    expect((await school.agent.post(path, { ...trip, className: 'cm2' })).body.code).toBe('NOTHING_RESERVED');
    expect((await school.agent.post(path, { ...trip, kind: 'ILLNESS' })).status).toBe(400);
    expect((await animateur.post(path, trip)).status).toBe(403);
    const [seen] = (await parent.get(mine('?from=2026-12-03&to=2026-12-03'))).body.items;
    expect(seen).toMatchObject({ state: 'COLLECTIVE', kind: 'SCHOOL_TRIP', days: [{ date: WEEK[2] }] });
    const other = await signedIn(tom);
    expect((await other.get(`/families/${tom.familyId}/absences?from=2026-12-03&to=2026-12-03`)).body.items).toEqual(
      [],
    );
    expect((await other.get(`/families/${tom.familyId}/absences/${seen.id}`)).status).toBe(404);
    expect((await parent.post(mine(`/${seen.id}/withdrawals`))).status).toBe(404);
    expect((await parent.upload(mine(`/${seen.id}/proofs`), {}, certificate())).status).toBe(404);
    const kept = await school.agent.post(theirs(`/${seen.id}/proofs`), { receivedOn: '2026-11-30' });
    expect(kept).toMatchObject({ status: 409, body: { code: 'PROOF_NOT_EXPECTED' } });
    const withdrawn = await school.agent.post(theirs(`/${seen.id}/withdrawals`));
    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
    expect(await audited(`prestation:${school.canteen.id}`)).toContain('absence.declared-collectively');
  });

  it('reach a whole class, or a whole school', async () => {
    const path = `/collectivites/${school.collectiviteId}/collective-absences`;
    const strike = { kind: 'STRIKE', prestationId: school.canteen.id, from: WEEK[0], to: WEEK[0] };
    const other = await openSchool(service);
    const theirSite = { ...strike, siteId: other.siteId };
    expect((await school.agent.post(path, theirSite)).body.code).toBe('NOTHING_RESERVED');
    const { body } = await school.agent.post(path, {
      ...strike,
      className: 'ce2',
      childIds: [lea.childId, tom.childId],
    });
    expect(body).toMatchObject({ children: 2, alreadyDeclared: 0, days: 2, freeDays: 0 });
    const elsewhere = `/collectivites/${other.collectiviteId}/collective-absences`;
    expect((await other.agent.post(elsewhere, strike)).status).toBe(404);
  });

  it('lose the file of their proof two months after their days are billed, and keep what it decided', async () => {
    const id = await declare();
    const own = Buffer.concat([PDF, Buffer.from('% Léa\n')]);
    const { body } = await parent.upload(mine(`/${id}/proofs`), {}, certificate(own));
    const content = mine(`/${id}/proofs/${body.proofs[0].id}/content`);
    const digest = createHash('sha256').update(own).digest('hex');
    const bytes = join(service.configuration.filesDirectory, digest.slice(0, 2), digest);
    const billedAt = Temporal.Instant.from('2027-01-05T08:00:00+01:00').epochMilliseconds;
    await service.database.unit(() => service.database.change('UPDATE sessions SET billed_at = ?', [billedAt]));
    const later = async (moment: string) => {
      service.clock.set(Temporal.Instant.from(moment));
      await service.settle();
      parent = await signedIn(lea);
      return (await parent.get(mine(`/${id}`))).body;
    };
    const kept = await later('2027-03-05T07:00:00+01:00');
    expect(kept.proofs).toMatchObject([{ paper: false, fileName: 'certificat.pdf', fileErasedAt: null }]);
    expect((await parent.get(content)).bytes).toEqual(own);
    const erased = await later('2027-03-06T08:00:00+01:00');
    expect(erased).toMatchObject({
      state: 'PROVED',
      proofs: [
        { receivedAt: '2026-11-30T07:00:00Z', paper: false, fileName: null, fileErasedAt: '2027-03-06T07:00:00Z' },
      ],
    });
    expect((await parent.get(content)).status).toBe(404);
    expect(await audited(`absence:${id}`)).toEqual(['absence.proof-seen', 'absence.proof-erased']);
    // The same certificate was sent within the hour of this machine: its bytes stay, until they are tried again.
    expect((await stat(bytes)).size).toBe(own.length);
    await utimes(bytes, 0, 0);
    await later('2027-03-06T09:00:00+01:00');
    await expect(stat(bytes)).rejects.toThrow('ENOENT');
  });

  it('lose the bytes of their proof even when they were set aside by a process that died', async () => {
    const id = await declare();
    const own = Buffer.concat([PDF, Buffer.from('% Léa encore\n')]);
    await parent.upload(mine(`/${id}/proofs`), {}, certificate(own));
    const digest = createHash('sha256').update(own).digest('hex');
    const bytes = join(service.configuration.filesDirectory, digest.slice(0, 2), digest);
    await utimes(bytes, 0, 0);
    await rename(bytes, `${bytes}.forgotten`);
    service.clock.set(Temporal.Instant.from('2027-12-06T08:00:00+01:00'));
    await service.settle();
    await expect(stat(`${bytes}.forgotten`)).rejects.toThrow('ENOENT');
    await expect(stat(bytes)).rejects.toThrow('ENOENT');
  });
});
