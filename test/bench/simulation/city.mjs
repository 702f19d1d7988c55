import { Temporal } from 'temporal-polyfill';
import { groupedBy } from '../../../dist/kernel/lists.js';
import { compileTariff, parseTariff, priceOf } from '../../../dist/reglement/index.js';

/** Days of class of the school year 2026-2027, zone A: Monday, Tuesday, Thursday, Friday, without holidays. */
const HOLIDAYS = [
  ['2026-10-17', '2026-11-01'],
  ['2026-11-11', '2026-11-11'],
  ['2026-12-19', '2027-01-03'],
  ['2027-02-13', '2027-02-28'],
  ['2027-03-29', '2027-03-29'],
  ['2027-04-10', '2027-04-25'],
  ['2027-05-06', '2027-05-09'],
  ['2027-05-17', '2027-05-17'],
];
export const PERIOD = { from: '2026-09-01', to: '2027-07-02' };
/** Sessions from this day on are not billed yet. */
const UNBILLED_FROM = '2027-06-01';

const CANTEEN = {
  type: 'BRACKETS',
  rows: [
    [0, 400, 100],
    [400, 640, 210],
    [640, 860, 295],
    [860, 1150, 380],
    [1150, 1500, 455],
    [1500, null, 520],
  ].map(([quotientMin, quotientMax, unitCents], rank) => ({
    label: 'ABCDEF'[rank],
    ...{ quotientMin, quotientMax, unitCents },
  })),
  prices: { unplanned: { abs: 250 }, unjustifiedAbsence: { multiplier: '1' } },
  reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 3, pct: '20' }] }],
};
const EVENING = {
  type: 'BRACKETS',
  rows: [
    { label: 'A', quotientMin: 0, quotientMax: 800, unitCents: 150 },
    { label: 'B', quotientMin: 800, quotientMax: null, unitCents: 240 },
  ],
  prices: { unplanned: { multiplier: '2' } },
};

/** The same numbers at each run. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A city with its year: `children` of them in schools of 400, all at the canteen, two in five in the evening. */
export async function raiseCity(dataSource, children, say) {
  const next = random(20260901);
  const insert = inserter(dataSource);
  const created = Date.parse('2026-08-20T08:00:00Z');
  const known = { collectivite_id: 1, created_at: created };
  await insert('collectivites', [
    {
      ...{ id: 1, name: 'Ville du banc', address_line1: '1 place de la Mairie', postal_code: '34120', city: 'Banc' },
      ...{ phone: '04 67 00 00 00', email: 'mairie@banc.example', time_zone: 'Europe/Paris', school_zone: 'A' },
      ...{
        holidays_of: 'metropole',
        school_weekdays: 'MO,TU,TH,FR',
        kitchen_email: null,
        payment_days: 30,
        issue_threshold_cents: 0,
        offer_hours: 24,
        hold_minutes: 20,
        created_at: created,
      },
    },
  ]);
  await insert('menu_types', [
    { id: 1, collectivite_id: 1, label: 'Standard', label_key: 'standard', brought_by_family: 0, position: 0 },
  ]);
  const schools = Math.max(1, Math.round(children / 400));
  const sites = range(schools).map((rank) => ({
    ...{ id: rank + 1, collectivite_id: 1, name: `École ${rank + 1}`, name_key: `ecole ${rank + 1}` },
    ...{ kind: 'SCHOOL', archived: 0 },
  }));
  await insert('sites', sites);
  const prestations = sites.flatMap(({ id }) => [
    prestation(2 * id - 1, id, { name: 'Cantine', kind: 'CANTEEN', starts_at: '11:45', orders_meals: 1 }, known),
    prestation(
      2 * id,
      id,
      { name: 'Garderie du soir', kind: 'EVENING_CARE', starts_at: '16:30', orders_meals: 0 },
      known,
    ),
  ]);
  await insert('prestations', prestations);
  const deadline = { type: 'DAYS_BEFORE', n: 2, unit: 'CALENDAR', at: '09:00' };
  const grids = { CANTEEN: stored(CANTEEN), EVENING_CARE: stored(EVENING) };
  await insert(
    'booking_policies',
    prestations.map(({ id }) => ({
      ...known,
      id,
      prestation_id: id,
      from_date: '2026-09-01',
      to_date: null,
      policy: JSON.stringify({ add: { deadline }, cancel: { deadline } }),
    })),
  );
  await insert(
    'tariffs',
    prestations.map(({ id, kind }) => ({
      ...known,
      id,
      prestation_id: id,
      from_date: '2026-09-01',
      to_date: null,
      grid: JSON.stringify(grids[kind]),
    })),
  );

  const days = schoolDays();
  const sessions = prestations.flatMap((one) => days.map((date) => ({ prestation: one, date, closes: closing(date) })));
  sessions.forEach((session, rank) => (session.id = rank + 1));
  await insert(
    'sessions',
    sessions.map(({ id, prestation: one, date, closes }) => ({
      ...{ id, collectivite_id: 1, prestation_id: one.id, booking_policy_id: one.id, date, places: 1000, taken: 0 },
      ...{ revision: 1, add_closes_at: closes, cancel_closes_at: closes, add_ends_at: closes, cancel_ends_at: closes },
      ...{ modify_closes_at: closes, diet_closes_at: closes, orders_at: closes, frozen_at: closes },
      ...{ billed_at: date < UNBILLED_FROM ? closing(date) + 40 * DAY : null },
    })),
  );
  const sessionOf = new Map(sessions.map((session) => [`${session.prestation.id}/${session.date}`, session]));

  const { families, kids } = people(children, schools, next);
  await insert(
    'families',
    families.map(({ id }) => ({
      ...known,
      id,
      name: `FAMILLE ${id}`,
      name_key: `famille ${id}`,
      address_line1: '2 rue Basse',
      postal_code: '34120',
      city: 'Banc',
    })),
  );
  await insert(
    'children',
    kids.map(({ id, school, birthDate }) => ({
      ...{ id, collectivite_id: 1, last_name: `FAMILLE`, first_name: `Enfant ${id}`, birth_date: birthDate },
      ...{ identity_key: `enfant ${id}`, sex: 'F', site_id: school, class_name: null, menu_type_id: 1, has_pai: 0 },
    })),
  );
  await insert(
    'custodies',
    kids.map(({ id, familyId }) => ({
      ...{
        collectivite_id: 1,
        child_id: id,
        family_id: familyId,
        weeks: 'ALL',
        from_date: '2020-09-01',
        to_date: null,
      },
    })),
  );
  // A new quotient in January for all; one in twenty never sent theirs.
  await insert(
    'quotients',
    families
      .filter(({ quotients }) => quotients)
      .flatMap(({ id, quotients }) =>
        [
          ['2026-01-01', '2026-12-31'],
          ['2027-01-01', '2027-12-31'],
        ].map(([from_date, to_date], year) => ({
          ...{ collectivite_id: 1, family_id: id, value_hundredths: quotients[year], from_date, to_date },
        })),
      ),
  );
  await insert(
    'enrolments',
    kids.flatMap(({ id, school, evening }) =>
      [2 * school - 1, ...(evening ? [2 * school] : [])].map((prestation_id) => ({
        ...known,
        prestation_id,
        child_id: id,
        from_date: '2026-09-01',
        to_date: null,
      })),
    ),
  );

  const tariffs = { CANTEEN: compileTariff(grids.CANTEEN), EVENING_CARE: compileTariff(grids.EVENING_CARE) };
  const year = { days, sessionOf, tariffs, next };
  const counts = { reservations: 0, attendances: 0, charges: 0 };
  const charges = [];
  const pointed = [];
  let reservations = [];
  for (const family of families) {
    for (const row of familyYear(family, year, { charges, pointed })) reservations.push(row);
    if (reservations.length < 10_000) continue;
    counts.reservations += reservations.length;
    await insert('reservations', reservations);
    reservations = [];
    say(`${counts.reservations} réservations`);
  }
  counts.reservations += reservations.length;
  await insert('reservations', reservations);
  counts.attendances = pointed.length;
  counts.charges = charges.length;
  pointed.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.session_id - b.session_id));
  await inSlices(pointed, (some) => insert('attendances', some));
  say(`${counts.attendances} pointages`);
  await bill(charges, insert);
  say(`${counts.charges} consommations facturées`);
  return counts;
}

const DAY = 86_400_000;

function prestation(id, site_id, own, known) {
  return {
    ...known,
    id,
    site_id,
    name_key: own.name.toLowerCase(),
    weekdays: 'MO,TU,TH,FR',
    runs_on: 'SCHOOL_DAYS',
    ends_at: own.kind === 'CANTEEN' ? '13:30' : '18:30',
    places: 1000,
    payment_mode: 'C',
    kitchen_email: null,
    budget_nature: '7067',
    budget_function: '281',
    cesu_accepted: 0,
    open_to_all_sites: 0,
    archived: 0,
    ...own,
  };
}

function stored(tariff) {
  const read = parseTariff(tariff);
  if (read.errors) throw new Error(JSON.stringify(read.errors));
  return read.tariff;
}

function schoolDays() {
  const days = [];
  for (let date = Temporal.PlainDate.from(PERIOD.from); ; date = date.add({ days: 1 })) {
    const text = date.toString();
    if (text > PERIOD.to) return days;
    const off = HOLIDAYS.some(([from, to]) => from <= text && text <= to);
    if (!off && [1, 2, 4, 5].includes(date.dayOfWeek)) days.push(text);
  }
}

/** Two days before at 9 h, about: in UTC, which is enough for a bench. */
function closing(date) {
  return Date.parse(`${date}T07:00:00Z`) - 2 * DAY;
}

function people(children, schools, next) {
  const families = [];
  const kids = [];
  while (kids.length < children) {
    const family = { id: families.length + 1, kids: [], quotients: null };
    if (next() > 0.05) {
      const quotient = Math.round(20_000 + next() * next() * 260_000);
      family.quotients = [quotient, Math.max(0, Math.round(quotient * (0.85 + next() * 0.3)))];
    }
    const school = 1 + Math.floor(next() * schools);
    const size = next() < 0.45 ? 1 : next() < 0.7 ? 2 : 3;
    for (let rank = 0; rank < size && kids.length < children; rank += 1) {
      const birthDate = `${2016 + Math.floor(next() * 8)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`;
      const kid = { id: kids.length + 1, familyId: family.id, school, birthDate, evening: next() < 0.6 };
      kids.push(kid);
      family.kids.push(kid);
    }
    family.kids.sort((a, b) => (a.birthDate < b.birthDate ? -1 : a.birthDate > b.birthDate ? 1 : a.id - b.id));
    families.push(family);
  }
  return { families, kids };
}

/** Everything that a family books in the year; what is pointed and billed goes to the lists given. */
function* familyYear(family, { days, sessionOf, tariffs, next }, { charges, pointed }) {
  for (const [index, kid] of family.kids.entries())
    for (const [kind, id, share] of [
      ['CANTEEN', 2 * kid.school - 1, 0.985],
      ['EVENING_CARE', 2 * kid.school, kid.evening ? 0.7 : 0],
    ]) {
      const quotes = quotesOf(tariffs[kind], family, { tariffId: id, policyId: id, childRank: index + 1 });
      const allAtOnce = next() < 0.8;
      for (const date of days) {
        const session = sessionOf.get(`${id}/${date}`);
        const booked = next() < share;
        const quote = quotes[date < '2027-01-01' ? 0 : 1];
        const luck = next();
        const cancelled = booked && luck < 0.05;
        const state =
          cancelled || !booked
            ? luck < (booked ? 0.0005 : share * 0.05)
              ? 'PRESENT_UNPLANNED'
              : null
            : luck < 0.08
              ? 'ABSENT_UNJUSTIFIED'
              : luck < 0.1
                ? 'ABSENT_JUSTIFIED'
                : 'PRESENT';
        const booked_at = allAtOnce
          ? Date.parse('2026-08-25T18:00:00Z') + (family.id % 1000) * 60_000
          : session.closes - Math.floor(next() * 9 * DAY) - 1;
        if (booked)
          yield {
            ...{ collectivite_id: 1, session_id: session.id, child_id: kid.id, family_id: family.id },
            ...{ state: cancelled ? 'CANCELLED' : 'RESERVED', active: cancelled ? null : 1 },
            ...{ unit_cents: quote.quote.unitCents, unjustified_absence_cents: quote.quote.unjustifiedAbsenceCents },
            ...{ price_explanation: quote.json, booked_at },
            cancelled_at: cancelled ? Math.max(booked_at, session.closes - Math.floor(next() * 5 * DAY) - 1) : null,
          };
        if (state === null) continue;
        const came = state.startsWith('PRESENT');
        const evening = kind === 'EVENING_CARE' && came;
        pointed.push({
          ...{ collectivite_id: 1, session_id: session.id, child_id: kid.id, family_id: family.id, date, state },
          ...{ arrived_at: evening ? '16:30' : null, left_at: evening ? leaving(next) : null },
          recorded_at: session.closes + 2 * DAY,
        });
        const event =
          state === 'PRESENT' ? 'UNIT' : state === 'PRESENT_UNPLANNED' ? 'UNPLANNED' : 'UNJUSTIFIED_ABSENCE';
        if (state !== 'ABSENT_JUSTIFIED' && date < UNBILLED_FROM)
          charges.push({ session, kid, familyId: family.id, date, event, priced: quote[event] });
      }
    }
}

function quotesOf(tariff, family, facts) {
  return [0, 1].map((year) => {
    const quote = tariff.quote({ ...facts, quotient: family.quotients?.[year] ?? null });
    const priced = Object.fromEntries(
      ['UNIT', 'UNPLANNED', 'UNJUSTIFIED_ABSENCE'].map((event) => {
        const { cents, explanation } = priceOf(quote, { event, promisedOn: '2026-08-25' });
        return [event, { cents, json: JSON.stringify({ reason: 'RESERVED_AND_PRESENT', steps: explanation }) }];
      }),
    );
    return { quote, json: JSON.stringify(quote), ...priced };
  });
}

function leaving(next) {
  const minutes = 16 * 60 + 40 + Math.floor(next() * 110);
  return `${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

/** Month by month, as the mairie did, each family's lines together. */
async function bill(charges, insert) {
  const months = groupedBy(charges, ({ date }) => date.slice(0, 7));
  let invoiceId = 0;
  let runId = 0;
  for (const [month, ofMonth] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    runId += 1;
    const [from_date, to_date] = [
      `${month}-01`,
      Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString(),
    ];
    await insert('billing_runs', [
      {
        ...{ id: runId, collectivite_id: 1, from_date, to_date, state: 'ISSUED', computation: 1, created_at: 0 },
        ...{ computed_at: 0, computed_revision: 0, issued_at: 0 },
      },
    ]);
    const families = new Map();
    for (const { familyId, priced } of ofMonth) families.set(familyId, (families.get(familyId) ?? 0) + priced.cents);
    const first = invoiceId;
    const invoices = [...families].map(([family_id, total_cents]) => ({
      ...{ id: (invoiceId += 1), collectivite_id: 1, billing_run_id: runId, family_id, state: 'ISSUED', series: 'F' },
      ...{
        year: 2026,
        number: invoiceId,
        issued_on: to_date,
        due_on: to_date,
        period_from: from_date,
        period_to: to_date,
      },
      ...{ total_cents, snapshot: '{}' },
    }));
    await insert('invoices', invoices);
    const invoiceOf = new Map(invoices.map(({ id, family_id }) => [family_id, id]));
    if (invoiceId === first) continue;
    await inSlices(ofMonth, (some) =>
      insert(
        'charges',
        some.map(({ session, kid, familyId, date, event, priced }) => ({
          ...{ collectivite_id: 1, billing_run_id: runId, invoice_id: invoiceOf.get(familyId), family_id: familyId },
          ...{ child_id: kid.id, session_id: session.id, prestation_id: session.prestation.id, date, event },
          ...{ amount_cents: priced.cents, label: `${session.prestation.name}, ${date}`, explanation: priced.json },
        })),
      ),
    );
  }
}

/** Rows by the thousand in one statement, values written out: what is inserted was made here. */
function inserter(dataSource) {
  const runner = dataSource.createQueryRunner();
  const checks = dataSource.options.type === 'mysql' ? 'SET foreign_key_checks = 0' : 'PRAGMA foreign_keys = OFF';
  return async (table, rows) => {
    await runner.query(checks);
    await runner.startTransaction();
    await inSlices(
      rows,
      (some) => {
        const columns = Object.keys(some[0]);
        const values = some.map((row) => `(${columns.map((column) => literal(row[column])).join(',')})`);
        return runner.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.join(',')}`);
      },
      1000,
    );
    await runner.commitTransaction();
  };
}

function literal(value) {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

async function inSlices(rows, work, size = 10_000) {
  for (let start = 0; start < rows.length; start += size) await work(rows.slice(start, start + size));
}

const two = (number) => String(number).padStart(2, '0');
const range = (length) => [...Array(length).keys()];
