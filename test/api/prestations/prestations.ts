import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type RunningService, startService } from '../../support/application.js';
import {
  CANTEEN,
  type Commune,
  newCommune,
  newPrestation,
  SAME_MORNING,
  THURSDAY_BEFORE,
  TWO_WORKING_DAYS,
} from '../../support/prestations.js';

const NBSP = '\u00a0';

describe('prestations, their règlement and their prices', () => {
  let service: RunningService;
  let commune: Commune;
  let stranger: Commune;
  beforeAll(async () => {
    service = await startService('prestations', '2026-09-01T22:30:00+02:00');
    commune = await newCommune(service);
    stranger = await newCommune(service, { time_zone: 'Indian/Reunion', holidays_of: 'reunion' });
  });
  afterAll(() => service.stop());

  describe('a prestation', () => {
    it('is created, read, changed and archived by an administrator; staff may read it', async () => {
      const { administrateur, agent, animateur, path, siteId } = commune;
      const created = await administrateur.post(`${path}/prestations`, { ...CANTEEN, siteId, name: 'Restaurant' });
      expect(created).toMatchObject({
        status: 201,
        body: {
          ...CANTEEN,
          name: 'Restaurant',
          siteId,
          paymentMode: 'C',
          cesuAccepted: false,
          openToAllSites: false,
          archived: false,
          enrolledFromWishes: 0,
        },
      });
      const one = `${path}/prestations/${created.body.id}`;
      expect((await agent.get(one)).body.name).toBe('Restaurant');
      expect((await animateur.get(`${path}/prestations?siteId=${siteId}`)).body).toHaveLength(1);
      const changed = await administrateur.patch(one, { places: 90, kitchenEmail: null, archived: true });
      expect(changed).toMatchObject({ status: 200, body: { places: 90, kitchenEmail: null, name: 'Restaurant' } });
      expect((await agent.get(`${path}/prestations`)).body).toEqual([]);
      expect((await agent.get(`${path}/prestations?archived=true`)).body).toHaveLength(1);
    });

    it('is neither created by an agent nor seen by a parent', async () => {
      const { agent, parent, path, siteId } = commune;
      expect(await agent.post(`${path}/prestations`, { ...CANTEEN, siteId })).toMatchObject({
        status: 403,
        body: { code: 'FORBIDDEN' },
      });
      expect((await parent.get(`${path}/prestations`)).status).toBe(403);
    });

    it('does not exist for a stranger, not even through an address of its own', async () => {
      const { id } = await newPrestation(commune, { name: 'Secrète' });
      for (const method of ['get', 'patch'] as const) {
        expect((await stranger.administrateur[method](`${commune.path}/prestations/${id}`)).status).toBe(404);
        expect((await stranger.administrateur[method](`${stranger.path}/prestations/${id}`)).status).toBe(404);
      }
      expect(
        await stranger.administrateur.post(`${stranger.path}/prestations`, { ...CANTEEN, siteId: commune.siteId }),
      ).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      for (const part of ['booking-policies', 'tariffs', 'enrolments', 'sessions?from=2026-09-01&to=2026-09-30'])
        expect((await stranger.administrateur.get(`${stranger.path}/prestations/${id}/${part}`)).status).toBe(404);
    });

    it('has a name of its own on its site', async () => {
      await newPrestation(commune, { name: 'Garderie du matin' });
      const { administrateur, path, siteId, collectiviteId } = commune;
      const twin = { ...CANTEEN, siteId, name: 'GARDERIE DU  MATIN' };
      expect(await administrateur.post(`${path}/prestations`, twin)).toMatchObject({
        status: 409,
        body: { code: 'PRESTATION_NAME_TAKEN' },
      });
      const elsewhere = await service.fixtures.site(collectiviteId);
      expect((await administrateur.post(`${path}/prestations`, { ...twin, siteId: elsewhere })).status).toBe(201);
    });

    it.each([
      [{ startsAt: '13:30', endsAt: '11:45' }, 422, 'PRESTATION_NOT_VALID', 'endsAt'],
      [{ weekdays: [] }, 400, 'INVALID_REQUEST', 'weekdays'],
      [{ weekdays: ['LU'] }, 400, 'INVALID_REQUEST', 'weekdays'],
      [{ places: -1 }, 400, 'INVALID_REQUEST', 'places'],
      [{ budgetNature: 'cantine' }, 400, 'INVALID_REQUEST', 'budgetNature'],
      [{ name: ' ' }, 400, 'INVALID_REQUEST', 'name'],
      [{ kind: 'SPA' }, 400, 'INVALID_REQUEST', 'kind'],
    ])('%j is refused: %s %s', async (settings, status, code, field) => {
      const { administrateur, path, siteId } = commune;
      const body = { ...CANTEEN, siteId, name: `Essai ${code}`, ...settings };
      const answer = await administrateur.post(`${path}/prestations`, body);
      expect(answer).toMatchObject({ status, body: { code } });
      if (field) expect(answer.body.errors[0].field).toBe(field);
    });

    it('keeps the hour from which its règlement counts', async () => {
      const { administrateur } = commune;
      const { path } = await newPrestation(commune, { name: 'Accueil' });
      expect((await administrateur.patch(path, { startsAt: null })).status).toBe(200);
      expect((await administrateur.patch(path, { startsAt: '11:45' })).status).toBe(200);
      const absence = { declareBefore: { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: 'SERVICE_START' } };
      const policy = { from: '2026-09-01', add: TWO_WORKING_DAYS, cancel: TWO_WORKING_DAYS, absence };
      expect((await administrateur.post(`${path}/booking-policies`, policy)).status).toBe(201);
      expect(await administrateur.patch(path, { startsAt: null })).toMatchObject({
        status: 422,
        body: { code: 'PRESTATION_NOT_VALID', errors: [{ field: 'startsAt' }] },
      });
      expect((await administrateur.patch(path, { startsAt: '12:00' })).status).toBe(200);
    });

    it('is paid at booking where the mairie says so, from the first day or later', async () => {
      const { path } = await newPrestation(commune, { name: 'Étude', paymentMode: 'R' });
      expect((await commune.administrateur.patch(path, { paymentMode: 'C' })).body.paymentMode).toBe('C');
      expect((await commune.administrateur.patch(path, { paymentMode: 'R' })).body.paymentMode).toBe('R');
      expect((await commune.administrateur.patch(path, { name: null })).status).toBe(400);
    });
  });

  describe('a booking policy', () => {
    it('is dated, told in sentences, and replaced the day before the next one when asked', async () => {
      const { administrateur, agent } = commune;
      const { path } = await newPrestation(commune, { name: 'Policy dated' });
      const policies = `${path}/booking-policies`;
      const first = await administrateur.post(policies, {
        from: '2026-09-01',
        add: TWO_WORKING_DAYS,
        cancel: THURSDAY_BEFORE,
      });
      expect(first).toMatchObject({
        status: 201,
        body: {
          from: '2026-09-01',
          to: null,
          add: TWO_WORKING_DAYS,
          addSentence: `Réservation possible jusqu’au 2e jour ouvré qui précède, avant 10${NBSP}h${NBSP}00.`,
          cancelSentence: 'Annulation possible jusqu’au jeudi de la semaine précédente inclus.',
          closedPolicyId: null,
          plannedSessionsKept: 0,
          warnings: expect.arrayContaining([
            expect.stringContaining(`Le délai d’annulation tombe un jour férié 4${NBSP}fois`),
          ]),
        },
      });
      const next = { from: '2027-01-04', add: SAME_MORNING, cancel: SAME_MORNING };
      const refused = await administrateur.post(policies, next);
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'POLICY_OVERLAP', overlaps: { policyId: first.body.id, from: '2026-09-01', to: null } },
      });
      expect(refused.body.detail).toContain('à partir du 1er septembre 2026');
      expect(await administrateur.post(policies, { ...next, replacePrevious: true })).toMatchObject({
        status: 201,
        body: { closedPolicyId: first.body.id },
      });
      expect((await agent.get(policies)).body).toMatchObject([
        { from: '2026-09-01', to: '2027-01-03' },
        { from: '2027-01-04', to: null },
      ]);
      const inside = { ...next, from: '2026-10-01', to: '2026-10-31', replacePrevious: true };
      expect((await administrateur.post(policies, inside)).body.code).toBe('POLICY_OVERLAP');
      expect((await agent.post(policies, next)).status).toBe(403);
    });

    it('may close after the service, with a warning', async () => {
      const { path } = await newPrestation(commune, { name: 'Policy late' });
      const answer = await commune.administrateur.post(`${path}/booking-policies`, {
        from: '2026-09-01',
        add: { ...SAME_MORNING, at: '12:00' },
        cancel: SAME_MORNING,
      });
      expect(answer.status).toBe(201);
      expect(answer.body.warnings).toEqual([
        expect.stringContaining('Le délai de réservation se termine après le début du service'),
      ]);
    });

    it('is kept whole: what happens after a deadline, changes, menus, the order, absences, waivers', async () => {
      const { administrateur, agent, parent } = commune;
      const { id, path } = await newPrestation(commune, { name: 'Policy whole' });
      const whole = {
        add: {
          deadline: { ...THURSDAY_BEFORE, opensAt: { type: 'DAYS_BEFORE', n: 42, unit: 'CALENDAR', at: '00:00' } },
          afterDeadline: [{ type: 'SURCHARGE', pct: 50 }],
        },
        cancel: TWO_WORKING_DAYS,
        modify: { deadline: TWO_WORKING_DAYS, afterDeadline: [{ type: 'BLOCK' }] },
        diet: TWO_WORKING_DAYS,
        order: SAME_MORNING,
        absence: { proof: { kinds: ['ILLNESS'], withinDays: 3, anchor: 'FIRST_DAY_START' }, collective: ['STRIKE'] },
        waivers: [{ kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'EMPLOYER_LETTER', cancel: SAME_MORNING }],
      };
      const answer = await administrateur.post(`${path}/booking-policies`, { from: '2026-09-01', ...whole });
      const sentences = [
        expect.stringMatching(
          /^Réservation possible à partir du 42e jour .+ jusqu’au jeudi de la semaine précédente inclus\.$/,
        ),
        `Après ce délai, la réservation reste possible jusqu’à la commande à la cuisine, avec une majoration de 50${NBSP}%.`,
        `Annulation possible jusqu’au 2e jour ouvré qui précède, avant 10${NBSP}h${NBSP}00.`,
        `Modification possible jusqu’au 2e jour ouvré qui précède, avant 10${NBSP}h${NBSP}00.`,
        'Après ce délai, la modification est refusée.',
        `Changement de menu possible jusqu’au 2e jour ouvré qui précède, avant 10${NBSP}h${NBSP}00.`,
        `La commande à la cuisine reste ouverte jusqu’au jour même, avant 9${NBSP}h${NBSP}00.`,
        `Le justificatif (maladie) parvient à la mairie dans les 3${NBSP}jours, le premier jour d’absence compris.`,
        `Sans démarche des familles, les jours ne sont pas facturés en cas de${NBSP}: grève.`,
        `Horaires décalés (lettre de l’employeur)${NBSP}: annulation possible jusqu’au jour même, avant 9${NBSP}h${NBSP}00.`,
      ];
      expect(answer).toMatchObject({ status: 201, body: { ...whole, sentences, openSessionsToRecompute: 0 } });
      expect((await agent.get(`${path}/booking-policies`)).body).toMatchObject([{ ...whole, sentences }]);
      const table = (await parent.get(`${commune.path}/reglement?date=2026-11-30`)).body.prestations;
      expect(table.find((line: { prestationId: number }) => line.prestationId === id).deadlines.sentences).toEqual(
        sentences,
      );
    });

    it('is refused with all its faults together, each where it was written', async () => {
      const { path } = await newPrestation(commune, { name: 'Policy faulty' });
      const refused = async (policy: object) => {
        const answer = await commune.administrateur.post(`${path}/booking-policies`, { from: '2026-09-01', ...policy });
        expect(answer).toMatchObject({ status: 422, body: { code: 'DEADLINE_NOT_VALID' } });
        return answer.body.errors.map(({ field }: { field: string }) => field);
      };
      const monday = { type: 'BATCH', perWeekday: { MO: SAME_MORNING, TU: SAME_MORNING, FR: SAME_MORNING } };
      expect(
        await refused({
          add: { deadline: { ...SAME_MORNING, at: '' }, afterDeadline: [{ type: 'SURCHARGE', pct: 0 }] },
          cancel: 'la veille',
          absence: { carenceDays: { n: -1 } },
          waivers: [{ kind: 'SHIFT_WORK', label: '', proof: 'OTHER', add: SAME_MORNING }],
        }),
      ).toEqual(['add.deadline.at', 'add.afterDeadline[0].pct', 'cancel', 'absence.carenceDays.n', 'waivers[0].label']);
      // The canteen runs on Thursdays too, and its order leaves before the limit: what only the editor can see.
      expect(
        await refused({ add: monday, cancel: { deadline: monday }, order: { ...SAME_MORNING, at: '08:00' } }),
      ).toEqual(
        expect.arrayContaining(['add.perWeekday.TH', 'cancel.deadline.perWeekday.TH', 'add', 'cancel.deadline']),
      );
      expect((await commune.agent.get(`${path}/booking-policies`)).body).toEqual([]);
    });

    it('asks for a look at the sessions that it would plan otherwise', async () => {
      const { id, path } = await newPrestation(commune, { name: 'Policy recomputed' });
      const policies = `${path}/booking-policies`;
      const rules = { add: TWO_WORKING_DAYS, cancel: TWO_WORKING_DAYS };
      await commune.administrateur.post(policies, { from: '2026-09-01', ...rules });
      await commune.agent.post(`${path}/session-plannings`, { from: '2026-11-30', to: '2026-12-11' });
      const same = await commune.administrateur.post(policies, {
        from: '2026-11-30',
        to: '2026-12-04',
        ...rules,
        replacePrevious: true,
      });
      expect(same.body.code).toBe('POLICY_OVERLAP');
      const later = { from: '2026-12-07', replacePrevious: true };
      const changed = await commune.administrateur.post(policies, { ...later, ...rules, cancel: SAME_MORNING });
      expect(changed.body).toMatchObject({
        plannedSessionsKept: 4,
        openSessionsToRecompute: 4,
        recomputationPreview: `/api/v1${commune.path}/prestations/${id}/session-recomputations/preview`,
        warnings: expect.arrayContaining([
          expect.stringContaining('4 séances encore ouvertes gardent leurs délais'.replace(' ', NBSP)),
        ]),
      });
      const repeated = { from: '2026-12-10', ...rules, cancel: SAME_MORNING, replacePrevious: true };
      expect((await commune.administrateur.post(policies, repeated)).body).toMatchObject({
        plannedSessionsKept: 2,
        openSessionsToRecompute: 2,
      });
    });

    it.each([
      [{ add: { type: 'SOMEDAY' } }, 422, 'DEADLINE_NOT_VALID', 'add.type'],
      [{ cancel: { ...TWO_WORKING_DAYS, at: '25:00' } }, 422, 'DEADLINE_NOT_VALID', 'cancel.at'],
      [{ add: { ...TWO_WORKING_DAYS, n: 'deux' } }, 422, 'DEADLINE_NOT_VALID', 'add.n'],
      [{ add: 'la veille' }, 422, 'DEADLINE_NOT_VALID', 'add'],
      [{ to: '2026-08-31' }, 422, 'DATES_REVERSED', 'to'],
      [{ from: '2026-02-30' }, 400, 'INVALID_REQUEST', 'from'],
    ])('%j is refused: %s %s', async (part, status, code, field) => {
      const [{ id }] = (await commune.agent.get(`${commune.path}/prestations`)).body;
      const body = { from: '2026-09-01', add: TWO_WORKING_DAYS, cancel: TWO_WORKING_DAYS, ...part };
      const answer = await commune.administrateur.post(`${commune.path}/prestations/${id}/booking-policies`, body);
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    });
  });

  describe('a tariff', () => {
    const row = (label: string, quotientMin: number, quotientMax: number | null, unitCents: number) => ({
      label,
      quotientMin,
      quotientMax,
      unitCents,
      unplannedCents: unitCents + 150,
      unjustifiedAbsenceCents: unitCents,
    });
    const rows = [row('T1', 0, 400, 100), row('T2', 400, 642.5, 235), row('T3', 642.5, null, 490)];

    it('keeps quotients exactly, is dated, and may not overlap', async () => {
      const { administrateur } = commune;
      const { path } = await newPrestation(commune, { name: 'Tariff dated' });
      const first = await administrateur.post(`${path}/tariffs`, { from: '2026-09-01', rows, missingQuotientRow: 1 });
      expect(first).toMatchObject({
        status: 201,
        body: {
          missingQuotientRow: 1,
          closedTariffId: null,
          rows: [{}, { quotientMax: 642.5 }, { quotientMax: null }],
        },
      });
      expect(first.body.rows.map(({ quotients }: { quotients: string }) => quotients)).toEqual([
        'QF inférieur à 400',
        'QF de 400 à moins de 642,5',
        'QF de 642,5 et plus',
      ]);
      const next = { from: '2027-01-01', rows };
      expect(await administrateur.post(`${path}/tariffs`, next)).toMatchObject({
        status: 409,
        body: { code: 'TARIFF_OVERLAP', overlaps: { tariffId: first.body.id } },
      });
      expect(await administrateur.post(`${path}/tariffs`, { ...next, replacePrevious: true })).toMatchObject({
        status: 201,
        body: { closedTariffId: first.body.id, missingQuotientRow: 2 },
      });
      expect((await commune.agent.get(`${path}/tariffs`)).body).toMatchObject([{ to: '2026-12-31' }, { to: null }]);
    });

    it.each([
      ['a gap', [row('T1', 0, 800, 1), row('T2', 860, null, 2)], 422, 'rows[1].quotientMin'],
      ['an overlap', [row('T1', 0, 800, 1), row('T2', 700, null, 2)], 422, 'rows[1].quotientMin'],
      ['an end', [row('T1', 0, 1900, 1)], 422, 'rows[0].quotientMax'],
      ['three decimals', [row('T1', 0, 640.005, 1), row('T2', 640.005, null, 2)], 422, 'rows[0].quotientMax'],
      ['a negative price', [row('T1', 0, null, -1)], 422, 'rows[0].unitCents'],
      ['half a cent', [row('T1', 0, null, 0.5)], 400, 'rows[0].unitCents'],
      ['a text', [{ ...row('T1', 0, null, 1), quotientMin: 'abc' }], 400, 'rows[0].quotientMin'],
      ['no row', [], 400, 'rows'],
    ])('with %s is refused', async (_, wrong, status, field) => {
      const [{ id }] = (await commune.agent.get(`${commune.path}/prestations`)).body;
      const answer = await commune.administrateur.post(`${commune.path}/prestations/${id}/tariffs`, {
        from: '2026-09-01',
        rows: wrong,
      });
      expect(answer.status).toBe(status);
      expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
      expect(answer.text).not.toContain('NaN');
    });
  });

  describe('a tariff of another form', () => {
    const tariff = {
      type: 'BY_AUDIENCE',
      reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: '20' }] }],
      grids: [
        { when: { resident: false }, tariff: { type: 'FLAT', unitCents: 650 } },
        {
          when: {},
          tariff: { type: 'EFFORT_RATE', ratePct: '0.36', minCents: 260, maxCents: 450, quotientMax: 1250.5 },
        },
      ],
    };

    it('is kept as it was written, and told to families row by row', async () => {
      const { administrateur, parent, agent, path } = commune;
      const { id, path: prestation } = await newPrestation(commune, { name: 'Of another form' });
      const added = await administrateur.post(`${prestation}/tariffs`, { from: '2026-09-01', tariff });
      expect(added).toMatchObject({ status: 201, body: { tariff, rows: [], missingQuotientRow: null } });
      expect((await agent.get(`${prestation}/tariffs`)).body).toMatchObject([{ tariff }]);
      const { prestations } = (await parent.get(`${path}/reglement`)).body;
      const shown = prestations.find(({ prestationId }: { prestationId: number }) => prestationId === id);
      const rate = `0,36${NBSP}% du QF, de 2,60${NBSP}€ à 4,50${NBSP}€, QF compté au plus 1\u202f250,5`;
      expect(shown.tariff).toMatchObject({
        withoutQuotient: `4,50${NBSP}€`,
        notes: [`2ᵉ enfant et suivants${NBSP}: −20${NBSP}%`],
        rows: [
          { label: 'Tarif unique', audience: 'hors commune', unitCents: 650, unit: `6,50${NBSP}€` },
          { label: `Taux d’effort de 0,36${NBSP}%`, audience: '', unitCents: null, unit: rate, unplanned: rate },
        ],
      });
    });

    it.each([
      ['both ways at once', { tariff, rows: [] }, 400, 'rows'],
      ['neither way', {}, 422, 'tariff'],
      ['no object', { tariff: 'gratuit' }, 422, 'tariff'],
      ['no such form', { tariff: { type: 'GRATUIT' } }, 422, 'tariff.type'],
      ['a hole', { tariff: { ...tariff, grids: tariff.grids.slice(0, 1) } }, 422, 'tariff.grids'],
      [
        'a row that is none',
        {
          missingQuotientRow: 3,
          rows: [
            {
              label: 'A',
              quotientMin: 0,
              quotientMax: null,
              unitCents: 1,
              unplannedCents: 1,
              unjustifiedAbsenceCents: 1,
            },
          ],
        },
        422,
        'missingQuotientRow',
      ],
    ])('with %s is refused', async (_, body, status, field) => {
      const { path } = await newPrestation(commune, { name: `Refused ${field} ${status} ${_}` });
      const answer = await commune.administrateur.post(`${path}/tariffs`, { from: '2026-09-01', ...body });
      expect(answer.status).toBe(status);
      expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
      expect((await commune.agent.get(`${path}/tariffs`)).body).toEqual([]);
    });
  });

  describe('the règlement table', () => {
    it('tells families every column, with the versions in force on the date', async () => {
      const village = await newCommune(service);
      const { administrateur, parent, path, siteId } = village;
      const { path: canteen, id } = await newPrestation(village);
      await newPrestation(village, {
        name: 'Garderie du soir',
        kind: 'EVENING_CARE',
        places: 24,
        startsAt: '16:30',
        endsAt: '18:30',
      });
      await administrateur.post(`${canteen}/booking-policies`, {
        from: '2026-09-01',
        to: '2026-12-31',
        add: THURSDAY_BEFORE,
        cancel: TWO_WORKING_DAYS,
      });
      await administrateur.post(`${canteen}/tariffs`, {
        from: '2026-09-01',
        to: '2026-12-31',
        rows: [
          {
            label: 'Tarif unique',
            quotientMin: 0,
            quotientMax: null,
            unitCents: 350,
            unplannedCents: 500,
            unjustifiedAbsenceCents: 350,
          },
        ],
      });
      const table = await parent.get(`${path}/reglement`);
      expect(table).toMatchObject({ status: 200, body: { date: '2026-09-01' } });
      expect(table.body.prestations[0]).toEqual({
        prestationId: id,
        name: 'Cantine',
        kind: 'CANTEEN',
        siteId,
        siteName: expect.any(String),
        openToAllSites: false,
        weekdays: ['MO', 'TU', 'TH', 'FR'],
        days: 'lundi, mardi, jeudi et vendredi, en période scolaire',
        startsAt: '11:45',
        endsAt: '13:30',
        deadlines: {
          from: '2026-09-01',
          to: '2026-12-31',
          booking: 'Réservation possible jusqu’au jeudi de la semaine précédente inclus.',
          cancellation: `Annulation possible jusqu’au 2e jour ouvré qui précède, avant 10${NBSP}h${NBSP}00.`,
          sentences: [
            'Réservation possible jusqu’au jeudi de la semaine précédente inclus.',
            `Annulation possible jusqu’au 2e jour ouvré qui précède, avant 10${NBSP}h${NBSP}00.`,
          ],
        },
        exceptions: [],
        tariff: {
          from: '2026-09-01',
          to: '2026-12-31',
          withoutQuotient: 'Tarif unique',
          notes: [],
          rows: [
            {
              label: 'Tarif unique',
              audience: '',
              quotients: 'tous les QF',
              unitCents: 350,
              unit: `3,50${NBSP}€`,
              unplannedCents: 500,
              unplanned: `5,00${NBSP}€`,
              unjustifiedAbsenceCents: 350,
              unjustifiedAbsence: `3,50${NBSP}€`,
            },
          ],
        },
        payment: 'C',
        paymentText: `C${NBSP}: à la consommation`,
        places: 80,
      });
      expect(table.body.prestations[1]).toMatchObject({ name: 'Garderie du soir', deadlines: null, tariff: null });
      const later = await village.agent.get(`${path}/reglement?date=2027-01-04`);
      expect(later.body.prestations[0]).toMatchObject({ deadlines: null, tariff: null });
      expect((await parent.get(`${path}/reglement?date=demain`)).status).toBe(400);
      expect((await commune.parent.get(`${path}/reglement`)).status).toBe(404);
    });

    it('is that of the day there: tomorrow already in the Indian Ocean', async () => {
      expect((await commune.parent.get(`${commune.path}/reglement`)).body.date).toBe('2026-09-01');
      expect((await stranger.parent.get(`${stranger.path}/reglement`)).body.date).toBe('2026-09-02');
    });
  });

  it.each(['booking-policies', 'tariffs'])(
    'accepts the %s that the documentation shows as an example',
    async (what) => {
      const { paths } = JSON.parse(readFileSync('docs/openapi/administration.json', 'utf8'));
      const operation = paths[`/api/v1/collectivites/{collectiviteId}/prestations/{prestationId}/${what}`].post;
      const { example, examples } = operation.requestBody.content['application/json'];
      const bodies = examples
        ? Object.values<{ value: typeof example }>(examples).map(({ value }) => value)
        : [example];
      for (const [index, body] of bodies.entries()) {
        const { path } = await newPrestation(commune, { name: `Exemple ${what} ${index}` });
        const added = await commune.administrateur.post(`${path}/${what}`, body);
        expect(added).toMatchObject({ status: 201, body: { from: body.from, to: body.to } });
      }
    },
  );
});
