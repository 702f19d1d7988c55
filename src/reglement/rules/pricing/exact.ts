import { type Cents, roundHalfUp } from '../../../kernel/money.js';

/**
 * An exact number of cents, `units / 10^decimals`. A price is carried this way from step to step and rounded once, in
 * its total. Units are numbers while they stay safe integers, and bigints beyond.
 */
export interface Exact {
  readonly units: number | bigint;
  readonly decimals: number;
}

export const NOTHING: Exact = { units: 0, decimals: 0 };

export function exactly(amount: Cents): Exact {
  return { units: amount, decimals: 0 };
}

/** Decimals read so far: a tariff says the same few for each price. */
const READ = new Map<string, Exact>();
const MOST_READ = 1000;

/** « 0.55 », « 1.5 », « -20 » as an exact number. Throws RangeError on anything but a plain decimal writing. */
export function decimal(text: string): Exact {
  const known = READ.get(text);
  if (known) return known;
  if (READ.size === MOST_READ) READ.clear();
  const read = readDecimal(text);
  READ.set(text, read);
  return read;
}

function readDecimal(text: string): Exact {
  const match = /^(-?\d{1,12})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) throw new RangeError(`« ${text} » is not a decimal number`);
  const [, whole = '', decimals = ''] = match;
  return { units: Number(whole + decimals), decimals: decimals.length };
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.decimals === b.decimals) return { units: added(a.units, b.units), decimals: a.decimals };
  const decimals = Math.max(a.decimals, b.decimals);
  return { units: added(scaled(a, decimals), scaled(b, decimals)), decimals };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { units: -b.units, decimals: b.decimals });
}

export function times(a: Exact, b: Exact): Exact {
  return { units: multiplied(a.units, b.units), decimals: a.decimals + b.decimals };
}

/** a / 10^decimals: a percentage of something is the product divided by 10². */
export function shifted({ units, decimals }: Exact, by: number): Exact {
  return { units, decimals: decimals + by };
}

export function isLess(a: Exact, b: Exact): boolean {
  return minus(a, b).units < 0;
}

export function isWhole(amount: Exact): boolean {
  if (amount.decimals === 0) return true;
  if (typeof amount.units === 'number' && amount.decimals < 16) return amount.units % 10 ** amount.decimals === 0;
  return BigInt(amount.units) % 10n ** BigInt(amount.decimals) === 0n;
}

/** Half up: the one rounding of a line. */
export function rounded({ units, decimals }: Exact): Cents {
  if (decimals === 0) return Number(units);
  if (typeof units === 'number' && decimals < 16) return roundHalfUp(units, 10 ** decimals);
  return roundHalfUp(BigInt(units), 10n ** BigInt(decimals));
}

function scaled({ units, decimals }: Exact, wanted: number): number | bigint {
  return decimals === wanted ? units : multiplied(units, 10 ** (wanted - decimals));
}

function added(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

function multiplied(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}
