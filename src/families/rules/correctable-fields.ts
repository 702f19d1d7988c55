import { Temporal } from '../../kernel/civil-time.js';
import { plainDate } from '../../kernel/french.js';
import * as values from './import-values.js';
import { LONGEST } from './import-line.js';
import { type Reading, refused, understood } from './reading.js';

export type SubjectKind = 'family' | 'guardian' | 'child';

interface Correctable {
  readonly label: string;
  /** Whether a blank value takes the known one away. */
  readonly erasable: boolean;
  readonly parse: (text: string, today: Temporal.PlainDate) => Reading<string>;
}

const name = (text: string) => values.parseName(text, LONGEST.name);
const line = (text: string) => values.parseText(text, LONGEST.address);
const as =
  <T>(parse: (text: string, today: Temporal.PlainDate) => Reading<T>) =>
  (text: string, today: Temporal.PlainDate): Reading<string> => {
    const reading = parse(text, today);
    return reading.ok ? understood(String(reading.value)) : reading;
  };
const kept = (label: string, parse: Correctable['parse']): Correctable => ({ label, erasable: false, parse });
const erasable = (label: string, parse: Correctable['parse']): Correctable => ({ label, erasable: true, parse });

/** What a parent may correct, by what it is about, with its French label and how it is read. */
export const CORRECTABLE_FIELDS: Readonly<Record<SubjectKind, Readonly<Record<string, Correctable>>>> = {
  family: {
    name: kept('Nom du foyer', name),
    addressLine1: kept('Adresse', (text) => (text === '' ? refused('à remplir') : line(text))),
    addressLine2: erasable('Complément d’adresse', line),
    postalCode: kept('Code postal', values.parsePostalCode),
    city: kept('Commune', name),
    allocataireNumber: erasable('N° d’allocataire', values.parseAllocataire),
  },
  guardian: {
    civility: kept('Civilité', as(values.parseCivility)),
    lastName: kept('Nom', name),
    firstName: kept('Prénom', name),
    email: kept('E-mail', values.parseEmail),
    phone: erasable('Téléphone', values.parsePhone),
  },
  child: {
    lastName: kept('Nom', name),
    firstName: kept('Prénom', name),
    birthDate: kept('Date de naissance', as(values.parseBirthDate)),
    sex: kept('Sexe', as(values.parseSex)),
    className: erasable('Classe', (text) => values.parseText(text, LONGEST.className)),
  },
};

const OTHER_LABELS: Readonly<Record<string, string>> = {
  school: 'École',
  menu: 'Menu',
  pai: 'PAI',
  wishes: 'Services souhaités',
};

/** The French label of a field of a household, an adult or a child. */
export function proposableLabel(field: string): string {
  const { family, guardian, child } = CORRECTABLE_FIELDS;
  return (family[field] ?? guardian[field] ?? child[field])?.label ?? OTHER_LABELS[field] ?? field;
}

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  civility: { MADAME: 'Madame', MONSIEUR: 'Monsieur' },
  sex: { F: 'Fille', M: 'Garçon' },
};

/** A value of one of these fields as one says it: « 12 avril 2018 », « Madame », « (rien) ». */
export function proposableValue(field: string, value: string | null): string {
  if (value === null || value === '') return '(rien)';
  if (field === 'birthDate') return plainDate(Temporal.PlainDate.from(value));
  return VALUES[field]?.[value] ?? value;
}

/** What a correction gives to store: null when the value goes away. `today` dates the births. */
export function readCorrection(
  kind: SubjectKind,
  field: string,
  text: string,
  today: Temporal.PlainDate,
): Reading<string | null> {
  const correctable = Object.hasOwn(CORRECTABLE_FIELDS[kind], field) ? CORRECTABLE_FIELDS[kind][field]! : null;
  if (!correctable) return refused('ce champ ne se corrige pas ici');
  const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (tidy === '' && correctable.erasable) return understood(null);
  if (/\p{C}/u.test(tidy)) return refused('retirez les caractères invisibles');
  return correctable.parse(tidy, today);
}
