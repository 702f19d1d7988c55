import type { CivilCalendar } from '../../calendar/rules/index.js';
import { eventCounted, forfaitCounted, type Tally } from '../../billing/rules/index.js';
import type { Cents } from '../../kernel/money.js';
import {
  chosenSupplements,
  counterOf,
  dependsOnHours,
  forfaitPeriod,
  type Happened,
  isInForfait,
  priceOf,
  type Quote,
  type QuoteRules,
} from '../../reglement/rules/index.js';
import { type Days, dayAt, eachDay, NO_DAYS } from './days.js';
import type { AttendedDays, MonthOfService } from './month.js';
import type { Use } from './uses.js';

/** Some days that cost the same. */
export interface PricedDays {
  readonly use: Use;
  readonly days: Days;
  /** Each day, with what being late added. */
  readonly cents: Cents;
  /** Of which for being late. */
  readonly lateCents: Cents;
  /** Row of the tariff, where quotes are those that days are told by. */
  readonly row: string | null;
}

/** The quote that holds for some days of a use. */
export interface QuotedDays {
  readonly days: Days;
  readonly quote: Quote;
}

export interface Service {
  /** Hours of the prestation, for what nobody noted. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly calendar: CivilCalendar;
}

/** A day whose price depends on how many came before it. */
interface Ranked {
  readonly use: Use;
  readonly day: number;
  readonly quote: Quote;
}

type Price = Pick<PricedDays, 'cents' | 'lateCents' | 'row'>;
type Noted = Pick<AttendedDays, 'arrivedAt' | 'leftAt'>;

const NOTHING_NOTED: Noted = { arrivedAt: null, leftAt: null };

/**
 * Prices the uses of all the children of one prestation in one month by `priceOf`, as billing does: days of a child that
 * are alike are priced once. Ranks (forfaits, counters) go on from the months before in `tally`.
 */
export class UsePricer {
  private readonly ranked: Ranked[] = [];
  /** Quotes that share their rules and row price alike: thousands of families, and a few hundred prices. */
  private readonly known = new WeakMap<QuoteRules, Map<string, Price>>();
  readonly priced: PricedDays[] = [];

  constructor(
    private readonly month: MonthOfService,
    private readonly service: Service,
    private readonly tally: Tally,
    /** Whether rows are told by the quotes that prices come from. */
    private readonly named: boolean,
  ) {}

  /** `attended` is what was recorded of the child. */
  add(use: Use, quoted: readonly QuotedDays[], attended: readonly AttendedDays[]): void {
    for (const { quote, days } of quoted) {
      if (isRanked(quote, use)) {
        for (const day of eachDay(days)) this.ranked.push({ use, day, quote });
        continue;
      }
      if (use.event === 'UNJUSTIFIED_ABSENCE' || use.absent || !dependsOnHours(quote)) {
        this.priced.push({ use, days, ...this.price(use, quote, NOTHING_NOTED) });
        continue;
      }
      let unnoted = days;
      for (const noted of attended) {
        const theirs = noted.days & unnoted;
        unnoted &= ~noted.days;
        if (theirs !== NO_DAYS) this.priced.push({ use, days: theirs, ...this.price(use, quote, noted) });
      }
      if (unnoted !== NO_DAYS) this.priced.push({ use, days: unnoted, ...this.price(use, quote, NOTHING_NOTED) });
    }
  }

  /** Prices what depends on ranks, once all the uses of the month are there: in the order of days, then of children. */
  settle(attendedOf: (childId: number) => readonly AttendedDays[]): readonly PricedDays[] {
    const inOrder = this.ranked.sort((a, b) => a.day - b.day || a.use.childId - b.use.childId);
    for (const { use, day, quote } of inOrder) {
      const noted = attendedOf(use.childId).find(({ days }) => (days & dayAt(day)) !== NO_DAYS) ?? NOTHING_NOTED;
      this.priced.push({ use, days: dayAt(day), ...this.rankedPrice(use, day, quote, noted) });
    }
    return this.priced;
  }

  private price(use: Use, quote: Quote, { arrivedAt, leftAt }: Noted): Price {
    const { opensAt, closesAt } = this.service;
    const supplements = takenUnder(quote, use);
    const happened = { event: use.event, arrival: arrivedAt, departure: leftAt, opensAt, closesAt, supplements };
    const { rules, basis } = quote;
    if (rules === undefined || basis.some(({ step }) => step === 'EFFORT_RATE'))
      return this.withLate(quote, use, happened);
    let prices = this.known.get(rules);
    if (!prices) this.known.set(rules, (prices = new Map<string, Price>()));
    const surcharge = use.surcharge === null ? '' : JSON.stringify(use.surcharge);
    const key = `${quote.rowLabel} ${use.event}${use.absent ? ' absent ' : ' '}${arrivedAt}${leftAt}${surcharge}${supplements?.join() ?? ''}`;
    let price = prices.get(key);
    if (!price) prices.set(key, (price = this.withLate(quote, use, happened)));
    return price;
  }

  private rankedPrice(use: Use, day: number, quote: Quote, { arrivedAt, leftAt }: Noted): Price {
    const { prestationId, dates } = this.month;
    const { calendar, opensAt, closesAt } = this.service;
    const date = dates[day]!;
    const counted = { ...use, prestationId };
    const per = quote.rules?.forfait;
    const period = per === undefined ? null : forfaitPeriod(per, date, calendar);
    const forfait = period && forfaitCounted(counted, quote, period);
    const counter = eventCounted(counted, quote, date);
    const count = counter === null ? undefined : this.tally.next(counter.key);
    return this.withLate(quote, use, {
      event: use.event,
      arrival: arrivedAt,
      departure: leftAt,
      opensAt,
      closesAt,
      supplements: takenUnder(quote, use),
      countThisMonth: count,
      countThisSchoolYear: count,
      countThisInvoice: count,
      rankInPeriod: forfait === null ? undefined : this.tally.next(forfait.key),
      period,
    });
  }

  private withLate(quote: Quote, { surcharge, absent }: Use, asked: Happened): Price {
    const happened = { ...asked, absent };
    const row = this.named ? quote.rowLabel : null;
    const { cents } = priceOf(quote, happened);
    if (surcharge === null) return { cents, lateCents: 0, row };
    const late = priceOf(quote, { ...happened, lateBooking: surcharge }).cents;
    return { cents: late, lateCents: late - cents, row };
  }
}

function isRanked(quote: Quote, { event }: Use): boolean {
  return isInForfait(quote, event) || counterOf(quote, event) !== null;
}

/** The supplements of those days that the quote has; a draft may have dropped some. */
function takenUnder(quote: Quote, { taken: { supplements } }: Use): readonly string[] | undefined {
  return supplements.length === 0 ? undefined : chosenSupplements(quote, supplements).chosen;
}
