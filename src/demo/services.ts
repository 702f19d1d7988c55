import type { Temporal } from '../kernel/civil-time.js';
import { CENTRE, ELEMENTAIRE, MATERNELLE } from './commune.js';
import { POLICIES } from './policies.js';
import { TARIFFS } from './tariffs.js';

/** What the commune offers: three services in each school, two in the centre. */

const SCHOOL_WEEK = ['MO', 'TU', 'TH', 'FR'];
const school = (
  site: string,
  places: { readonly canteen: number; readonly care: number },
  rules: { readonly canteen: object; readonly eveningCare: object },
) => [
  {
    site,
    settings: {
      name: 'Cantine',
      kind: 'CANTEEN',
      weekdays: SCHOOL_WEEK,
      runsOn: 'SCHOOL_DAYS',
      startsAt: '11:45',
      endsAt: '13:20',
      places: places.canteen,
      ordersMeals: true,
      budgetNature: '7067',
      budgetFunction: '281',
      cesuAccepted: false,
    },
    policy: rules.canteen,
    tariff: TARIFFS.canteen,
  },
  {
    site,
    settings: {
      name: 'Garderie du matin',
      kind: 'MORNING_CARE',
      weekdays: SCHOOL_WEEK,
      runsOn: 'SCHOOL_DAYS',
      startsAt: '07:30',
      endsAt: '08:20',
      places: places.care,
      budgetNature: '7067',
      budgetFunction: '288',
      cesuAccepted: true,
    },
    policy: POLICIES.morningCare,
    tariff: TARIFFS.morningCare,
  },
  {
    site,
    settings: {
      name: 'Garderie du soir',
      kind: 'EVENING_CARE',
      weekdays: SCHOOL_WEEK,
      runsOn: 'SCHOOL_DAYS',
      startsAt: '16:30',
      endsAt: '18:30',
      places: places.care,
      budgetNature: '7067',
      budgetFunction: '288',
      cesuAccepted: true,
    },
    policy: rules.eveningCare,
    tariff: TARIFFS.eveningCare,
  },
];

export const PRESTATIONS = [
  ...school(
    MATERNELLE,
    { canteen: 45, care: 20 },
    { canteen: POLICIES.littleCanteen, eveningCare: POLICIES.littleEveningCare },
  ),
  ...school(ELEMENTAIRE, { canteen: 60, care: 24 }, { canteen: POLICIES.canteen, eveningCare: POLICIES.eveningCare }),
  {
    site: CENTRE,
    settings: {
      name: 'Mercredi',
      kind: 'LEISURE_CENTRE',
      weekdays: ['WE'],
      runsOn: 'SCHOOL_DAYS',
      startsAt: '07:30',
      endsAt: '18:30',
      places: 30,
      ordersMeals: true,
      budgetNature: '7066',
      budgetFunction: '331',
      cesuAccepted: true,
      openToAllSites: true,
    },
    policy: POLICIES.wednesday,
    tariff: TARIFFS.wednesday,
  },
  {
    site: CENTRE,
    settings: {
      name: 'Vacances',
      kind: 'LEISURE_CENTRE',
      weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
      runsOn: 'HOLIDAYS',
      startsAt: '07:30',
      endsAt: '18:30',
      places: 30,
      ordersMeals: true,
      budgetNature: '7066',
      budgetFunction: '331',
      cesuAccepted: true,
      openToAllSites: true,
    },
    policy: POLICIES.holidays,
    tariff: TARIFFS.holidays,
  },
];

/** Three days of the autumn holidays, paid when they are booked. */
export const CIRCUS = {
  days: 3,
  site: CENTRE,
  settings: {
    name: 'Stage de cirque',
    kind: 'OTHER',
    paymentMode: 'R',
    weekdays: ['MO', 'TU', 'WE'],
    runsOn: 'HOLIDAYS',
    startsAt: '14:00',
    endsAt: '17:00',
    places: 12,
    budgetNature: '7066',
    budgetFunction: '331',
    cesuAccepted: false,
    openToAllSites: true,
  },
  policy: POLICIES.circus,
  tariff: TARIFFS.circus,
} as const;

/** The Monday to Wednesday of the last week of October, which is in the autumn holidays of every zone. */
export function circusDays(from: Temporal.PlainDate): { from: string; to: string } {
  const day = from.with({ month: 10, day: 25 });
  const monday = day.add({ days: (8 - day.dayOfWeek) % 7 });
  return { from: monday.toString(), to: monday.add({ days: CIRCUS.days - 1 }).toString() };
}

/** The meals of both schools are eaten in one room. */
export const REFECTORY = { name: 'le réfectoire', places: 100 } as const;
