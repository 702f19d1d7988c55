import type { Cents } from '../../kernel/money.js';
import type { Explanation } from '../../reglement/rules/index.js';
import type { AnomalyKind } from './anomaly.js';

/** Last invoices of a family that make its habit: about half a school year. */
export const HABIT = 6;
/** With fewer, there is no habit yet: the second month of a school year is often twice the first. */
const FEWEST = 2;
/** So many times the habit is worth a look: a new brother doubles a bill, a mistake multiplies it. */
const TIMES = 3;
/** Below this nobody looks, whatever the habit: 30 €. */
const FLOOR_CENTS = 3000;

/** What a family usually pays, where a draft is far above it; null where it is not, or where there is no habit. */
export function usualWhereFar(draftCents: Cents, latest: readonly Cents[]): Cents | null {
  if (latest.length < FEWEST || draftCents < FLOOR_CENTS) return null;
  const usual = median(latest);
  return draftCents > TIMES * usual ? usual : null;
}

/** What is odd about the quotient that made a price; null where it was known, or where the price does not ask for it. */
export function oddQuotient(steps: Explanation): AnomalyKind | null {
  const step = steps.find((one) => one.step === 'QUOTIENT');
  const row = steps.find((one) => one.step === 'ROW');
  if (!step || step.quotient !== null || (row?.quotientMin === 0 && row.quotientMax === null)) return null;
  return step.expiredOn === undefined ? 'QUOTIENT_MISSING' : 'QUOTIENT_EXPIRED';
}

/** The lower of the two in the middle of an even number: the more careful habit. */
function median(amounts: readonly Cents[]): Cents {
  const sorted = [...amounts].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
