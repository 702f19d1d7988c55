import { typeset } from '../../kernel/french.js';
import { KNOWN_WEAK } from './known-weak-passwords.js';

/** Longest password taken, in characters: a passphrase fits, a flood does not. */
export const LONGEST_PASSWORD = 200;

/** Whose password it is: what is easily guessed about the person may not be in it. */
export interface PasswordOwner {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * What a password lacks, as French sentences; none when it is accepted. Strength of at least 80 bits (CNIL,
 * délibération 2022-100 of 21 July 2022): 12 characters of the four kinds, 14 of three kinds, or a passphrase of
 * 7 words or 20 characters. Any Unicode text is taken, spaces included. What can be foretold (aaaa, 1234, azerty)
 * counts as one character.
 */
export function passwordFaults(password: string, owner: PasswordOwner): string[] {
  const text = password.normalize('NFC');
  if ([...text].length > LONGEST_PASSWORD)
    return [`Le mot de passe dépasse ${LONGEST_PASSWORD} caractères. Choisissez-en un plus court.`];
  const faults = [
    ...(namesOwner(text, owner)
      ? ['Il contient votre nom, votre prénom ou votre adresse électronique : retirez-les, on les devine.']
      : []),
    ...(isKnownWeak(text)
      ? ['Il est bâti sur un mot de passe très répandu : choisissez des mots qui n’appartiennent qu’à vous.']
      : []),
    ...strengthFaults(text),
  ];
  return faults.map(typeset);
}

/** What the portal's hint says too: the whole rule, while there is nothing to measure yet. */
const WHOLE_RULE =
  'Choisissez un mot de passe. Le plus simple : une phrase de 7 mots ou de 20 caractères. Ou 14 caractères de trois sortes (minuscule, majuscule, chiffre, signe), ou 12 des quatre sortes.';

function strengthFaults(text: string): string[] {
  if (text === '') return [WHOLE_RULE];
  const useful = withoutPatterns(text);
  const length = [...useful].length;
  const kinds = kindsOf(useful);
  if (length >= 20 || (length >= 12 && words(useful) >= 7)) return [];
  if (length >= 14 && kinds.present.length >= 3) return [];
  if (length >= 12 && kinds.present.length === 4) return [];
  const patterns =
    [...text].length > length
      ? ['Les répétitions et les suites (aaaa, 1234, azerty) ne comptent que pour un caractère.']
      : [];
  return [missing(length, kinds), ...patterns];
}

/** Names the shortest way from here to a password that is accepted. */
function missing(length: number, kinds: Kinds): string {
  const passphrase = 'ou faites une phrase d’au moins 7 mots ou 20 caractères.';
  const characters = (wanted: number) => `${wanted - length} caractère${wanted - length > 1 ? 's' : ''}`;
  if (kinds.present.length === 4) return `Il manque ${characters(12)} (12 au moins) ; ${passphrase}`;
  if (kinds.present.length === 3 && length >= 12)
    return `Il manque ${characters(14)}, ou ${kinds.absent[0]!} ; ${passphrase}`;
  if (kinds.present.length === 3) return `Il manque ${characters(14)} (14 au moins) ; ${passphrase}`;
  const lacking = length < 14 ? `${characters(14)} (14 au moins) et ` : '';
  return `Il manque ${lacking}une autre sorte de caractères (${kinds.absent.join(', ')}) ; ${passphrase}`;
}

interface Kinds {
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** Letters of a script without case stand for lower-case ones; every other sign, space included, is special. */
function kindsOf(text: string): Kinds {
  const kinds: [RegExp, string][] = [
    [/[\p{Ll}\p{Lo}\p{Lm}]/u, 'une minuscule'],
    [/[\p{Lu}\p{Lt}]/u, 'une majuscule'],
    [/\p{N}/u, 'un chiffre'],
    [/[^\p{L}\p{N}]/u, 'un caractère spécial'],
  ];
  const labels = (wanted: boolean) => kinds.filter(([kind]) => kind.test(text) === wanted).map(([, label]) => label);
  return { present: labels(true), absent: labels(false) };
}

function words(text: string): number {
  return new Set(folded(text).match(/\p{L}{2,}/gu)).size;
}

const KEYBOARD_ROWS = [
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
];
const SEQUENCES = [...KEYBOARD_ROWS, ...KEYBOARD_ROWS.map((row) => [...row].reverse().join(''))];

/** The text with each repeated block, and each run of four neighbours or more, cut down to its first character. */
function withoutPatterns(text: string): string {
  const once = text.replace(/(.{2,}?)\1+/gsu, '$1').replace(/(.)\1{2,}/gsu, '$1');
  const characters = [...once];
  const kept: string[] = [];
  for (let at = 0; at < characters.length;) {
    kept.push(characters[at]!);
    at += Math.max(1, sequenceFrom(characters, at));
  }
  return kept.join('');
}

/** Length of the run of neighbours (abcd, 4321, azer) that starts here; 0 under four. */
function sequenceFrom(characters: readonly string[], at: number): number {
  let run = 0;
  for (let length = 4; at + length <= characters.length; length += 1) {
    const part = characters
      .slice(at, at + length)
      .join('')
      .toLowerCase();
    if (!SEQUENCES.some((sequence) => sequence.includes(part))) break;
    run = length;
  }
  return run;
}

function namesOwner(text: string, owner: PasswordOwner): boolean {
  const plain = letters(folded(text));
  const parts = [owner.firstName, owner.lastName, ...owner.email.split('@')[0]!.split(/[^\p{L}]+/u)]
    .map((part) => letters(folded(part)))
    .filter((part) => part.length >= 4);
  return parts.some((part) => plain.includes(part));
}

function isKnownWeak(text: string): boolean {
  const plain = folded(text).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [plain, withoutLeet(plain)].map(letters).some((core) => core !== '' && isWeakWord(core));
}

/** One known word, or two put together (twice the same among them). */
function isWeakWord(core: string): boolean {
  if (KNOWN_WEAK.has(core)) return true;
  for (let cut = 3; cut <= core.length - 3; cut += 1) {
    if (KNOWN_WEAK.has(core.slice(0, cut)) && KNOWN_WEAK.has(core.slice(cut))) return true;
  }
  return false;
}

const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };

function withoutLeet(text: string): string {
  return text.replace(/[013457@$]/g, (sign) => LEET[sign]!);
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}
