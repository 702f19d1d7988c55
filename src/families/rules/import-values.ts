import { isEmail } from 'class-validator';
import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { shortDate, typeset } from '../../kernel/french.js';
import { foldedText } from './child-identity.js';
import type { CustodyWeeks } from './custody.js';
import type { Civility, Sex } from './import-shape.js';
import { type Reading, refused, understood } from './reading.js';

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0[:h]00(?::00)?)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?$/;

/** Reads « 03/08/2021 », « 03-08-2021 », « 03.08.2021 » or « 2021-08-03 ». */
export const parseDate = remembering(readDate);

function readDate(text: string): Reading<Temporal.PlainDate> {
  const dayFirst = DAY_FIRST.exec(text);
  const [, year, month, day] = dayFirst ? [text, dayFirst[3], dayFirst[2], dayFirst[1]] : (YEAR_FIRST.exec(text) ?? []);
  if (!year || !month || !day) return refused(typeset('ce n’est pas une date : écrivez-la comme 03/08/2021'));
  try {
    return understood(new Temporal.PlainDate(Number(year), Number(month), Number(day)));
  } catch {
    return refused('cette date n’existe pas dans le calendrier');
  }
}

/** The birth date of a child on `today`: neither in the future, nor eighteen years ago or more. */
export function parseBirthDate(text: string, today: Temporal.PlainDate): Reading<Temporal.PlainDate> {
  const date = parseDate(text);
  if (!date.ok) return date;
  if (isBefore(today, date.value)) return refused(`date de naissance à venir (après le ${shortDate(today)})`);
  if (isBefore(date.value, today.subtract({ years: 18 }))) return refused(typeset('plus de 18 ans : vérifiez la date'));
  return date;
}

export function parseName(text: string, longest: number): Reading<string> {
  if (text === '') return refused('à remplir');
  if (!/[\p{L}\p{Extended_Pictographic}]/u.test(text)) return refused('un nom contient au moins une lettre');
  return parseText(text, longest);
}

export function parseText(text: string, longest: number): Reading<string> {
  const tooLong = text.length > longest && [...text].length > longest;
  return tooLong ? refused(`plus de ${longest} caractères`) : understood(text);
}

/** An e-mail address in lower case, as accounts compare them. */
export function parseEmail(text: string): Reading<string> {
  return isEmail(text, { allow_utf8_local_part: false })
    ? understood(text.toLowerCase())
    : refused(typeset('ce n’est pas une adresse e-mail : écrivez-la comme prenom.nom@exemple.fr'));
}

/** A French number of ten digits, or an international one; returned as typed. */
export function parsePhone(text: string): Reading<string> {
  const digits = text.replace(/[\s.\-/]/g, '').replace(/\(0\)/, '');
  if (/^0[1-9]\d{8}$/.test(digits) || /^(?:\+|00)[1-9]\d{7,14}$/.test(digits)) {
    return /^(?:\+|00)33/.test(digits) && !/^(?:\+|00)33[1-9]\d{8}$/.test(digits)
      ? refused(PHONE)
      : parseText(text, 30);
  }
  return refused(/^[1-9]\d{8}$/.test(digits) ? typeset('il manque le zéro du début : 06 12 34 56 78') : PHONE);
}

const PHONE = typeset('ce n’est pas un numéro de téléphone : écrivez-le comme 06 12 34 56 78 ou +33 6 12 34 56 78');

export function parsePostalCode(text: string): Reading<string> {
  if (/^\d{5}$/.test(text)) return understood(text);
  return refused(
    typeset(
      /^\d{4}$/.test(text)
        ? `cinq chiffres : il manque peut-être le zéro du début (0${text})`
        : 'cinq chiffres attendus',
    ),
  );
}

export function parseAllocataire(text: string): Reading<string> {
  return /^[\dA-Za-z ]{1,20}$/.test(text) && /\d/.test(text)
    ? understood(text)
    : refused('ce n’est pas un numéro d’allocataire (chiffres et lettres, 20 au plus)');
}

const YES_NO_WORDS = new Map([
  ['o', true],
  ['oui', true],
  ['1', true],
  ['x', true],
  ['n', false],
  ['non', false],
  ['0', false],
  ['', false],
]);
const CIVILITIES = new Map<string, Civility>([
  ['madame', 'MADAME'],
  ['mme', 'MADAME'],
  ['mlle', 'MADAME'],
  ['mademoiselle', 'MADAME'],
  ['monsieur', 'MONSIEUR'],
  ['m', 'MONSIEUR'],
  ['mr', 'MONSIEUR'],
]);
const SEXES = new Map<string, Sex>([
  ['f', 'F'],
  ['fille', 'F'],
  ['feminin', 'F'],
  ['m', 'M'],
  ['g', 'M'],
  ['garcon', 'M'],
  ['masculin', 'M'],
]);
const CUSTODIES = new Map<string, CustodyWeeks>([
  ['', 'ALL'],
  ['toutes les semaines', 'ALL'],
  ['semaines paires', 'EVEN'],
  ['semaine paire', 'EVEN'],
  ['paires', 'EVEN'],
  ['paire', 'EVEN'],
  ['semaines impaires', 'ODD'],
  ['semaine impaire', 'ODD'],
  ['impaires', 'ODD'],
  ['impaire', 'ODD'],
]);

export const parseYesNo = oneOf(YES_NO_WORDS, 'O ou N');
export const parseCivility = oneOf(CIVILITIES, 'Madame ou Monsieur');
export const parseSex = oneOf(SEXES, 'F ou M');
export const parseCustody = oneOf(CUSTODIES, '« semaines paires », « semaines impaires » ou rien');

function oneOf<T>(words: ReadonlyMap<string, T>, expected: string): (text: string) => Reading<T> {
  const reason = typeset(`valeur inconnue : ${expected}`);
  return remembering((text) => {
    const folded = foldedText(text);
    const value = folded === '' && text !== '' ? undefined : words.get(folded);
    return value === undefined ? refused(reason) : understood(value);
  });
}

/** Why a label cannot name a menu, as the collectivité's own list of menus judges it. */
export type MenuFault = (label: string) => 'RELIGION' | 'HEALTH' | null;

const COMMON_MENUS = new Map(
  ['Standard', 'Sans porc', 'Sans viande', 'Panier PAI'].map((label) => [foldedText(label), label]),
);

/** The label of a menu type, spelled as the product does when it is a common one. Menus are neutral. */
export function menuParser(faultOf: MenuFault): (text: string) => Reading<string> {
  return remembering((text) => {
    const fault = faultOf(text);
    if (fault) return refused(MENU_FAULTS[fault]);
    return parseName(COMMON_MENUS.get(foldedText(text)) ?? text, 40);
  });
}

const MENU_FAULTS = {
  RELIGION: typeset('un menu ne peut pas dire une religion : remplacez par « Sans porc » ou « Sans viande »'),
  HEALTH: typeset('un menu ne peut pas dire une maladie : mettez « Panier PAI » et O dans la colonne PAI'),
};

/** The same few dates and words come on every line of a long file: the first thousands are read only once. */
function remembering<T>(parse: (text: string) => Reading<T>): (text: string) => Reading<T> {
  const known = new Map<string, Reading<T>>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const reading = parse(text);
    if (known.size < 5000 && text.length < 40) known.set(text, reading);
    return reading;
  };
}
