import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { CarryOutRecomputation } from '../../../src/reservations/actions/recomputation/carry-out-recomputation.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const NBSP = '\u00a0';
const week = (weekday: string) => ({ type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday, at: '12:00' });
const THURSDAY = { add: week('TH'), cancel: week('TH') };
const TUESDAY = { add: week('TU'), cancel: week('TU') };

describe('recomputing the sessions that are planned already', () => {
  let service: RunningService;
  let canteen: Canteen;
  let mairie: Api;
  let [durand, leroy, blanc] = [] as unknown as CanteenFamily[];
  let path = '';

  beforeAll(async () => {
    service = await startService('session-recomputations', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
    mairie = await canteen.staff('administrateur');
    path = `/collectivites/${canteen.collectiviteId}/prestations/${canteen.prestation.id}`;
    const since = { from: '2026-11-23', replacePrevious: true };
    expect((await mairie.post(`${path}/booking-policies`, { ...since, ...THURSDAY })).status).toBe(201);
    await mairie.post(`${path}/session-plannings`, { from: '2026-11-23', to: '2026-12-04' });
    [durand, leroy, blanc] = [await canteen.family(2), await canteen.family(), await canteen.family()];
    await book(durand, await idOf('2026-11-30'), await idOf('2026-12-01'));
    await wish(leroy, await idOf('2026-11-30'));
    await book(blanc, await idOf('2026-11-23'));
    await service.settle();
  });
  afterAll(() => service.stop());

  const sessions = async () => (await mairie.get(`${path}/sessions?from=2026-11-23&to=2026-12-04`)).body.items;
  const sessionOn = async (date: string) =>
    (await sessions()).find((session: { date: string }) => session.date === date) as Record<string, unknown>;
  const idOf = async (date: string) => Number((await sessionOn(date)).id);
  const wish = (family: CanteenFamily, ...sessionIds: number[]) =>
    family.api.post(family.path('basket/lines'), {
      lines: sessionIds.flatMap((sessionId) => family.childIds.map((childId) => ({ sessionId, childId }))),
    });
  const book = async (family: CanteenFamily, ...sessionIds: number[]) => {
    await wish(family, ...sessionIds);
    const { body } = await family.api.post(family.path('basket/validations'));
    expect(body).toMatchObject({ accepted: sessionIds.length * family.childIds.length, refused: 0 });
  };
  const preview = async () => (await mairie.post(`${path}/session-recomputations/preview`)).body;
  const apply = (digest: string) => mairie.post(`${path}/session-recomputations`, { digest });

  it('has nothing to do while the rules are those of the planning', async () => {
    expect(await preview()).toMatchObject({ sessions: 0, families: 0, mails: 0, unruledDates: [], rulings: [] });
  });

  it('shows which sessions, whose reservations and baskets, which mails, before anything changes', async () => {
    const version = { from: '2026-11-30', replacePrevious: true, ...TUESDAY };
    const added = await mairie.post(`${path}/booking-policies`, version);
    expect(added.body).toMatchObject({ openSessionsToRecompute: 4 });
    const before = await sessions();
    const shown = await preview();
    expect(shown).toMatchObject({
      sessions: 4,
      closingAtOnce: 0,
      reservations: 4,
      basketLines: 1,
      families: 2,
      mails: 2,
      mailSubject: `Cantine${NBSP}: les délais changent`,
      rulings: [
        {
          bookingPolicyId: added.body.id,
          policyExceptionId: null,
          reason: null,
          sentences: [
            `Réservation possible jusqu’au mardi de la semaine précédente, avant 12${NBSP}h${NBSP}00.`,
            `Annulation possible jusqu’au mardi de la semaine précédente, avant 12${NBSP}h${NBSP}00.`,
          ],
        },
      ],
    });
    expect(shown.firstFamilies).toEqual([
      { familyId: durand!.id, name: 'DURAND', sessions: 2, reservations: 4, basketLines: 0, mails: 1 },
      { familyId: leroy!.id, name: 'DURAND', sessions: 1, reservations: 0, basketLines: 1, mails: 1 },
    ]);
    const [first] = shown.firstSessions;
    expect(first).toMatchObject({ sessionId: await idOf('2026-11-30'), date: '2026-11-30', closedAtOnce: [] });
    expect(first.moved[0]).toEqual({
      name: 'addClosesAt',
      what: 'Réserver avant',
      before: '2026-11-26T11:00:00Z',
      after: '2026-11-24T11:00:00Z',
      beforeText: `jeudi 26 novembre 2026 à 12${NBSP}h${NBSP}00`,
      afterText: `mardi 24 novembre 2026 à 12${NBSP}h${NBSP}00`,
    });
    expect(await sessions()).toEqual(before);
    expect((await preview()).digest).toBe(shown.digest);
  });

  it('is refused when something changed since it was shown, and changes nothing', async () => {
    const { digest } = await preview();
    await wish(leroy!, await idOf('2026-12-03'));
    const before = await sessions();
    expect(await apply(digest)).toMatchObject({ status: 409, body: { code: 'RECOMPUTATION_OUTDATED' } });
    expect(await apply('0'.repeat(43))).toMatchObject({ status: 409, body: { code: 'RECOMPUTATION_OUTDATED' } });
    expect(await sessions()).toEqual(before);
    expect((await apply('hier')).body).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ field: 'digest' }] });
  });

  it('changes the sessions, keeps reservations and prices, and writes once to each family concerned', async () => {
    await service.settle();
    const mailsOf = async (family: CanteenFamily) => (await service.mails.to(family.email)).length;
    const [hers, his, theirs] = [await mailsOf(durand!), await mailsOf(leroy!), await mailsOf(blanc!)];
    const reservations = async () =>
      service.database.read(() =>
        service.database.rows('SELECT id, state, unit_cents, price_explanation FROM reservations ORDER BY id'),
      );
    const promised = await reservations();
    const { digest } = await preview();
    const done = await apply(digest);
    expect(done).toMatchObject({ status: 201, body: { changed: 4, kept: 0, families: 2 } });
    expect(await sessionOn('2026-11-30')).toMatchObject({
      addClosesAt: '2026-11-24T11:00:00Z',
      cancelEndsAt: '2026-11-24T11:00:00Z',
      ordersAt: '2026-11-24T11:00:00Z',
    });
    expect(await sessionOn('2026-11-23')).toMatchObject({ addClosesAt: '2026-11-19T11:00:00Z' });
    expect(await reservations()).toEqual(promised);
    await service.settle();
    expect([await mailsOf(durand!), await mailsOf(leroy!), await mailsOf(blanc!)]).toEqual([hers + 1, his + 1, theirs]);
    const mail = (await service.mails.to(durand!.email)).at(-1)!;
    expect(mail.subject).toBe(`Cantine${NBSP}: les délais changent`);
    const text = mail.text!.replaceAll(NBSP, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Réservation possible jusqu’au mardi de la semaine précédente, avant 12 h 00.');
    expect(text).toContain('mardi 24 novembre 2026 à 12 h 00');
    expect(text).toContain('jeudi 26 novembre 2026 à 12 h 00');
    // Two children on one day are one day; the day of another family is not told.
    expect(text).toContain('2 jours');
    expect(text).not.toContain('jeudi 3 décembre 2026');
  });

  it('asked again finds what it did', async () => {
    const [last] = await service.database.read(() =>
      service.database.rows<{ digest: string }>('SELECT digest FROM session_recomputations ORDER BY id DESC'),
    );
    const mails = (await service.mails.all()).length;
    expect(await apply(last!.digest)).toMatchObject({ status: 201, body: { changed: 4, kept: 0, families: 2 } });
    await service.settle();
    expect((await service.mails.all()).length).toBe(mails);
    expect(await preview()).toMatchObject({ sessions: 0 });
  });

  it('tells what closes at once, follows exceptions, and leaves alone what is frozen, called off or past', async () => {
    service.clock.set(Temporal.Instant.from('2026-11-23T14:00:00+01:00'));
    mairie = await canteen.staff('administrateur');
    const exceptions = `/collectivites/${canteen.collectiviteId}/policy-exceptions`;
    const exception = { from: '2026-11-23', to: '2026-12-04', reason: 'Déménagement', add: week('MO') };
    expect((await mairie.post(exceptions, exception)).body.toRecompute).toMatchObject([{ sessions: 4 }]);
    await canteen.callOff(await idOf('2026-12-04'), 'Grève');
    const frozen = await idOf('2026-12-01');
    await service.database.unit(() =>
      service.database.change('UPDATE sessions SET frozen_at = 1 WHERE id = ?', [frozen]),
    );
    const shown = await preview();
    // Those of this week left for the kitchen on Thursday by the clock, although no task has frozen them yet.
    expect(shown.firstSessions).toMatchObject([
      { date: '2026-11-30', closedAtOnce: ['ADD'] },
      { date: '2026-12-03', closedAtOnce: ['ADD'] },
    ]);
    expect(shown).toMatchObject({ sessions: 2, closingAtOnce: 2 });
    expect(shown.rulings).toContainEqual(expect.objectContaining({ reason: 'Déménagement' }));
    const applied = await apply(shown.digest);
    expect(applied.body).toMatchObject({ changed: shown.sessions, kept: 0 });
    expect(await sessionOn('2026-12-03')).toMatchObject({ addClosesAt: '2026-11-23T11:00:00Z' });
    expect((await sessionOn('2026-12-01')).policyExceptionId).toBeNull();
    await leroy!.signIn();
    const refused = await leroy!.api.post(leroy!.path('basket/validations'));
    const line = { outcome: 'REFUSED', refusal: { code: 'SESSION_CLOSED' } };
    expect(refused.body.lines).toMatchObject([line, line]);
    expect(refused.body.lines[0].refusal.detail).toContain(`lundi 23 novembre 2026 à 12${NBSP}h${NBSP}00`);
  });

  it('is finished by the task where a process was killed between two slices', async () => {
    const removing = `/collectivites/${canteen.collectiviteId}/policy-exceptions`;
    const [{ id }] = (await mairie.get(removing)).body;
    await mairie.delete(`${removing}/${id}`);
    const { digest, sessions: expected } = await preview();
    expect(expected).toBeGreaterThan(0);
    const carryOut = service.app.get(CarryOutRecomputation, { strict: false });
    jest.spyOn(carryOut, 'run').mockRejectedValueOnce(new Error('killed'));
    expect((await apply(digest)).status).toBe(500);
    expect(await preview()).toMatchObject({ sessions: expected });
    service.clock.set(service.clock.now().add({ minutes: 6 }));
    await service.settle();
    expect(await preview()).toMatchObject({ sessions: 0 });
  });

  it('is for administrators of the collectivité alone', async () => {
    const agent = await canteen.staff('agent');
    expect((await agent.post(`${path}/session-recomputations/preview`)).status).toBe(403);
    const other = await openCanteen(service);
    const stranger = await other.staff('administrateur');
    const theirs = `/collectivites/${other.collectiviteId}/prestations/${canteen.prestation.id}/session-recomputations`;
    expect((await stranger.post(`${theirs}/preview`)).status).toBe(404);
    expect((await stranger.post(theirs, { digest: '0'.repeat(43) })).status).toBe(404);
  });
});
