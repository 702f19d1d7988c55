import { eventCounted, forfaitCounted, Tally } from '../../billing/rules/index.js';
import type { CivilCalendar } from '../../calendar/rules/index.js';
import { forfaitPeriod, type Quote } from '../../reglement/rules/index.js';
import { dayNumber } from './day-number.js';
import { dayOf, type DayOfChild, isAlike } from './day-of-child.js';
import { type Attendance, type ChildMonth, knownOn, type MonthOfService } from './month.js';
import { type FamilyOn, payerOf } from './payers.js';
import type { Price, PriceList, Ranks } from './price-list.js';
import type { PrestationTotals, When } from './totals.js';
import { type BilledUse, billedUse, staysAsBilled, type Use, useAfter, useBefore } from './uses.js';

/** The prices that a foyer is told for a child on a day, by its rank, with its usual menu unless told; null: no tariff holds. */
export type PricesOn = (childId: number, familyId: number, day: number, menuTypeId?: number | null) => PriceList | null;

/** What the prices of one prestation go by. */
export interface Prices {
  /** The tariffs in force on each day. */
  readonly inForce: PricesOn;
  /** The tariff of the draft; null: prices stay as they were. */
  readonly draft: PricesOn | null;
  /** A promise holds whatever the tariff became. */
  readonly promised: (promise: Quote) => PriceList;
}

/** How many uses there were, from month to month, before and after. */
export interface Tallies {
  readonly before: Tally;
  readonly after: Tally;
}

export function newTallies(): Tallies {
  return { before: new Tally(), after: new Tally() };
}

export interface Replaying {
  readonly prices: Prices;
  readonly familyOn: FamilyOn;
  readonly tallies: Tallies;
  readonly calendar: CivilCalendar;
}

/** What the families paid for one prestation in one month, or would pay today, and what they would pay under the draft. */
export function replayMonth(
  month: MonthOfService,
  children: readonly ChildMonth[],
  replaying: Replaying,
  totals: PrestationTotals,
): void {
  const replay = new MonthReplay(month, replaying, totals);
  for (const child of children) replay.add(child);
  replay.settle();
}

/** What is due for a day of a child. */
interface DayDue {
  readonly known: DayOfChild;
  readonly billed: BilledUse | null;
  readonly before: Use | null;
  readonly after: Use | null;
  /** What was billed stays under the draft's policy. */
  readonly stays: boolean;
}

function dueOn(known: DayOfChild): DayDue {
  const billed = billedUse(known);
  const after = useAfter(known);
  const stays = billed !== null && after !== null && staysAsBilled(after, billed, known);
  return { known, billed, before: known.isBilled ? null : useBefore(known), after, stays };
}

type PaidUse = Use & { readonly familyId: number };

/** A use whose price depends on how many came before it. */
interface RankedUse {
  readonly when: When;
  readonly childId: number;
  readonly day: number;
  readonly use: PaidUse;
  readonly list: PriceList;
  readonly attended: Attendance | undefined;
  /** It stays as it was billed, and counts before those that come after it; null: it is priced. */
  readonly billed: BilledUse | null;
}

class MonthReplay {
  private readonly ranked: RankedUse[] = [];
  private readonly on: readonly number[];

  constructor(
    private readonly month: MonthOfService,
    private readonly replaying: Replaying,
    private readonly totals: PrestationTotals,
  ) {
    this.on = month.dates.map(dayNumber);
  }

  add(child: ChildMonth): void {
    let due: DayDue | null = null;
    for (let day = 0; day < this.month.dates.length; day += 1) {
      const attended = knownOn(child.attended, day);
      // Most days of a child are as the one before: what is due for it is asked once.
      if (!due || !isAlike(due.known, this.month, child, day)) due = dueOn(dayOf(this.month, child, day));
      this.addDay(child, day, due, attended);
    }
  }

  /** Prices what depends on ranks, once all the uses of the month are there: in the order of days, then of children. */
  settle(): void {
    const inOrder = this.ranked.sort((a, b) => a.day - b.day || a.childId - b.childId);
    for (const { when, childId, day, use, list, attended, billed } of inOrder) {
      const ranks = this.ranksOf(when, childId, day, use, list.quote);
      this.tell(when, childId, day, use, billed ?? list.rankedPrice(use, attended, ranks));
    }
  }

  private addDay(child: ChildMonth, day: number, due: DayDue, attended: Attendance | undefined): void {
    const { billed, before, after, stays } = due;
    if (billed) this.tell('before', child.childId, day, billed, billed);
    else if (before) this.price('before', child.childId, day, this.paid(before, child, day), attended);
    if (!after) return;
    const use = this.paid(after, child, day);
    if (billed && stays && use.familyId === billed.familyId && !this.replaying.prices.draft)
      this.keep(child.childId, day, use, billed, attended);
    else this.price('after', child.childId, day, use, attended);
  }

  private paid(use: Use, child: ChildMonth, day: number): PaidUse {
    return isPaid(use) ? use : { ...use, familyId: payerOf(this.month, child, day, this.replaying.familyOn) };
  }

  private price(when: When, childId: number, day: number, use: PaidUse, attended: Attendance | undefined): void {
    const list = this.listFor(when, childId, day, use);
    if (list === null) this.totals.addUnpriced(when, this.month.dates[day]!);
    else if (list.isRanked(use.event)) this.ranked.push({ when, childId, day, use, list, attended, billed: null });
    else this.tell(when, childId, day, use, list.price(use, attended));
  }

  private keep(childId: number, day: number, use: PaidUse, billed: BilledUse, attended: Attendance | undefined): void {
    const list = this.listFor('after', childId, day, use);
    if (list?.isRanked(use.event)) this.ranked.push({ when: 'after', childId, day, use, list, attended, billed });
    else this.tell('after', childId, day, use, billed);
  }

  private listFor(when: When, childId: number, day: number, { promise, taken, familyId }: PaidUse): PriceList | null {
    const { draft, inForce, promised } = this.replaying.prices;
    if (when === 'after' && draft) return draft(childId, familyId, day, taken.menuTypeId);
    return promise ? promised(promise) : inForce(childId, familyId, day);
  }

  private tell(when: When, childId: number, day: number, use: PaidUse, price: Price): void {
    this.totals.add(when, use, price, this.rowOf(childId, use.familyId, day), this.on[day]!);
  }

  /** That of the draft's tariff, or of the one in force where the draft has none or asks the same of all quotients. */
  private rowOf(childId: number, familyId: number, day: number): string | null {
    const { draft, inForce } = this.replaying.prices;
    const drafted = draft?.(childId, familyId, day) ?? null;
    if (drafted?.goesByRows) return drafted.row;
    const now = inForce(childId, familyId, day);
    return (drafted && !now?.goesByRows ? drafted : now)?.row ?? null;
  }

  private ranksOf(when: When, childId: number, day: number, { familyId, event }: PaidUse, quote: Quote): Ranks {
    const { tallies, calendar } = this.replaying;
    const { prestationId, dates } = this.month;
    const [tally, date] = [tallies[when], dates[day]!];
    const counted = { prestationId, familyId, childId, event };
    const per = quote.rules?.forfait;
    const period = per === undefined ? null : forfaitPeriod(per, date, calendar);
    const forfait = period && forfaitCounted(counted, quote, period);
    const counter = eventCounted(counted, quote, date);
    const count = counter === null ? undefined : tally.next(counter.key);
    return {
      ...{ countThisMonth: count, countThisSchoolYear: count, countThisInvoice: count, period },
      rankInPeriod: forfait === null ? undefined : tally.next(forfait.key),
    };
  }
}

function isPaid(use: Use): use is PaidUse {
  return use.familyId !== null;
}
