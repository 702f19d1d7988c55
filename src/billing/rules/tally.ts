import type { Temporal } from '../../kernel/civil-time.js';
import {
  CHARGE_EVENTS,
  type ChargeEvent,
  countedPeriod,
  type Counter,
  counterOf,
  type ForfaitPeriod,
  isInForfait,
  type Quote,
} from '../../reglement/rules/index.js';

/** One use of a prestation, as ranks are counted. */
export interface CountedUse {
  readonly prestationId: number;
  readonly familyId: number;
  readonly childId: number;
  readonly event: ChargeEvent;
}

/** A period, both days included (YYYY-MM-DD). */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Something whose rank makes a price. */
export interface Counted {
  readonly key: string;
  /** What other runs billed of it counts too: charges of these kinds on these days. */
  readonly billed: { readonly span: Span; readonly events: readonly ChargeEvent[]; readonly per: Counter['per'] };
}

/** The forfait that a use counts in; null when it counts in none. */
export function forfaitCounted(use: CountedUse, quote: Quote, span: Span): Counted | null {
  const per = quote.rules?.forfait;
  if (per === undefined || !isInForfait(quote, use.event)) return null;
  const events = CHARGE_EVENTS.filter((event) => isInForfait(quote, event));
  return { key: forfaitKey(use, per, span), billed: { span, events, per: 'CHILD' } };
}

/** The counter that the price of an event on a date depends on; null when it depends on none. */
export function eventCounted(use: CountedUse, quote: Quote, date: Temporal.PlainDate): Counted | null {
  const counter = counterOf(quote, use.event);
  if (counter === null) return null;
  const { from, to } = countedPeriod(counter, date);
  const span = { from: from.toString(), to: to.toString() };
  const whose = counter.per === 'FAMILY' ? '' : `:${use.childId}`;
  return {
    key: `event:${use.prestationId}:${use.event}:${counter.period}:${span.from}:${use.familyId}${whose}`,
    billed: { span, events: [use.event], per: counter.per },
  };
}

/**
 * Ranks of uses: of one run in the order of its days, after what other runs have billed of the same period, whatever
 * its days. So a run that is computed again counts the same, and no forfait is carried twice.
 */
export class Tally {
  private readonly counts: Map<string, number>;

  constructor(counts: Iterable<readonly [string, number]> = []) {
    this.counts = new Map(counts);
  }

  /** One to count on, which leaves this one as it is: a unit that runs again counts anew. */
  copy(): Tally {
    return new Tally(this.counts);
  }

  knows(key: string): boolean {
    return this.counts.has(key);
  }

  start(key: string, billed: number): void {
    this.counts.set(key, billed);
  }

  /** The rank of one more, from 1. */
  next(key: string): number {
    const rank = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, rank);
    return rank;
  }
}

function forfaitKey({ prestationId, familyId, childId }: CountedUse, per: ForfaitPeriod, { from }: Span): string {
  return `forfait:${prestationId}:${per}:${from}:${familyId}:${childId}`;
}
