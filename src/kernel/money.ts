/** An amount in euro cents: always a safe integer, never a fraction. */
export type Cents = number;

/** Asserts that a number can be an amount. Throws RangeError on a fraction, NaN or an unsafe integer. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an amount in whole cents`);
  return value;
}

/** The exact sum of amounts; 0 for none. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += cents(amount);
  return cents(total);
}

/**
 * numerator / denominator rounded half up (towards +∞ at exactly one half), with integer arithmetic only: bigints, or
 * safe integers where speed matters. The one rounding of the product: used once per computed line.
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): Cents;
export function roundHalfUp(numerator: number, denominator: number): Cents;
export function roundHalfUp(numerator: bigint | number, denominator: bigint | number): Cents {
  if (denominator <= 0) throw new RangeError('the denominator must be positive');
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    const doubled = 2 * cents(numerator) + cents(denominator);
    // The nearest double to a quotient of safe integers never passes a whole number: its floor is exact.
    if (Number.isSafeInteger(doubled)) return Math.floor(doubled / (2 * denominator));
  }
  const [divided, by] = [BigInt(numerator), BigInt(denominator)];
  const doubled = 2n * divided + by;
  const divisor = 2n * by;
  const quotient = doubled / divisor;
  return cents(Number(doubled < 0n && doubled % divisor !== 0n ? quotient - 1n : quotient));
}

/**
 * Splits a total in proportion to weights so that the parts add up to it exactly: whole cents first, the
 * remaining ones to the largest remainders, the earliest first when equal. Weights are non-negative integers,
 * at least one of them positive. The total may be negative (a refund).
 */
export function splitByWeight(total: Cents, weights: readonly number[]): Cents[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole <= 0n || weights.some((weight) => weight < 0))
    throw new RangeError('weights must be non-negative, one positive');
  const sign = total < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(cents(total)));
  const parts = weights.map((weight) => (amount * BigInt(weight)) / whole);
  const remainders = weights.map((weight, index) => ({ index, rest: (amount * BigInt(weight)) % whole }));
  let missing = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  for (const { index } of remainders) {
    if (missing === 0) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    missing -= 1;
  }
  return parts.map((part) => sign * Number(part) + 0);
}
