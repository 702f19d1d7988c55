import { COMMUNE } from './commune.js';

/** The règlements that the council of Valmont-sur-Orle voted: each in a form that real communes use. */

const daysBefore = (n: number, unit: string, at: string) => ({ type: 'DAYS_BEFORE', n, unit, at });
const weekBefore = (weekday: string, at: string) => ({ type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday, at });
const sameWeek = (weekday: string, at: string) => ({ type: 'WEEKDAY_OF_WEEK', weeksBack: 0, weekday, at });

/** Monday and Tuesday are decided on Friday, Thursday and Friday on Tuesday: the kitchen is ordered twice a week. */
const twiceAWeek = {
  type: 'BATCH',
  perWeekday: {
    MO: weekBefore('FR', '09:00'),
    TU: weekBefore('FR', '09:00'),
    TH: sameWeek('TU', '09:00'),
    FR: sameWeek('TU', '09:00'),
  },
};

const absence = {
  declareBefore: daysBefore(0, 'CALENDAR', '09:00'),
  proof: { kinds: ['ILLNESS', 'ACCIDENT', 'HOSPITAL'], withinDays: 3, anchor: 'FIRST_DAY_START', hardLimitDays: 10 },
  carenceDays: { n: 1, ifLate: 2 },
  collective: ['STRIKE', 'CLOSURE', 'SCHOOL_TRIP'],
};

const shiftWorkers = {
  kind: 'SHIFT_WORK',
  label: 'Parents en horaires décalés',
  proof: 'EMPLOYER_LETTER',
  add: daysBefore(1, 'MON_FRI', '09:00'),
};

/** Up to the day before at noon by telephone; then the meal is ordered, and due. */
const givenUpLate = [
  { type: 'PHONE_ONLY', number: COMMUNE.phone, until: daysBefore(1, 'MON_FRI', '12:00') },
  { type: 'BILL_FULL' },
];

const kitchen = { order: daysBefore(1, 'MON_FRI', '15:00'), absence, waivers: [shiftWorkers] };

export const POLICIES = {
  littleCanteen: { add: twiceAWeek, cancel: { deadline: twiceAWeek, afterDeadline: givenUpLate }, ...kitchen },
  canteen: {
    add: {
      deadline: weekBefore('TH', '12:00'),
      afterDeadline: [{ type: 'SURCHARGE', abs: 150, counter: { per: 'CHILD', period: 'MONTH', from: 2 } }],
    },
    cancel: { deadline: daysBefore(2, 'OUVRE', '09:00'), afterDeadline: givenUpLate },
    ...kitchen,
  },
  morningCare: {
    add: { deadline: daysBefore(1, 'SERVICE_DAY', '18:00'), afterDeadline: [{ type: 'REQUEST_TO_AGENT' }] },
    cancel: daysBefore(1, 'SERVICE_DAY', '18:00'),
  },
  littleEveningCare: {
    add: { type: 'PREV_WEEKDAY', weekday: 'FR', at: '12:00' },
    cancel: { deadline: daysBefore(1, 'OUVRE', '09:00'), afterDeadline: [{ type: 'BILL_FULL' }] },
  },
  eveningCare: { add: { type: 'NONE' }, cancel: daysBefore(0, 'CALENDAR', '12:00') },
  wednesday: {
    add: {
      deadline: {
        type: 'DAY_OF_MONTH',
        monthsBack: 1,
        day: 25,
        at: '24:00',
        opensAt: daysBefore(62, 'CALENDAR', '00:00'),
      },
      afterDeadline: [{ type: 'PHONE_ONLY', number: COMMUNE.phone }],
    },
    cancel: { deadline: daysBefore(7, 'CALENDAR', '24:00'), afterDeadline: [{ type: 'BILL_FULL' }] },
    order: daysBefore(1, 'MON_FRI', '12:00'),
    absence,
  },
  holidays: {
    add: {
      type: 'DAYS_FRANCS_BEFORE',
      n: 15,
      anchor: 'PERIOD_START',
      opensAt: daysBefore(90, 'CALENDAR', '00:00'),
    },
    cancel: { type: 'DAYS_FRANCS_BEFORE', n: 8, anchor: 'PERIOD_START' },
    absence,
  },
  circus: { add: daysBefore(7, 'CALENDAR', '24:00'), cancel: daysBefore(7, 'CALENDAR', '24:00') },
} as const;

/** One week for which the canteen of the élémentaire orders from a guest cook: the limit is a date. */
export const TASTE_WEEK = { month: 10, firstDay: 12, lastDay: 16, closes: { day: 1, at: '12:00' } } as const;
