/**
 * A quotient written as a JSON number with at most two decimals, in hundredths: 642.5 gives 64250. Read from its
 * decimal writing, never multiplied as a float. null for anything else.
 */
export function hundredthsOf(value: number): number | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(String(value));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** Hundredths as the JSON number that people write: 64250 gives 642.5. */
export function quotientNumber(hundredths: number): number {
  return Number(`${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`);
}
