/**
 * Deadlines: each rule compiled for one calendar, beside a function written for it alone. « once » compiles anew and
 * asks for each day of service once, as planning a year does; « again » asks a second time for the same days, as a
 * simulation does, and the special case remembers its answers too.
 */
import { civilCalendar, publicHolidays, schoolHolidays } from '../../dist/calendar/index.js';
import { Temporal } from '../../dist/kernel/civil-time.js';
import { compileDeadline } from '../../dist/reglement/rules/deadlines/compile-deadline.js';
import { parseDeadline } from '../../dist/reglement/rules/deadlines/parse-deadline.js';
import { serviceDates, serviceDays } from '../../dist/reglement/rules/service-days.js';

const ZONE = 'Europe/Paris';
const feries = publicHolidays('metropole');
const calendar = civilCalendar({
  schoolHolidays: schoolHolidays('A'),
  publicHolidays: feries,
  closures: [],
  siteId: null,
});
const isServiceDay = serviceDays({ weekdays: ['MO', 'TU', 'TH', 'FR'], runsOn: 'SCHOOL_DAYS', calendar });
const context = { zone: ZONE, calendar, isServiceDay };
const span = { from: Temporal.PlainDate.from('2025-09-01'), to: Temporal.PlainDate.from('2027-07-02') };
const dates = serviceDates(span, context);

const at = (date, time) => date.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
const back = (date, days) => date.subtract({ days });
const isFerie = (date) => feries.names.has(date.toString());
const isWeekEnd = (date) => date.dayOfWeek > 5;
const week = (weeksBack, weekday, hour) => ({ type: 'WEEKDAY_OF_WEEK', weeksBack, weekday, at: hour });
const before = (n, unit, hour, more = {}) => ({ type: 'DAYS_BEFORE', n, unit, at: hour, ...more });
const [FRIDAY, TUESDAY] = [week(1, 'FR', '09:00'), week(0, 'TU', '09:00')];

const previous = (date, suits) => {
  let day = back(date, 1);
  while (!suits(day)) day = back(day, 1);
  return day;
};

/** Each rule of the language, and the same by hand. */
const RULES = [
  [
    'R01 BATCH (Vailhauquès)',
    { type: 'BATCH', perWeekday: { MO: FRIDAY, TU: FRIDAY, TH: TUESDAY, FR: TUESDAY } },
    (date) => at(back(date, [0, 3, 4, 5, 2, 3][date.dayOfWeek]), '09:00'),
  ],
  ['R04 WEEKDAY_OF_WEEK (Vigneux)', week(1, 'TH', '24:00'), (date) => at(back(date, date.dayOfWeek + 2), '00:00')],
  [
    'R20 MON_FRI (Espace Citoyens)',
    before(1, 'MON_FRI', '09:00'),
    (date) => at(back(date, date.dayOfWeek === 1 ? 3 : 1), '09:00'),
  ],
  ['R03a CALENDAR (Éragny)', before(3, 'CALENDAR', '00:00'), (date) => at(back(date, 3), '00:00')],
  [
    'R17c OUVRE (Cruas)',
    before(1, 'OUVRE', '09:00'),
    (date) =>
      at(
        previous(date, (day) => !isWeekEnd(day) && !isFerie(day)),
        '09:00',
      ),
  ],
  [
    'R02 SERVICE_DAY (Rontalon)',
    before(1, 'SERVICE_DAY', '09:00'),
    (date) => at(previous(date, isServiceDay), '09:00'),
  ],
  [
    'eve or open day before (Andancette)',
    before(1, 'CALENDAR', '12:00', { ifOnClosedDay: 'PREVIOUS_OPEN_DAY' }),
    (date) =>
      at(
        previous(date, (day) => !isWeekEnd(day) && !isFerie(day)),
        '12:00',
      ),
  ],
  [
    'PREV_WEEKDAY',
    { type: 'PREV_WEEKDAY', weekday: 'FR', at: '12:00' },
    (date) => at(back(date, ((date.dayOfWeek + 1) % 7) + 1), '12:00'),
  ],
  [
    'DAY_OF_MONTH',
    { type: 'DAY_OF_MONTH', monthsBack: 1, day: 20, at: '12:00' },
    (date) => at(date.with({ day: 20 }).subtract({ months: 1 }), '12:00'),
  ],
  [
    'MIN_OF',
    { type: 'MIN_OF', of: [before(1, 'CALENDAR', '09:00'), week(1, 'FR', '12:00')] },
    (date) => {
      const [eve, friday] = [at(back(date, 1), '09:00'), at(back(date, date.dayOfWeek + 2), '12:00')];
      return Temporal.Instant.compare(eve, friday) < 0 ? eve : friday;
    },
  ],
];

const remembered = (compute) => {
  const known = new Map();
  return (date) => {
    const key = date.toString();
    let value = known.get(key);
    if (!value) known.set(key, (value = compute(date)));
    return value;
  };
};

export const cases = RULES.flatMap(([name, json, byHand]) => {
  const { deadline } = parseDeadline(json);
  const warm = compileDeadline(deadline, context);
  const hand = remembered(byHand);
  for (const date of dates)
    if (!warm.closesAt(date).equals(hand(date)))
      throw new Error(`${name}, ${date}: ${warm.closesAt(date)} is not ${hand(date)}`);
  return [
    {
      name: `${name}, once`,
      evaluations: dates.length,
      compiled() {
        const cold = compileDeadline(deadline, context);
        for (const date of dates) cold.closesAt(date);
      },
      special() {
        for (const date of dates) byHand(date);
      },
    },
    {
      name: `${name}, again`,
      evaluations: dates.length,
      compiled() {
        for (const date of dates) warm.closesAt(date);
      },
      special() {
        for (const date of dates) hand(date);
      },
    },
  ];
});
