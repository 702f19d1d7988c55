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
    'Par chèque à l’ordre de « Régie périscolaire de Valmont-sur-Orle », en espèces, par carte, en CESU (garderie) au guichet de la mairie, par virement, ou en ligne depuis votre espace famille.',
};

/** A green of the river, dark enough to be read on white. */
export const COLOUR = '#1d5c56';

/** What its page of legal notices tells. */
export const LEGAL_NOTICE = {
  publicationDirector: 'Marianne Soulier, maire',
  hostName: 'Orle Hébergement',
  hostAddress: '12 rue du Moulin, 99120 VALMONT-SUR-ORLE',
  hostPhone: '04 65 71 00 90',
  dataProtectionOfficer: 'Délégué mutualisé du centre de gestion',
  dataProtectionEmail: 'dpo@centre-de-gestion.example',
};

/** Its contract with PayFiP, which the demonstration simulates. */
export const PAYFIP = {
  active: true,
  numcli: '099120',
  mode: 'W',
  severalInvoices: true,
  referenceForm: 'INVOICE',
  referencePrefix: 'ORLE',
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
