import { type Cents, cents } from '../../kernel/money.js';
import type { CollectedDay } from '../../ledger/rules/index.js';
import { meansName, meansRank } from './means-order.js';

/** What one means brought on a day, and since the period began. */
export interface JournalMeans {
  readonly means: string;
  readonly label: string;
  /** Number of payments. */
  readonly operations: number;
  readonly cents: Cents;
  readonly cumulatedCents: Cents;
}

export interface JournalDay {
  readonly date: CollectedDay['date'];
  /** In the order of the counter; a means that did not move that day is absent. */
  readonly byMeans: readonly JournalMeans[];
  readonly cents: Cents;
  readonly cumulatedCents: Cents;
}

/** The days of a period with what they make since it began; `sums` come day after day. */
export function journalDays(sums: readonly CollectedDay[]): JournalDay[] {
  const cumulated = new Map<string, Cents>();
  const days: JournalDay[] = [];
  let all = 0;
  for (let at = 0; at < sums.length;) {
    const { date } = sums[at]!;
    const byMeans: JournalMeans[] = [];
    let total = 0;
    for (; sums[at]?.date.equals(date); at += 1) {
      const { means, operations, cents: amount } = sums[at]!;
      cumulated.set(means, cents((cumulated.get(means) ?? 0) + amount));
      total = cents(total + amount);
      byMeans.push({
        ...{ means, label: meansName(means), operations, cents: amount },
        cumulatedCents: cumulated.get(means)!,
      });
    }
    all = cents(all + total);
    days.push({ date, byMeans: byMeans.sort(inOrder), cents: total, cumulatedCents: all });
  }
  return days;
}

/** What each means makes of a period, in the order of the counter. */
export function meansTotals(sums: readonly CollectedDay[]): Omit<JournalMeans, 'cumulatedCents'>[] {
  const totals = new Map<string, Omit<JournalMeans, 'cumulatedCents'>>();
  for (const { means, operations, cents: amount } of sums) {
    const earlier = totals.get(means) ?? { means, label: meansName(means), operations: 0, cents: 0 };
    totals.set(means, {
      ...earlier,
      operations: earlier.operations + operations,
      cents: cents(earlier.cents + amount),
    });
  }
  return [...totals.values()].sort(inOrder);
}

function inOrder(a: { readonly means: string }, b: { readonly means: string }): number {
  return meansRank(a.means) - meansRank(b.means) || a.means.localeCompare(b.means);
}
