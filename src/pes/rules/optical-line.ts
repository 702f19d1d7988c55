import { type Cents, cents } from '../../kernel/money.js';
import { type DebtIdentity, debtKeyLetter, letterRank } from './ormc-keys.js';

/** What the comptable gives for the payment slips; agreed with the centre d'encaissement. */
export interface OpticalSettings {
  /** « Code établissement »: three digits, or two letters. */
  readonly establishment: string;
  /** « Code recette »: three digits, or two letters (the first two of the code produit local). */
  readonly revenue: string;
  /** « Code émetteur », six digits. */
  readonly emitter: string;
  /** Six digits. */
  readonly codique: string;
}

/** The two lines of a talon optique. */
export interface OpticalLines {
  readonly first: string;
  readonly second: string;
}

const DOCUMENT = '9';
const NATURE = '8';
const TREATMENT = '06';

/**
 * The two lines that machines read on a payment slip. The layout, by positions, is in docs/treasury.md. Throws RangeError when a
 * setting or an amount does not fit.
 */
export function opticalLines(debt: DebtIdentity, amount: Cents, settings: OpticalSettings): OpticalLines {
  const kind = `${threeDigits(settings.establishment)}${debt.period}${threeDigits(settings.revenue)}00${lastTwo(debt.exercise)}`;
  const emitter = `${digits(settings.emitter, 6)}0001`;
  const first = `${kind}${elevenKey(kind)}${emitter}${rankedSum(emitter)}`;
  const reference = `${letterRank(debtKeyLetter(debt))}${debt.number.padStart(15, '0')}${digits(settings.codique, 6)}4${DOCUMENT}`;
  const price = amountOnEight(amount);
  const priced = rankedSum(`${NATURE}${TREATMENT}${price.replaceAll(' ', '0')}`);
  return { first, second: `${rankedSum(reference)}${reference}${priced}${NATURE}${TREATMENT} ${price}` };
}

/** The 130 characters of the datamatrix of a payment slip: 64 blank ones, then the two lines. */
export function datamatrixText({ first, second }: OpticalLines): string {
  return `${' '.repeat(64)}${first} ${second}`;
}

/** « clé 5 »: the number of eleven digits modulo 11, from 11; its last digit. */
function elevenKey(text: string): string {
  return String(11 - (Number(text) % 11)).slice(-1);
}

/** « clés 1, 2, 3 »: each digit times its rank from the right, modulo 100. */
function rankedSum(text: string): string {
  const sum = [...text].reverse().reduce((total, digit, index) => total + Number(digit) * (index + 1), 0);
  return String(sum % 100).padStart(2, '0');
}

/** AA is 001, AZ 026, BA 027, ZZ 676; digits stand for themselves. */
function threeDigits(code: string): string {
  if (/^[A-Z]{2}$/.test(code)) {
    return String(26 * (code.charCodeAt(0) - 65) + code.charCodeAt(1) - 64).padStart(3, '0');
  }
  return digits(code, 3);
}

function digits(code: string, length: number): string {
  if (!new RegExp(`^\\d{${length}}$`).test(code)) throw new RangeError(`« ${code} » is not a code of ${length} digits`);
  return code;
}

function lastTwo(exercise: number): string {
  return String(exercise % 100).padStart(2, '0');
}

function amountOnEight(amount: Cents): string {
  if (cents(amount) < 1 || amount > 99_999_999) throw new RangeError(`${amount} cents do not fit on eight places`);
  return String(amount).padStart(8, ' ');
}
