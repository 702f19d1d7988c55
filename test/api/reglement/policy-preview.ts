import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import type { HolidayTerritory } from '../../../src/kernel/french-calendars.js';
import type { Weekday } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Commune, newCommune, SAME_MORNING, THURSDAY_BEFORE } from '../../support/prestations.js';

interface Rule {
  readonly id: string;
  readonly commune: string;
  readonly operations: readonly string[];
  readonly deadline: object;
  readonly serviceWeekdays: readonly Weekday[];
  readonly holidaysOf: HolidayTerritory;
  readonly vectors: readonly { readonly target: string; readonly closes_at: string }[];
}

const FILE = new URL('../../../../shared/reglements/deadline-vectors.json', import.meta.url);
const rules = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { rules: Rule[] }).rules : [];

const FRIDAY = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'FR', at: '09:00' };
const TUESDAY = { type: 'WEEKDAY_OF_WEEK', weeksBack: 0, weekday: 'TU', at: '09:00' };
const BATCH = { type: 'BATCH', perWeekday: { MO: FRIDAY, TU: FRIDAY, TH: TUESDAY, FR: TUESDAY } };
const EVE = { type: 'DAYS_BEFORE', n: 1, unit: 'OUVRE', at: '10:00' };

describe('the preview of a rule', () => {
  let service: RunningService;
  let commune: Commune;
  let island: Commune;
  beforeAll(async () => {
    service = await startService('policy-preview', '2026-10-12T08:00:00+02:00');
    commune = await newCommune(service);
    island = await newCommune(service, { time_zone: 'Indian/Reunion', holidays_of: 'reunion', school_zone: 'C' });
  });
  afterAll(() => service.stop());

  const preview = (body: object, { administrateur, path } = commune) =>
    administrateur.post(`${path}/booking-policies/preview`, body);

  if (rules.length === 0)
    it.skip('skipped: shared/reglements/deadline-vectors.json is not beside the repository', () => {});
  else
    it.each(rules)('gives what $id $commune publishes', async ({ deadline, operations, vectors, ...where }) => {
      const answer = await preview({
        deadline,
        operation: operations[0],
        serviceWeekdays: where.serviceWeekdays,
        holidaysOf: where.holidaysOf,
        schoolZone: 'A',
        dates: vectors.map(({ target }) => target),
      });
      expect(answer.status).toBe(200);
      expect(answer.body.closings).toEqual(
        vectors.map(({ target, closes_at }) => ({ date: target, closesAt: closes_at })),
      );
      expect(answer.body.sentence).toMatch(/^(Réservation|Annulation|Modification) possible .+\.$/);
    });

  it('counts the days of school of the commune, as its administrator tells them', async () => {
    const wednesdays = await newCommune(service);
    const school = { deadline: { ...EVE, unit: 'SERVICE_DAY' }, dates: ['2026-12-03'] };
    const closing = async () => (await preview(school, wednesdays)).body.closings[0].closesAt;
    const { administrateur, path } = wednesdays;
    expect(await closing()).toBe('2026-12-01T10:00:00+01:00');
    const schoolWeekdays = ['FR', 'MO', 'TU', 'WE', 'TH'];
    expect((await administrateur.patch(path, { schoolWeekdays })).status).toBe(200);
    expect((await administrateur.get(`${path}/settings`)).body.schoolWeekdays).toEqual(['MO', 'TU', 'WE', 'TH', 'FR']);
    expect(await closing()).toBe('2026-12-02T10:00:00+01:00');
    for (const refused of [[], null, ['MO', 'MO'], ['LUNDI']])
      expect((await administrateur.patch(path, { schoolWeekdays: refused })).status).toBe(400);
  });

  it('speaks in one sentence and with the offset of the collectivité', async () => {
    expect((await preview({ deadline: BATCH, dates: ['2026-11-30', '2027-04-01'] })).body).toMatchObject({
      sentence: expect.stringContaining('pour le lundi et le mardi'),
      closings: [
        { date: '2026-11-30', closesAt: '2026-11-27T09:00:00+01:00' },
        { date: '2027-04-01', closesAt: '2027-03-30T09:00:00+02:00' },
      ],
    });
    const away = await preview({ deadline: THURSDAY_BEFORE, operation: 'DIET', dates: ['2026-11-30'] }, island);
    expect(away.body).toMatchObject({
      sentence: 'Changement de menu possible jusqu’au jeudi de la semaine précédente inclus.',
      closings: [{ date: '2026-11-30', closesAt: '2026-11-27T00:00:00+04:00' }],
    });
  });

  it('takes the calendar of the collectivité, or another', async () => {
    const deadline = { type: 'DAYS_BEFORE', n: 1, unit: 'SERVICE_DAY', at: '09:00' };
    const closing = async (where: object) =>
      (await preview({ deadline, dates: ['2027-03-08', '2027-03-30'], ...where })).body.closings.map(
        (day: { closesAt: string }) => day.closesAt,
      );
    expect(await closing({})).toEqual(['2027-03-05T09:00:00+01:00', '2027-03-26T09:00:00+01:00']);
    expect(await closing({ schoolZone: 'B', holidaysOf: 'alsace-moselle' })).toEqual([
      '2027-02-19T09:00:00+01:00',
      '2027-03-25T09:00:00+01:00',
    ]);
    expect(await closing({ serviceWeekdays: ['MO', 'TU'] })).toEqual([
      '2027-03-02T09:00:00+01:00',
      '2027-03-23T09:00:00+01:00',
    ]);
  });

  it('counts the closures of a site', async () => {
    const { administrateur, path, siteId } = commune;
    const closed = { from: '2026-12-03', to: '2026-12-03', reason: 'Travaux', siteId };
    expect((await administrateur.post(`${path}/closures`, closed)).status).toBe(201);
    const deadline = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '09:00', ifOnClosedDay: 'PREVIOUS_OPEN_DAY' };
    const body = { deadline, dates: ['2026-12-04'] };
    expect((await preview(body)).body.closings[0].closesAt).toBe('2026-12-03T09:00:00+01:00');
    expect((await preview({ ...body, siteId })).body.closings[0].closesAt).toBe('2026-12-02T09:00:00+01:00');
    expect((await preview({ ...body, siteId: island.siteId })).status).toBe(404);
  });

  it('tells an opening, and the absence of a limit', async () => {
    const opensAt = { type: 'DAYS_BEFORE', n: 42, unit: 'CALENDAR', at: '00:00' };
    const dates = ['2026-12-02'];
    expect((await preview({ deadline: { ...SAME_MORNING, opensAt }, dates })).body.closings).toEqual([
      { date: '2026-12-02', closesAt: '2026-12-02T09:00:00+01:00', opensAt: '2026-10-21T00:00:00+02:00' },
    ]);
    expect((await preview({ deadline: { type: 'NONE' }, dates })).body).toEqual({
      sentence: 'Réservation possible sans limite de délai.',
      closings: [{ date: '2026-12-02', closesAt: null }],
      warnings: [],
    });
  });

  it('without dates, leaves out the days after the end of a published list, and says so', async () => {
    const deadline = { type: 'FIXED_DATES', dates: [{ period: '2026-11', closesAt: '2026-10-27T09:00' }] };
    const { status, body } = await preview({ deadline });
    expect(status).toBe(200);
    expect(body.closings.length).toBeGreaterThan(0);
    for (const { date, closesAt } of body.closings) {
      expect(date).toMatch(/^2026-11-/);
      expect(closesAt).toBe('2026-10-27T09:00:00+01:00');
    }
    expect(body.warnings.join()).toMatch(/complétez la liste jusqu’à la fin de l’année scolaire 2026-2027/);
    const whole = await preview({ policy: { add: { deadline }, cancel: { deadline } } });
    expect([whole.status, whole.body.closings.length]).toEqual([200, body.closings.length]);
  });

  it('without dates, looks at four weeks and at the next férié, rentrée and change of clocks', async () => {
    const { closings } = (await preview({ deadline: FRIDAY })).body as { closings: { date: string }[] };
    // Holidays from 17 October to 1 November: clocks change on the 25th, so the next Monday of class is the rentrée.
    expect(closings.map(({ date }) => date)).toEqual([
      '2026-10-12',
      '2026-10-13',
      '2026-10-15',
      '2026-10-16',
      '2026-11-02',
      '2026-11-03',
      '2026-11-05',
      '2026-11-06',
      // The week of the Armistice, and the first with summer time.
      '2026-11-09',
      '2026-11-10',
      '2026-11-12',
      '2026-11-13',
      '2027-03-30',
      '2027-04-01',
      '2027-04-02',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['no rule', {}, ['deadline']],
    ['a rule in words', { deadline: 'la veille' }, ['deadline']],
    ['two faults', { deadline: { type: 'DAYS_BEFORE', n: -1, unit: 'OUVRE' } }, ['deadline.n', 'deadline.at']],
    [
      'a weekday of service without a limit',
      { deadline: { ...BATCH, perWeekday: { MO: FRIDAY, TU: FRIDAY, FR: TUESDAY } } },
      ['deadline.perWeekday.TH'],
    ],
    [
      'Wednesday, when it is a day of service',
      { deadline: BATCH, serviceWeekdays: ['MO', 'WE'] },
      ['deadline.perWeekday.WE'],
    ],
    ['an opening after the closing', { deadline: { ...THURSDAY_BEFORE, opensAt: FRIDAY } }, ['deadline.opensAt']],
    ['a limit after the order', { deadline: SAME_MORNING, order: EVE }, ['deadline']],
    ['an order that cannot be read', { deadline: EVE, order: { type: 'SOON' } }, ['order.type']],
    [
      'days that never count',
      {
        deadline: {
          type: 'DAYS_BEFORE',
          n: 366,
          unit: { type: 'CUSTOM', weekdays: ['SU'], skipFeries: true },
          at: '09:00',
        },
      },
      ['deadline.unit'],
    ],
    ['dates that are not known', { deadline: EVE, dates: ['2026-11-30', '2026-12-01', '2045-01-05'] }, ['dates[2]']],
    ['dates that do not exist', { deadline: EVE, dates: ['2026-02-30', 'demain'] }, ['dates[0]', 'dates[1]']],
    [
      'dates that no period holds',
      {
        deadline: { type: 'FIXED_DATES', dates: [{ period: '2026-11', closesAt: '2026-10-27T09:00' }] },
        dates: ['2026-11-30', '2026-12-01'],
      },
      ['dates[1]'],
    ],
    [
      'a list that holds no day ahead',
      { deadline: { type: 'FIXED_DATES', dates: [{ period: '2025-11', closesAt: '2025-10-27T09:00' }] } },
      ['deadline'],
    ],
    [
      'the Tuesday that was a Saturday',
      {
        deadline: { type: 'FIXED_DATES', dates: [{ period: '2019-12', closesAt: '2019-11-30T09:00', weekday: 'TU' }] },
      },
      ['deadline.dates[0].weekday'],
    ],
  ])('refuses %s, with the field', async (_, body, fields) => {
    const answer = await preview(body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'DEADLINE_NOT_VALID' } });
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    for (const { message } of answer.body.errors) expect(message).toMatch(/^\p{Lu}.+\.$/u);
  });

  it('says which date and both instants when a limit comes after the order', async () => {
    const { errors } = (await preview({ deadline: SAME_MORNING, order: EVE, dates: ['2026-11-30'] })).body;
    expect(errors[0].message.replaceAll('\u00a0', ' ')).toBe(
      'Ce délai finit après la commande à la cuisine : pour le lundi 30 novembre 2026, il finit le lundi 30 novembre 2026 à 9 h 00 alors que la commande part le vendredi 27 novembre 2026 à 10 h 00.',
    );
  });

  it('shows the days of a public that has limits of its own, with one order for all', async () => {
    const publics = [
      { applies: { schoolLevels: ['MATERNELLE'] }, add: SAME_MORNING },
      { applies: { resident: false }, absence: { carenceDays: { n: 1 } } },
    ];
    const { body } = await preview({ policy: { add: BATCH, cancel: BATCH, publics }, dates: ['2026-12-03'] });
    expect(body.closings).toMatchObject([{ closesAt: '2026-12-01T09:00:00+01:00' }]);
    expect(body.publics).toMatchObject([
      {
        who: 'maternelle',
        closings: [
          {
            date: '2026-12-03',
            closesAt: '2026-12-03T09:00:00+01:00',
            instants: {
              addClosesAt: '2026-12-03T09:00:00+01:00',
              cancelClosesAt: '2026-12-01T09:00:00+01:00',
              ordersAt: body.closings[0].instants.ordersAt,
            },
          },
        ],
      },
    ]);
    expect(body.publics).toHaveLength(1);
  });

  it('shows a whole règlement: every sentence, every instant', async () => {
    const policy = {
      add: { deadline: BATCH, afterDeadline: [{ type: 'SURCHARGE', pct: 50 }] },
      cancel: BATCH,
      order: { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '09:30' },
    };
    const answer = await preview({ policy, dates: ['2026-12-03'], startsAt: '11:45' });
    expect(answer.status).toBe(200);
    expect(answer.body.sentences).toEqual([
      answer.body.sentence,
      'Après ce délai, la réservation reste possible jusqu’à la commande à la cuisine, avec une majoration de 50\u00a0%.',
      expect.stringMatching(/^Annulation possible pour le lundi/),
      'La commande à la cuisine reste ouverte jusqu’au jour même, avant 9\u00a0h\u00a030.',
    ]);
    expect(answer.body.closings).toEqual([
      {
        date: '2026-12-03',
        closesAt: '2026-12-01T09:00:00+01:00',
        instants: {
          addOpensAt: null,
          addClosesAt: '2026-12-01T09:00:00+01:00',
          addEndsAt: '2026-12-03T09:30:00+01:00',
          cancelClosesAt: '2026-12-01T09:00:00+01:00',
          cancelEndsAt: '2026-12-01T09:00:00+01:00',
          modifyClosesAt: '2026-12-01T09:00:00+01:00',
          dietClosesAt: '2026-12-01T09:00:00+01:00',
          ordersAt: '2026-12-03T09:30:00+01:00',
        },
      },
    ]);
  });

  it.each<[string, object, string[]]>([
    ['unreadable', { policy: { add: EVE } }, ['policy.cancel']],
    [
      'with a hole',
      { policy: { add: { deadline: BATCH }, cancel: EVE }, serviceWeekdays: ['WE'] },
      ['policy.add.deadline.perWeekday.WE'],
    ],
    ['after its order', { policy: { add: SAME_MORNING, cancel: EVE, order: EVE } }, ['policy.add']],
    ['beside a deadline', { policy: { add: EVE, cancel: EVE }, deadline: EVE }, ['policy']],
  ])('refuses a règlement %s', async (_, body, fields) => {
    const answer = await preview(body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'DEADLINE_NOT_VALID' } });
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it('accepts each rule that the documentation shows as an example', async () => {
    const { components, paths } = JSON.parse(readFileSync('docs/openapi/administration.json', 'utf8'));
    const forms = [
      'DaysBefore',
      'WeekdayOfWeek',
      'PreviousWeekday',
      'Batch',
      'DaysFrancsBefore',
      'DayOfMonth',
      'FixedDates',
      'NoLimit',
      'Combined',
    ];
    for (const form of forms) {
      const { properties, required } = components.schemas[`${form}Dto`];
      const example = Object.fromEntries(
        required.map((name: string) => [name, properties[name].example ?? properties[name].enum?.[0]]),
      );
      expect([form, await preview({ deadline: example, dates: ['2026-11-30'] })]).toEqual([
        form,
        expect.objectContaining({ status: 200 }),
      ]);
    }
    const { post } = paths['/api/v1/collectivites/{collectiviteId}/booking-policies/preview'];
    const examples = post.requestBody.content['application/json'].examples as Record<string, { value: object }>;
    for (const [name, { value }] of Object.entries(examples))
      expect([name, (await preview(value)).status]).toEqual([name, 200]);
  });

  it('warns of what is odd', async () => {
    const { warnings } = (await preview({ deadline: { ...SAME_MORNING, at: '12:00' }, startsAt: '11:45' })).body;
    expect(warnings).toEqual([expect.stringContaining('se termine après le début du service')]);
  });

  it.each([
    [{ deadline: EVE, dates: Array.from({ length: 401 }, () => '2026-11-30') }, 'dates'],
    [{ deadline: EVE, operation: 'EAT' }, 'operation'],
    [{ deadline: EVE, schoolZone: 'D' }, 'schoolZone'],
    [{ deadline: EVE, holidaysOf: 'bretagne' }, 'holidaysOf'],
    [{ deadline: EVE, serviceWeekdays: [] }, 'serviceWeekdays'],
    [{ deadline: EVE, startsAt: '25:00' }, 'startsAt'],
    [{ deadline: EVE, when: 'soon' }, 'when'],
  ])('refuses a malformed request: %j', async (body, field) => {
    expect(await preview(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  it('is for administrators of the collectivité, and stores nothing', async () => {
    const url = `${commune.path}/booking-policies/preview`;
    for (const who of [commune.agent, commune.animateur, commune.parent])
      expect((await who.post(url, { deadline: EVE })).status).toBe(403);
    expect((await island.administrateur.post(url, { deadline: EVE })).status).toBe(404);
    const stored = await service.database.read(() => service.database.rows('SELECT id FROM booking_policies'));
    expect(stored).toEqual([]);
  });
});
