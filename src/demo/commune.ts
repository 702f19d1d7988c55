import type { NewCollectivite } from '../collectivites/index.js';

/** Valmont-sur-Orle does not exist; its règlement and its prices are of the kind that real communes vote. */
export const COMMUNE: NewCollectivite = {
  name: 'Mairie de Valmont-sur-Orle',
  siret: null,
  addressLine1: '1 place de la Mairie',
  postalCode: '99120',
  city: 'VALMONT-SUR-ORLE',
  phone: '04 65 71 00 10',
  email: 'periscolaire@valmont-sur-orle.example',
  website: 'https://www.valmont-sur-orle.example',
  kitchenEmail: 'cuisine-centrale@valmont-sur-orle.example',
  timeZone: 'Europe/Paris',
  schoolZone: 'C',
  holidaysOf: 'metropole',
  billingDay: 3,
  paymentDays: 30,
  regieLabel: 'Régie périscolaire de Valmont-sur-Orle',
  regisseurName: 'Odile Ferrand',
  paymentInstructions:
    'Par chèque à l’ordre de « Régie périscolaire de Valmont-sur-Orle », en espèces, par carte, en CESU (garderie) au guichet de la mairie, ou par virement.',
};

export const PASSWORD = 'Orle-tilleul-cartable-2026';

export const STAFF = [
  { role: 'administrateur', firstName: 'Hélène', lastName: 'Castan', email: 'helene.castan@valmont-sur-orle.example' },
  { role: 'agent', firstName: 'Bruno', lastName: 'Salles', email: 'bruno.salles@valmont-sur-orle.example' },
  { role: 'regisseur', firstName: 'Odile', lastName: 'Ferrand', email: 'odile.ferrand@valmont-sur-orle.example' },
  { role: 'animateur', firstName: 'Karim', lastName: 'Benali', email: 'karim.benali@valmont-sur-orle.example' },
] as const;

export const MATERNELLE = 'École maternelle Les Tilleuls';
export const ELEMENTAIRE = 'École élémentaire Simone-Veil';
export const CENTRE = 'Centre de loisirs du Parc';

export const SITES = [
  {
    name: MATERNELLE,
    kind: 'SCHOOL',
    addressLine1: '4 rue des Tilleuls',
    postalCode: '99120',
    city: 'VALMONT-SUR-ORLE',
  },
  {
    name: ELEMENTAIRE,
    kind: 'SCHOOL',
    addressLine1: '12 avenue Simone-Veil',
    postalCode: '99120',
    city: 'VALMONT-SUR-ORLE',
  },
  { name: CENTRE, kind: 'CENTRE', addressLine1: 'Parc de l’Orle', postalCode: '99120', city: 'VALMONT-SUR-ORLE' },
] as const;

export const OPENING_HOURS = [
  ...(['MO', 'TU', 'TH', 'FR'] as const).flatMap((weekday) => [
    { weekday, opensAt: '08:30', closesAt: '12:00' },
    { weekday, opensAt: '13:30', closesAt: '17:00' },
  ]),
  { weekday: 'WE', opensAt: '08:30', closesAt: '12:00' },
];

const SCHOOL_WEEK = ['MO', 'TU', 'TH', 'FR'];
const canteenDeadlines = {
  add: { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '12:00' },
  cancel: { type: 'DAYS_BEFORE', n: 2, unit: 'OUVRE', at: '09:00' },
};
const careDeadlines = {
  add: { type: 'DAYS_BEFORE', n: 1, unit: 'SERVICE_DAY', at: '18:00' },
  cancel: { type: 'DAYS_BEFORE', n: 1, unit: 'SERVICE_DAY', at: '18:00' },
};
const leisureDeadlines = {
  add: { type: 'DAYS_BEFORE', n: 7, unit: 'CALENDAR', at: '24:00' },
  cancel: { type: 'DAYS_BEFORE', n: 2, unit: 'OUVRE', at: '12:00' },
};

/** A grid by QF: bounds, then unit / unplanned / unjustified absence in cents. */
const grid = (
  ...rows: [label: string, from: number, to: number | null, unit: number, unplanned: number, absence: number][]
) =>
  rows.map(([label, quotientMin, quotientMax, unitCents, unplannedCents, unjustifiedAbsenceCents]) => ({
    label,
    quotientMin,
    quotientMax,
    unitCents,
    unplannedCents,
    unjustifiedAbsenceCents,
  }));

const canteenGrid = grid(
  ['Tranche A', 0, 400, 100, 300, 100],
  ['Tranche B', 400, 700, 245, 490, 245],
  ['Tranche C', 700, 1100, 325, 650, 325],
  ['Tranche D', 1100, 1600, 395, 790, 395],
  ['Tranche E', 1600, null, 460, 920, 460],
);
const careGrid = grid(
  ['Tranche A', 0, 400, 50, 150, 50],
  ['Tranche B', 400, 1100, 110, 250, 110],
  ['Tranche C', 1100, null, 160, 320, 160],
);
const leisureGrid = grid(
  ['Tranche A', 0, 400, 450, 900, 450],
  ['Tranche B', 400, 1100, 820, 1640, 820],
  ['Tranche C', 1100, null, 1250, 2500, 1250],
);

const school = (site: string, canteenPlaces: number, carePlaces: number) => [
  {
    site,
    settings: {
      name: 'Cantine',
      kind: 'CANTEEN',
      weekdays: SCHOOL_WEEK,
      runsOn: 'SCHOOL_DAYS',
      startsAt: '11:45',
      endsAt: '13:20',
      places: canteenPlaces,
      ordersMeals: true,
      budgetNature: '7067',
      budgetFunction: '281',
      cesuAccepted: false,
    },
    deadlines: canteenDeadlines,
    rows: canteenGrid,
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
      places: carePlaces,
      budgetNature: '7067',
      budgetFunction: '288',
      cesuAccepted: true,
    },
    deadlines: careDeadlines,
    rows: careGrid,
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
      places: carePlaces,
      budgetNature: '7067',
      budgetFunction: '288',
      cesuAccepted: true,
    },
    deadlines: careDeadlines,
    rows: careGrid,
  },
];

export const PRESTATIONS = [
  ...school(MATERNELLE, 45, 20),
  ...school(ELEMENTAIRE, 60, 24),
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
    deadlines: leisureDeadlines,
    rows: leisureGrid,
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
    deadlines: leisureDeadlines,
    rows: leisureGrid,
  },
];
