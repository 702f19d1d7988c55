import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';

/** The months in which a school year ends: what would be carried over would meet nothing until autumn. */
const ENDING = [7, 8];

/**
 * Whether a family's draft waits for its next one: too little to be issued alone, unless an agent issues everything, or
 * the school year ends.
 */
export function carriesOver(
  totalCents: Cents,
  thresholdCents: Cents,
  run: { readonly toDate: Temporal.PlainDate; readonly issuesEverything: boolean },
): boolean {
  return totalCents < thresholdCents && !run.issuesEverything && !ENDING.includes(run.toDate.month);
}
