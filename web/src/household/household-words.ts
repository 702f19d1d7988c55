import { counted } from '../words/counted';
import { longDay, plainDay, shortDay } from '../words/dates';
import type { Child, Guardian, Household, Person, Proposal, Swap } from './queries';

export const CIVILITIES = { MADAME: 'Madame', MONSIEUR: 'Monsieur' } as const;

export const WEEKS: Record<Child['custodies'][number]['weeks'], string> = {
  ALL: 'toutes les semaines',
  EVEN: 'les semaines paires',
  ODD: 'les semaines impaires',
};

/** Whether a child has a life elsewhere too. Its other foyer may be of another commune: its weeks are then unknown here. */
export function notEveryWeek({ custodies, otherFoyerWeeks }: Child): boolean {
  return otherFoyerWeeks !== null || custodies.some(({ weeks }) => weeks !== 'ALL');
}

export const PROPOSAL_STATES: Record<Proposal['state'], { readonly word: string; readonly sign: string }> = {
  PENDING: { word: 'En attente de la mairie', sign: '○' },
  ACCEPTED: { word: 'Acceptée', sign: '✓' },
  REFUSED: { word: 'Refusée', sign: '✕' },
  WITHDRAWN: { word: 'Retirée', sign: '–' },
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  civility: CIVILITIES,
  sex: { F: 'Fille', M: 'Garçon' },
};

/** A value of a correction, as one says it: « 12 avril 2018 », « Madame », « à retirer ». */
export function correctedValue(field: string, value: string): string {
  if (value === '') return 'à retirer';
  return field === 'birthDate' ? plainDay(value) : (VALUES[field]?.[value] ?? value);
}

export const PERSON_STATES: Record<Person['state'], { readonly word: string; readonly sign: string }> = {
  PENDING: { word: 'En attente de la mairie', sign: '○' },
  ACCEPTED: { word: 'Autorisée', sign: '✓' },
  REFUSED: { word: 'Refusée par la mairie', sign: '✕' },
  WITHDRAWN: { word: 'Retirée', sign: '–' },
};

/** By child, in the order in which they came. */
export function groupedByChild(all: readonly Person[]): (readonly [string, readonly Person[]])[] {
  const ids = [...new Set(all.map(({ childId }) => childId))];
  return ids.map((id) => {
    const named = all.filter(({ childId }) => childId === id);
    return [named[0]?.childName ?? '', named] as const;
  });
}

export const SWAP_STATES: Record<Swap['state'], { readonly word: string; readonly sign: string }> = {
  PENDING: { word: 'Sans réponse pour l’instant', sign: '○' },
  CONFIRMED: { word: 'Confirmé', sign: '✓' },
  REFUSED: { word: 'Refusé', sign: '✕' },
  WITHDRAWN: { word: 'Retiré', sign: '–' },
  EXPIRED: { word: 'Resté sans réponse', sign: '–' },
};

export function guardianName({ civility, firstName, lastName }: Guardian): string {
  return [civility ? CIVILITIES[civility] : '', firstName, lastName].filter(Boolean).join(' ');
}

/** « du mardi 1er septembre 2026 au … », or « depuis le … » while no end is known. */
export function spanInWords({ from, to }: { readonly from: string; readonly to?: string | null | undefined }): string {
  return to ? `du ${longDay(from)} au ${longDay(to)}` : `depuis le ${longDay(from)}`;
}

/** The days of an exchange, those that one has then and those that one gives. */
export function swapInWords({ days }: Swap): { readonly taken: string; readonly given: string } {
  const said = (withYou: boolean) =>
    days
      .filter((day) => day.withYou === withYou)
      .map(({ date }) => shortDay(date))
      .join(', ');
  return { taken: said(true), given: said(false) };
}

/** What one still has reserved on the days that one gives, as long as it matters; null where there is nothing to say. */
export function reservedOnGiven({ state, ownReservations }: Pick<Swap, 'state' | 'ownReservations'>): string | null {
  if (ownReservations === 0 || (state !== 'PENDING' && state !== 'CONFIRMED')) return null;
  const have = `Vous avez ${state === 'CONFIRMED' ? 'encore ' : ''}${counted(ownReservations, 'réservation', 'réservations')}`;
  const stays =
    ownReservations > 1
      ? 'elles restent à vous et vous seront facturées si vous ne les annulez pas'
      : 'elle reste à vous et vous sera facturée si vous ne l’annulez pas';
  return `${have} sur les jours donnés : ${stays}.`;
}

/** What may be corrected of a subject: its field for the API, its label, its value as it is. */
export interface Correctable {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly kind: 'text' | 'email' | 'tel' | 'day' | 'civility';
}

export interface Subject {
  readonly title: string;
  readonly fields: readonly Correctable[];
}

/** Whom an address such as `guardian:31` means in the foyer; null when no one. */
export function subjectOf(foyer: Household, subject: string): Subject | null {
  if (subject === `family:${foyer.familyId}`) return { title: 'le foyer', fields: fieldsOfFamily(foyer) };
  const guardian = foyer.guardians.find(({ guardianId }) => subject === `guardian:${guardianId}`);
  if (guardian) return { title: guardianName(guardian), fields: fieldsOfGuardian(guardian) };
  const child = foyer.children.find(({ childId }) => subject === `child:${childId}`);
  return child ? { title: child.firstName, fields: fieldsOfChild(child) } : null;
}

const text = (field: string, label: string, value: string | null, kind: Correctable['kind'] = 'text'): Correctable => ({
  field,
  label,
  value: value ?? '',
  kind,
});

function fieldsOfFamily(foyer: Household): Correctable[] {
  return [
    text('name', 'Nom du foyer', foyer.name),
    text('addressLine1', 'Adresse', foyer.addressLine1),
    text('addressLine2', 'Complément d’adresse', foyer.addressLine2),
    text('postalCode', 'Code postal', foyer.postalCode),
    text('city', 'Commune', foyer.city),
    text('allocataireNumber', 'N° d’allocataire CAF ou MSA', foyer.allocataireNumber),
  ];
}

function fieldsOfGuardian({ civility, lastName, firstName, email, phone }: Guardian): Correctable[] {
  return [
    text('civility', 'Civilité', civility, 'civility'),
    text('lastName', 'Nom', lastName),
    text('firstName', 'Prénom', firstName),
    text('email', 'Adresse électronique', email, 'email'),
    text('phone', 'Téléphone', phone, 'tel'),
  ];
}

function fieldsOfChild({ lastName, firstName, birthDate, className }: Child): Correctable[] {
  return [
    text('lastName', 'Nom', lastName),
    text('firstName', 'Prénom', firstName),
    text('birthDate', 'Date de naissance', birthDate, 'day'),
    text('className', 'Classe', className),
  ];
}
