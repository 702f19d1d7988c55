/** What the keys of a debt of an ORMC are computed from. */
export interface DebtIdentity {
  readonly exercise: number;
  /** « Per », one digit: a complement of the number, agreed with the Trésorerie. */
  readonly period: number;
  /** « NumDette »: 1 to 13 digits, unique in the exercise and the budget by itself. */
  readonly number: string;
}

/** Without I, O and Z: the letters that the system of the Trésor writes the remainder with. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXY';
const WEIGHTS = [2, 3, 4, 5, 6, 7] as const;

/**
 * « Cle2 », modulo 23: exercise on two digits, period, 00, number on 13 digits; the remainder as a letter.
 * Source: annotations of CommunRecette.xsd 5.17.
 */
export function debtKeyLetter({ exercise, period, number }: DebtIdentity): string {
  const digits = `${lastTwo(exercise)}${oneDigit(period)}00${onThirteen(number)}`;
  return LETTERS[Number(BigInt(digits) % 23n)]!;
}

/** The rank of that letter, 01 to 23, as the optical line prints it. */
export function letterRank(letter: string): string {
  const rank = LETTERS.indexOf(letter) + 1;
  if (rank === 0) throw new RangeError(`« ${letter} » is not the letter of a debt`);
  return String(rank).padStart(2, '0');
}

/**
 * « Cle1 », modulo 11: code of the collectivité, « code nature » (agreed with the Trésorerie), exercise, period, number;
 * digits weighted 2 to 7 from the right. 10 and 11 are written 1.
 */
export function debtKeyDigit(
  debt: DebtIdentity,
  collectivite: { readonly code: string; readonly nature: string },
): string {
  const { exercise, period, number } = debt;
  const digits = `${collectivite.code}${collectivite.nature}${lastTwo(exercise)}${oneDigit(period)}${onThirteen(number)}`;
  if (!/^\d+$/.test(digits)) throw new RangeError(`« ${digits} » has something else than digits`);
  const sum = [...digits].reverse().reduce((total, digit, rank) => total + Number(digit) * WEIGHTS[rank % 6]!, 0);
  const key = 11 - (sum % 11);
  return String(key > 9 ? 1 : key);
}

function lastTwo(exercise: number): string {
  return String(exercise % 100).padStart(2, '0');
}

function oneDigit(period: number): string {
  if (!Number.isInteger(period) || period < 0 || period > 9) throw new RangeError(`${period} is not one digit`);
  return String(period);
}

function onThirteen(number: string): string {
  if (!/^\d{1,13}$/.test(number)) throw new RangeError(`« ${number} » is not a number of 13 digits at most`);
  return number.padStart(13, '0');
}
