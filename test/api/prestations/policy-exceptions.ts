import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import {
  type Commune,
  newCommune,
  newPrestation,
  SAME_MORNING,
  THURSDAY_BEFORE,
  TWO_WORKING_DAYS,
} from '../../support/prestations.js';

const NBSP = '\u00a0';
const CHRISTMAS = { from: '2026-12-14', to: '2026-12-18', reason: 'Repas de Noël' };

describe('exceptions to booking policies', () => {
  let service: RunningService;
  let commune: Commune;
  let stranger: Commune;
  let [canteen, garderie] = [] as unknown as { id: number; path: string }[];
  beforeAll(async () => {
    service = await startService('policy-exceptions', '2026-09-01T08:00:00+02:00');
    commune = await newCommune(service);
    stranger = await newCommune(service);
    canteen = await newPrestation(commune);
    garderie = await newPrestation(commune, { name: 'Garderie', kind: 'EVENING_CARE', ordersMeals: false });
    for (const { path } of [canteen, garderie])
      await commune.administrateur.post(`${path}/booking-policies`, {
        from: '2026-09-01',
        add: TWO_WORKING_DAYS,
        cancel: TWO_WORKING_DAYS,
      });
  });
  afterAll(() => service.stop());

  const exceptions = () => `${commune.path}/policy-exceptions`;
  const add = (body: object) => commune.administrateur.post(exceptions(), body);
  const remove = (id: number) => commune.administrateur.delete(`${exceptions()}/${id}`);
  const sessionOn = async (prestation: { path: string }, date: string) =>
    (await commune.agent.get(`${prestation.path}/sessions?from=${date}&to=${date}`)).body.items[0];

  it('rules the days that are planned after it, the narrowest scope first, and says only what changes', async () => {
    const all = await add({ ...CHRISTMAS, add: THURSDAY_BEFORE });
    expect(all).toMatchObject({
      status: 201,
      body: {
        ...CHRISTMAS,
        prestationId: null,
        siteId: null,
        add: THURSDAY_BEFORE,
        sentences: ['Réservation possible jusqu’au jeudi de la semaine précédente inclus.'],
        toRecompute: [],
      },
    });
    expect(all.body.cancel).toBeUndefined();
    const own = await add({
      from: '2026-12-17',
      to: '2026-12-17',
      reason: 'Sortie',
      prestationId: canteen!.id,
      cancel: {
        deadline: SAME_MORNING,
        afterDeadline: [{ type: 'BILL_FULL', until: { ...SAME_MORNING, at: '10:00' } }],
      },
    });
    expect(own.status).toBe(201);
    for (const { path } of [canteen!, garderie!])
      await commune.agent.post(`${path}/session-plannings`, { from: '2026-12-14', to: '2026-12-18' });
    expect(await sessionOn(canteen!, '2026-12-15')).toMatchObject({
      policyExceptionId: all.body.id,
      addClosesAt: '2026-12-10T23:00:00Z',
      cancelClosesAt: '2026-12-11T09:00:00Z',
      ordersAt: '2026-12-11T09:00:00Z',
    });
    // On the 17th the exception of the canteen alone holds: one books as usual again.
    expect(await sessionOn(canteen!, '2026-12-17')).toMatchObject({
      policyExceptionId: own.body.id,
      addClosesAt: '2026-12-15T09:00:00Z',
      cancelClosesAt: '2026-12-17T08:00:00Z',
      cancelEndsAt: '2026-12-17T09:00:00Z',
      ordersAt: '2026-12-17T09:00:00Z',
    });
    expect((await sessionOn(garderie!, '2026-12-17')).policyExceptionId).toBe(all.body.id);
    const listed = (await commune.animateur.get(exceptions())).body;
    expect(listed.map(({ id }: { id: number }) => id)).toEqual([all.body.id, own.body.id]);
    expect((await commune.parent.get(exceptions())).status).toBe(403);
    expect((await commune.agent.post(exceptions(), { ...CHRISTMAS, add: SAME_MORNING })).status).toBe(403);
  });

  it('is read by families in the règlement table while it is to come', async () => {
    const table = async (date: string) => {
      const { body } = await commune.parent.get(`${commune.path}/reglement?date=${date}`);
      return body.prestations.find(({ name }: { name: string }) => name === 'Cantine').exceptions;
    };
    expect(await table('2026-12-01')).toEqual([
      { ...CHRISTMAS, sentences: ['Réservation possible jusqu’au jeudi de la semaine précédente inclus.'] },
      {
        from: '2026-12-17',
        to: '2026-12-17',
        reason: 'Sortie',
        sentences: [
          `Annulation possible jusqu’au jour même, avant 9${NBSP}h${NBSP}00.`,
          `Après ce délai, l’annulation reste possible jusqu’au jour même, avant 10${NBSP}h${NBSP}00, mais le jour est facturé en entier.`,
        ],
      },
    ]);
    expect(await table('2026-12-19')).toEqual([]);
  });

  it('may treat absences otherwise, in the words of the règlement', async () => {
    const absence = { minConsecutiveDays: 2 };
    const days = { from: '2027-06-14', to: '2027-06-18', reason: 'Sorties de fin d’année' };
    const added = await add({ ...days, prestationId: canteen!.id, absence });
    expect(added).toMatchObject({
      status: 201,
      body: { absence, sentences: [`Une absence n’est déduite qu’à partir de 2${NBSP}jours de service consécutifs.`] },
    });
    const wrong = await add({ ...days, prestationId: garderie!.id, absence: { minConsecutiveDays: 0 } });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'absence.minConsecutiveDays' }] } });
    expect((await remove(added.body.id)).status).toBe(200);
  });

  it('may hold in a school period by its name', async () => {
    const schoolPeriod = { name: 'Vacances de la Toussaint', schoolYear: '2026-2027' };
    const body = { schoolPeriod, siteId: commune.siteId, reason: 'Effectifs réduits', add: THURSDAY_BEFORE };
    const added = await add(body);
    expect(added).toMatchObject({
      status: 201,
      body: { from: '2026-10-17', to: '2026-11-01', siteId: commune.siteId },
    });
    const refused = await add({ ...body, schoolPeriod: { ...schoolPeriod, name: 'Vacances de Pâques' } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'POLICY_EXCEPTION_NOT_VALID' } });
    expect(refused.body.errors).toEqual([
      { field: 'schoolPeriod.name', message: expect.stringContaining('Vacances de printemps') },
    ]);
  });

  it('does not overlap another of the same scope', async () => {
    const body = {
      from: '2027-01-11',
      to: '2027-01-15',
      siteId: commune.siteId,
      reason: 'Classe de neige',
      add: SAME_MORNING,
    };
    const first = await add(body);
    const second = await add({ ...body, from: '2027-01-15', to: '2027-01-22' });
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'POLICY_EXCEPTION_OVERLAP',
        overlaps: { exceptionId: first.body.id, from: '2027-01-11', to: '2027-01-15' },
      },
    });
    expect((await add({ ...body, siteId: null })).status).toBe(201);
    expect((await remove(first.body.id)).status).toBe(200);
    expect((await add({ ...body, from: '2027-01-15', to: '2027-01-22' })).status).toBe(201);
  });

  it.each<[what: string, body: object, fields: string[]]>([
    ['nothing', {}, ['from', 'add']],
    ['one date', { from: '2027-02-01', add: SAME_MORNING }, ['to']],
    ['reversed dates', { from: '2027-02-02', to: '2027-02-01', add: SAME_MORNING }, ['to']],
    [
      'dates and a period',
      { from: '2027-02-02', schoolPeriod: { name: 'Vacances d’hiver', schoolYear: '2026-2027' }, add: SAME_MORNING },
      ['schoolPeriod'],
    ],
    [
      'an unknown year and two faulty rules',
      {
        schoolPeriod: { name: 'Vacances d’hiver', schoolYear: '2052-2053' },
        add: { deadline: { ...SAME_MORNING, at: '' } },
        order: 'midi',
      },
      ['schoolPeriod.schoolYear', 'add.deadline.at', 'order'],
    ],
    [
      'a weekday of service without a limit',
      { from: '2027-02-01', to: '2027-02-05', add: { type: 'BATCH', perWeekday: { MO: SAME_MORNING } } },
      ['add.perWeekday.TU', 'add.perWeekday.TH', 'add.perWeekday.FR', 'from'],
    ],
    [
      'an order before the limits that the policy keeps',
      { from: '2027-02-01', to: '2027-02-05', order: { type: 'DAYS_BEFORE', n: 5, unit: 'OUVRE', at: '10:00' } },
      ['order'],
    ],
  ])('%s is refused, all faults together', async (_, body, fields) => {
    const answer = await add({ reason: 'Essai', ...body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'POLICY_EXCEPTION_NOT_VALID' } });
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it('tells how many open sessions it leaves to recompute, coming and going; they keep what families were told', async () => {
    await commune.agent.post(`${canteen!.path}/session-plannings`, { from: '2027-03-01', to: '2027-03-05' });
    const before = await sessionOn(canteen!, '2027-03-02');
    const rule = { from: '2027-03-01', to: '2027-03-02', reason: 'Inventaire', add: SAME_MORNING };
    const preview = `/api/v1${commune.path}/prestations/${canteen!.id}/session-recomputations/preview`;
    const toRecompute = [{ prestationId: canteen!.id, prestationName: 'Cantine', sessions: 2, preview }];
    const added = await add(rule);
    expect(added.body).toMatchObject({
      toRecompute,
      warnings: expect.arrayContaining([
        expect.stringContaining(`2${NBSP}séances encore ouvertes gardent leurs délais`),
      ]),
    });
    expect(await sessionOn(canteen!, '2027-03-02')).toEqual(before);
    // Nothing was planned with it: once it is taken back, nothing is left to recompute.
    expect(await remove(added.body.id)).toMatchObject({ status: 200, body: { toRecompute: [] } });
    // The week of Christmas was: its sessions stay as they were planned.
    const [christmas] = (await commune.agent.get(exceptions())).body.filter(
      ({ reason }: { reason: string }) => reason === CHRISTMAS.reason,
    );
    const removed = await remove(christmas.id);
    expect(removed.body.toRecompute).toMatchObject([
      { prestationName: 'Cantine', sessions: 3 },
      { prestationName: 'Garderie', sessions: 4 },
    ]);
    expect(await sessionOn(canteen!, '2026-12-15')).toMatchObject({ policyExceptionId: christmas.id });
    expect((await remove(christmas.id)).status).toBe(404);
  });

  it('is nobody else’s: neither read, nor made, nor removed by a stranger', async () => {
    const { administrateur, path, siteId } = stranger;
    const [mine] = (await commune.agent.get(exceptions())).body;
    expect((await administrateur.get(`${path}/policy-exceptions`)).body).toEqual([]);
    expect((await administrateur.get(exceptions())).status).toBe(404);
    expect((await administrateur.delete(`${path}/policy-exceptions/${mine.id}`)).status).toBe(404);
    const body = { from: '2027-02-01', to: '2027-02-05', reason: 'Essai', add: SAME_MORNING };
    for (const scope of [{ prestationId: canteen!.id }, { siteId: commune.siteId }])
      expect((await administrateur.post(`${path}/policy-exceptions`, { ...body, ...scope })).status).toBe(404);
    expect(await administrateur.post(`${path}/policy-exceptions`, { ...body, siteId, prestationId: 1 })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'siteId' }] },
    });
  });
});
