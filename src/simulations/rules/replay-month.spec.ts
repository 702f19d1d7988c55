import { describe, expect, it } from '@jest/globals';
import { civilCalendar } from '../../calendar/rules/index.js';
import { publicHolidays, schoolHolidays } from '../../../test/support/calendars.js';
import { Temporal } from '../../kernel/civil-time.js';
import { type CompiledTariff, compileTariff, parseTariff, type Quote } from '../../reglement/rules/index.js';
import { dayAt, type Days, NO_DAYS } from './days.js';
import {
  type AnnouncedAbsence,
  AS_USUAL,
  type Attendance,
  type Booking,
  type Cancellation,
  type Charge,
  type ChildMonth,
  type Meeting,
  type MonthOfService,
  type On,
} from './month.js';
import { PriceLists } from './price-list.js';
import { newTallies, replayMonth } from './replay-month.js';
import { Totals } from './totals.js';

/** November 2026 at the canteen: the first ten days of service. */
const DATES = ['02', '03', '05', '06', '09', '10', '12', '13', '16', '17'];
const ALL = (1 << DATES.length) - 1;
const on = (...dates: string[]): Days => dates.reduce((days, date) => days | dayAt(DATES.indexOf(date)), NO_DAYS);
const but = (...dates: string[]): Days => ALL & ~on(...dates);

const compiled = (json: unknown): CompiledTariff => {
  const read = parseTariff(json);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return compileTariff(read.tariff);
};
/** 3,60 €; 5,00 € without a booking; 4,00 € for an absence. */
const IN_FORCE = compiled({
  type: 'BRACKETS',
  rows: [
    { label: 'A', quotientMin: 0, quotientMax: 800, unitCents: 360, unplannedCents: 500, unjustifiedAbsenceCents: 400 },
    {
      label: 'B',
      quotientMin: 800,
      quotientMax: null,
      unitCents: 480,
      unplannedCents: 600,
      unjustifiedAbsenceCents: 520,
    },
  ],
});
const PROMISE = IN_FORCE.quote({ quotient: 64250 });
/** 4,20 €; 7,00 € without a booking; 5,20 € for an absence. */
const DEARER = compiled({
  type: 'FLAT',
  unitCents: 420,
  prices: { unplanned: { fixedPrice: 700 }, unjustifiedAbsence: { abs: 100 } },
});

const AS_IT_WAS: Meeting = { met: 'AS_IT_WAS', surcharge: null };
const IN_TIME: Meeting = { met: 'IN_TIME', surcharge: null };
const BLOCKED: Meeting = { met: 'BLOCKED', surcharge: null };
const HALF_MORE: Meeting = { met: 'SURCHARGE', surcharge: { pct: 50 } };

const booked = (days: Days, meeting: Meeting = AS_IT_WAS): On<Booking> => ({
  ...{ familyId: 7, days, promise: PROMISE, taken: AS_USUAL, lateBooking: null },
  ...meeting,
});
const cancelled = (days: Days, cancellation: Meeting, booking: Meeting = IN_TIME): On<Cancellation> => ({
  ...{ familyId: 7, days, promise: PROMISE, taken: AS_USUAL, late: null, lateBooking: null, booking, cancellation },
});
const attended = (
  days: Days,
  state: Attendance['state'] = 'PRESENT',
  hours: Partial<Pick<Attendance, 'arrivedAt' | 'leftAt'>> = {},
): On<Attendance> => ({ familyId: 7, days, state, arrivedAt: null, leftAt: null, ...hours });
const charged = (days: Days, cents: number, event: Charge['event'] = 'UNIT'): On<Charge> => ({
  ...{ familyId: 7, days, cents, event },
});
const absent = (
  days: Days,
  before: AnnouncedAbsence['before'],
  after: AnnouncedAbsence['after'],
): On<AnnouncedAbsence> => ({ days, before, after });

interface Case {
  readonly what: string;
  readonly child: Partial<Omit<ChildMonth, 'childId'>>;
  readonly month?: Partial<MonthOfService>;
  readonly tariff?: CompiledTariff;
  /** Null: none. */
  readonly inForce?: CompiledTariff | null;
  /** In euros; after, by what it is due for. */
  readonly before: string;
  readonly after: string;
  readonly parts?: string;
}

const CALENDAR = civilCalendar({
  schoolHolidays: schoolHolidays('A'),
  publicHolidays: publicHolidays('metropole'),
  closures: [],
  siteId: null,
});

function replayed({ child, month = {}, tariff, inForce = IN_FORCE }: Omit<Case, 'what' | 'before' | 'after'>): Totals {
  const all: MonthOfService = {
    prestationId: 4,
    dates: DATES.map((day) => Temporal.PlainDate.from(`2026-11-${day}`)),
    ...{ calledOff: NO_DAYS, billed: NO_DAYS, unitToldBeforehand: true },
    ...month,
  };
  const known: ChildMonth = {
    ...{ childId: 31, booked: [], cancelled: [], attended: [], charged: [], absences: [] },
    ...child,
  };
  const lists = new PriceLists({ opensAt: '16:30', closesAt: '18:30' });
  const told = (by: CompiledTariff) => () => lists.of(by.quote({ quotient: 64250 }));
  const prices = {
    inForce: inForce ? told(inForce) : () => null,
    draft: tariff ? told(tariff) : null,
    promised: (promise: Quote) => lists.of(promise),
  };
  const totals = new Totals();
  const replaying = { prices, familyOn: () => 7, tallies: newTallies(), calendar: CALENDAR };
  replayMonth(all, [known], replaying, totals.of(all.prestationId));
  totals.of(all.prestationId).meet(all, known);
  return totals;
}

const euros = (cents: number) => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

const SNACKS = compiled({ type: 'FLAT', unitCents: 360, supplements: [{ label: 'Goûter', cents: 60 }] });
const DEARER_SNACKS = compiled({ type: 'FLAT', unitCents: 360, supplements: [{ label: 'Goûter', cents: 100 }] });
/** Booked with a snack of 0,60 €. */
const snacked = (days: Days, meeting: Meeting = AS_IT_WAS): On<Booking> => ({
  ...booked(days, meeting),
  promise: SNACKS.quote({ quotient: 64250 }),
  taken: { supplements: ['Goûter'], menuTypeId: null },
});
/** A forfait of 30,00 € a month. */
const FORFAIT = compiled({ type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 3000 } });
const forfait = (days: Days, meeting: Meeting): On<Booking> => ({
  ...booked(days, meeting),
  promise: FORFAIT.quote({ quotient: 64250 }),
});

describe('one child’s month, before and after', () => {
  it.each<Case>([
    {
      what: 'a snack every day, dearer under the draft',
      child: { booked: [snacked(ALL)], attended: [attended(ALL)] },
      tariff: DEARER_SNACKS,
      before: '42,00',
      after: '46,00',
    },
    {
      what: 'a snack that the draft does not have',
      child: { booked: [snacked(ALL)], attended: [attended(ALL)] },
      tariff: DEARER,
      before: '42,00',
      after: '42,00',
    },
    {
      what: 'a snack that was billed is not for being late',
      child: { booked: [snacked(ALL, HALF_MORE)], attended: [attended(ALL)], charged: [charged(ALL, 420)] },
      month: { billed: ALL },
      before: '42,00',
      after: '63,00',
      parts: 'unit 42,00 late 21,00',
    },
    {
      what: 'ten days booked and eaten, nothing drafted',
      child: { booked: [booked(ALL)], attended: [attended(ALL)] },
      before: '36,00',
      after: '36,00',
      parts: 'unit 36,00',
    },
    {
      what: 'a dearer tariff',
      child: { booked: [booked(ALL)], attended: [attended(ALL)] },
      tariff: DEARER,
      before: '36,00',
      after: '42,00',
    },
    {
      what: 'a dearer tariff, a day that nobody pointed, an absence and a presence that was not planned',
      child: {
        booked: [booked(but('17'))],
        attended: [
          attended(but('10', '16', '17')),
          attended(on('16'), 'ABSENT_UNJUSTIFIED'),
          attended(on('17'), 'PRESENT_UNPLANNED'),
        ],
      },
      tariff: DEARER,
      before: '37,80', // 8 × 3,60 + 4,00 + 5,00
      after: '45,80', // 8 × 4,20 + 5,20 + 7,00
      parts: 'unit 33,60 unplanned 7,00 absence 5,20',
    },
    {
      what: 'an absence that the mairie justified by hand costs nothing, whatever is drafted',
      child: { booked: [booked(ALL)], attended: [attended(but('16')), attended(on('16'), 'ABSENT_JUSTIFIED')] },
      tariff: DEARER,
      before: '32,40',
      after: '37,80',
    },
    {
      what: 'what was billed counts, not what the tariff would say today',
      child: { booked: [booked(ALL)], attended: [attended(ALL)], charged: [charged(ALL, 350)] },
      month: { billed: ALL },
      tariff: DEARER,
      before: '35,00',
      after: '42,00',
    },
    {
      what: 'what was billed stays where the draft changes nothing',
      child: {
        booked: [booked(ALL, IN_TIME)],
        attended: [attended(but('17')), attended(on('17'), 'ABSENT_UNJUSTIFIED')],
        charged: [charged(but('17'), 350), charged(on('17'), 390, 'UNJUSTIFIED_ABSENCE')],
      },
      month: { billed: ALL },
      before: '35,40',
      after: '35,40',
      parts: 'unit 31,50 absence 3,90',
    },
    {
      what: 'a presence that nobody had planned stays as it was billed too',
      child: { attended: [attended(on('17'), 'PRESENT_UNPLANNED')], charged: [charged(on('17'), 610, 'UNPLANNED')] },
      month: { billed: ALL },
      before: '6,10',
      after: '6,10',
      parts: 'unplanned 6,10',
    },
    {
      what: 'half the month billed',
      child: {
        booked: [booked(ALL)],
        attended: [attended(ALL)],
        charged: [charged(on('02', '03', '05', '06', '09'), 350)],
      },
      month: { billed: on('02', '03', '05', '06', '09') },
      before: '35,50',
      after: '35,50',
    },
    {
      what: 'two bookings refused: the child came all the same, unplanned',
      child: { booked: [booked(but('16', '17'), IN_TIME), booked(on('16', '17'), BLOCKED)], attended: [attended(ALL)] },
      before: '36,00',
      after: '38,80', // 8 × 3,60 + 2 × 5,00
      parts: 'unit 28,80 unplanned 10,00',
    },
    {
      what: 'a booking refused of a child who did not come: nothing is due any more',
      child: {
        booked: [booked(but('17'), IN_TIME), booked(on('17'), BLOCKED)],
        attended: [attended(but('17')), attended(on('17'), 'ABSENT_UNJUSTIFIED')],
      },
      before: '36,40',
      after: '32,40',
    },
    {
      what: 'a late booking that costs half as much again',
      child: { booked: [booked(but('17'), IN_TIME), booked(on('17'), HALF_MORE)], attended: [attended(ALL)] },
      before: '36,00',
      after: '37,80',
      parts: 'unit 36,00 late 1,80',
    },
    {
      what: 'the same where the month was billed',
      child: {
        booked: [booked(but('17'), IN_TIME), booked(on('17'), HALF_MORE)],
        attended: [attended(ALL)],
        charged: [charged(ALL, 360)],
      },
      month: { billed: ALL },
      before: '36,00',
      after: '37,80',
      parts: 'unit 36,00 late 1,80',
    },
    {
      what: 'a late booking that was billed for more, under a rule that takes it in time',
      child: {
        booked: [booked(but('17'), IN_TIME), { ...booked(on('17'), IN_TIME), lateBooking: { pct: 50 } }],
        attended: [attended(ALL)],
        charged: [charged(but('17'), 360), charged(on('17'), 540)],
      },
      month: { billed: ALL },
      before: '37,80',
      after: '36,00',
      parts: 'unit 36,00',
    },
    {
      what: 'hours that were billed beyond the first slice are not for being late',
      child: { booked: [booked(ALL, IN_TIME)], attended: [attended(ALL)], charged: [charged(ALL, 720)] },
      month: { billed: ALL, unitToldBeforehand: false },
      before: '72,00',
      after: '72,00',
      parts: 'unit 72,00',
    },
    {
      what: 'a booking before the new opening, or left to an agent, is supposed to come through',
      child: {
        booked: [
          booked(but('16', '17'), { met: 'NOT_YET', surcharge: null }),
          booked(on('16', '17'), { met: 'REQUEST_TO_AGENT', surcharge: null }),
        ],
        attended: [attended(ALL)],
      },
      before: '36,00',
      after: '36,00',
    },
    {
      what: 'a cancellation refused: absent without a reason',
      child: {
        booked: [booked(but('17'), IN_TIME)],
        cancelled: [cancelled(on('17'), BLOCKED)],
        attended: [attended(but('17'))],
      },
      before: '32,40',
      after: '36,40',
      parts: 'unit 32,40 absence 4,00',
    },
    {
      what: 'a cancellation refused of a child who came: as booked, instead of unplanned',
      child: {
        booked: [booked(but('17'), IN_TIME)],
        cancelled: [cancelled(on('17'), BLOCKED)],
        attended: [attended(ALL)],
      },
      before: '37,40',
      after: '36,00',
    },
    {
      what: 'a late cancellation that is owed in full',
      child: {
        booked: [booked(but('17'), IN_TIME)],
        cancelled: [cancelled(on('17'), { met: 'BILL_FULL', surcharge: null })],
        attended: [attended(but('17'))],
      },
      before: '32,40',
      after: '36,00',
    },
    {
      what: 'a cancellation of a booking that would have been refused',
      child: {
        booked: [booked(but('17'), IN_TIME)],
        cancelled: [cancelled(on('17'), BLOCKED, BLOCKED)],
        attended: [attended(but('17'))],
      },
      before: '32,40',
      after: '32,40',
    },
    {
      what: 'cancelled, booked again: one place, once',
      child: { booked: [booked(ALL, IN_TIME)], cancelled: [cancelled(on('17'), BLOCKED)], attended: [attended(ALL)] },
      before: '36,00',
      after: '36,00',
    },
    {
      what: 'three days of illness excused, two of them of carence under the draft',
      child: {
        booked: [booked(ALL)],
        attended: [attended(but('12', '13', '16')), attended(on('12', '13', '16'), 'ABSENT_UNJUSTIFIED')],
        absences: [absent(on('12', '13'), 'JUSTIFIED', 'CARENCE'), absent(on('16'), 'JUSTIFIED', 'JUSTIFIED')],
      },
      before: '25,20',
      after: '32,40',
      parts: 'unit 32,40 carence 7,20',
    },
    {
      what: 'a session called off is due neither way, whatever was asked of it',
      child: {
        booked: [booked(but('17'), IN_TIME), booked(on('17'), HALF_MORE)],
        cancelled: [cancelled(on('16'), BLOCKED)],
        attended: [attended(ALL)],
      },
      month: { calledOff: on('16', '17') },
      before: '28,80',
      after: '28,80',
    },
    {
      what: 'a forfait is due once, whatever is eaten of it',
      child: { booked: [booked(ALL)], attended: [attended(ALL)] },
      tariff: compiled({ type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 3000 } }),
      before: '36,00',
      after: '30,00',
    },
    {
      what: 'a forfait that was billed stays with the day that carried it',
      child: {
        booked: [forfait(but('17'), IN_TIME), forfait(on('17'), HALF_MORE)],
        attended: [attended(ALL)],
        charged: [charged(on('02'), 3000), charged(but('02'), 0)],
      },
      month: { billed: ALL, unitToldBeforehand: false },
      before: '30,00',
      after: '30,00',
    },
    {
      what: 'a price that counts: who comes unplanned pays 2,00 € more from the third time',
      child: { attended: [attended(on('02', '03', '05', '06'), 'PRESENT_UNPLANNED')] },
      tariff: compiled({
        type: 'FLAT',
        unitCents: 400,
        prices: { unplanned: { abs: 200, counter: { per: 'CHILD', period: 'MONTH', from: 3 } } },
      }),
      before: '20,00',
      after: '20,00', // 4,00 + 4,00 + 6,00 + 6,00
    },
    {
      what: 'half hours begun, an hour that nobody noted, an absence',
      child: {
        booked: [booked(on('02', '03', '05', '06'))],
        attended: [
          attended(on('02'), 'PRESENT', { arrivedAt: '16:30', leftAt: '17:00' }),
          attended(on('03'), 'PRESENT', { arrivedAt: '16:30', leftAt: '17:01' }),
          attended(on('05'), 'PRESENT', { arrivedAt: '16:30' }),
          attended(on('06'), 'ABSENT_UNJUSTIFIED'),
        ],
      },
      tariff: compiled({ type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 100 } }),
      before: '14,80',
      after: '8,00', // 1 + 2 + 4 slices, and the least for the absence
      parts: 'unit 7,00 absence 1,00',
    },
  ])('$what', (one) => {
    const totals = replayed(one);
    const { before, after } = totals.prestations[0]!;
    const { carenceDays } = totals.penalties.after;
    expect({ before: euros(before.totalCents), after: euros(after.totalCents) }).toEqual({
      before: one.before,
      after: one.after,
    });
    const parts = [
      ['unit', after.unitCents],
      ['unplanned', after.unplannedCents],
      ['absence', after.unjustifiedAbsenceCents],
      ['late', after.lateSurchargeCents],
      ['carence', carenceDays.cents],
    ] as const;
    if (one.parts !== undefined)
      expect(parts.flatMap(([part, cents]) => (cents === 0 ? [] : [`${part} ${euros(cents)}`])).join(' ')).toBe(
        one.parts,
      );
    expect(totals.families.get(7)).toMatchObject({ beforeCents: before.totalCents, afterCents: after.totalCents });
    const rows = totals.rows.reduce((sum, row) => sum + row.afterCents, 0);
    expect(rows).toBe(after.totalCents);
  });

  it.each([
    ['of the draft, by its quotients', { tariff: IN_FORCE, inForce: DEARER }, 'A'],
    ['in force, where the draft asks the same of all', { tariff: DEARER, inForce: IN_FORCE }, 'A'],
    ['of the draft, where neither goes by quotients', { tariff: DEARER, inForce: DEARER }, 'Tarif unique'],
    ['in force, without a draft', { inForce: IN_FORCE }, 'A'],
  ])('tells each family by its row %s', (_, tariffs, row) => {
    const totals = replayed({ child: { booked: [booked(ALL)] }, ...tariffs });
    expect(totals.rows.map((one) => one.row)).toEqual([row]);
  });

  it('tells what bookings and cancellations would have met, but for sessions called off', () => {
    const totals = replayed({
      child: {
        booked: [booked(but('16', '17'), IN_TIME), booked(on('16', '17'), BLOCKED)],
        cancelled: [cancelled(on('13'), { met: 'CREDIT', surcharge: null }), cancelled(on('12'), BLOCKED, BLOCKED)],
      },
      month: { calledOff: on('17') },
    });
    expect(totals.lateBookings).toEqual([{ prestationId: 4, met: 'BLOCKED', count: 2 }]);
    expect(totals.lateCancellations).toEqual([{ prestationId: 4, met: 'CREDIT', count: 1 }]);
  });

  it('counts the days that no tariff holds, and charges nothing for them', () => {
    const totals = replayed({
      child: { attended: [attended(on('05', '16'), 'PRESENT_UNPLANNED')], booked: [booked(on('02'))] },
      inForce: null,
    });
    const { before, after, unpriced } = totals.of(4);
    // A promise holds without a tariff.
    expect([before.totalCents, after.totalCents]).toEqual([360, 360]);
    const day = (text: string) => Temporal.PlainDate.from(text);
    const two = { days: 2, from: day('2026-11-05'), to: day('2026-11-16') };
    expect(unpriced).toEqual({ before: two, after: two });
    expect(
      replayed({ child: { attended: [attended(ALL)] }, inForce: null, tariff: DEARER }).of(4).unpriced,
    ).toMatchObject({
      before: { days: 10 },
      after: { days: 0 },
    });
  });
});
