import type { Cents } from '../../kernel/money.js';
import {
  type ChargeEvent,
  chosenSupplements,
  counterOf,
  dependsOnHours,
  type Happened,
  isInForfait,
  priceOf,
  type Quote,
  type Surcharge,
} from '../../reglement/rules/index.js';
import type { Attendance } from './month.js';
import type { Use } from './uses.js';

export interface Price {
  /** With what being late adds. */
  readonly cents: Cents;
  /** Of which for being late. */
  readonly lateCents: Cents;
}

/** Hours of the prestation, for what nobody noted. */
export interface OpeningHours {
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

/** Ranks of a use, and the period that it counts in. */
export type Ranks = Pick<
  Happened,
  'countThisMonth' | 'countThisSchoolYear' | 'countThisInvoice' | 'rankInPeriod' | 'period'
>;

type Noted = Pick<Attendance, 'arrivedAt' | 'leftAt'>;
type Asked = Pick<Use, 'event' | 'absent' | 'taken' | 'surcharge'>;

const NOTHING_NOTED: Noted = { arrivedAt: null, leftAt: null };

/** What everything costs under one quote, by `priceOf`: each price is worked out once. */
export class PriceList {
  private readonly plain = new Map<ChargeEvent, Price>();
  private readonly others = new Map<Surcharge | null, Map<string, Price>>();
  private readonly ranked = new Map<ChargeEvent, boolean>();
  private readonly timed: boolean;

  constructor(
    readonly quote: Quote,
    private readonly hours: OpeningHours,
  ) {
    this.timed = dependsOnHours(quote);
  }

  /** The row of the tariff. */
  get row(): string {
    return this.quote.rowLabel;
  }

  /** Whether the tariff has rows of quotients; else its row is the same for everyone. */
  get goesByRows(): boolean {
    return this.quote.basis.some(({ step }) => step === 'ROW');
  }

  /** Whether the price of an event depends on how many came before it. */
  isRanked(event: ChargeEvent): boolean {
    let ranked = this.ranked.get(event);
    if (ranked === undefined) {
      ranked = isInForfait(this.quote, event) || counterOf(this.quote, event) !== null;
      this.ranked.set(event, ranked);
    }
    return ranked;
  }

  /** For what does not depend on ranks. */
  price(use: Asked, attended: Attendance | undefined): Price {
    const counted = this.timed && !use.absent && use.event !== 'UNJUSTIFIED_ABSENCE';
    const supplements = this.suppliedTo(use);
    if (!counted && !use.absent && use.surcharge === null && supplements === undefined) {
      let price = this.plain.get(use.event);
      if (!price) this.plain.set(use.event, (price = this.rankedPrice(use, NOTHING_NOTED, {})));
      return price;
    }
    const noted = (counted && attended) || NOTHING_NOTED;
    let others = this.others.get(use.surcharge);
    if (!others) this.others.set(use.surcharge, (others = new Map<string, Price>()));
    const key = `${use.event}${use.absent ? ' absent ' : ' '}${noted.arrivedAt}${noted.leftAt}${supplements?.join() ?? ''}`;
    let price = others.get(key);
    if (!price) others.set(key, (price = this.rankedPrice(use, noted, {})));
    return price;
  }

  rankedPrice(use: Asked, { arrivedAt, leftAt }: Noted = NOTHING_NOTED, ranks: Ranks): Price {
    const { event, absent, surcharge } = use;
    const supplements = this.suppliedTo(use);
    const happened = { event, absent, arrival: arrivedAt, departure: leftAt, supplements, ...this.hours, ...ranks };
    const { cents } = priceOf(this.quote, happened);
    if (surcharge === null) return { cents, lateCents: 0 };
    const late = priceOf(this.quote, { ...happened, lateBooking: surcharge }).cents;
    return { cents: late, lateCents: late - cents };
  }

  /** The supplements of that day that the quote has; a draft may have dropped some. */
  private suppliedTo({ taken: { supplements } }: Asked): readonly string[] | undefined {
    return supplements.length === 0 ? undefined : chosenSupplements(this.quote, supplements).chosen;
  }
}

/** The lists of one prestation: thousands of families, and a few hundred prices. */
export class PriceLists {
  private readonly byQuote = new WeakMap<Quote, PriceList>();
  private readonly byRules = new WeakMap<object, Map<string, PriceList>>();

  constructor(private readonly hours: OpeningHours) {}

  /** Quotes of one tariff that share their rules and row price alike, but for those worked out from a quotient. */
  of(quote: Quote): PriceList {
    const { rules, rowLabel, basis } = quote;
    if (rules === undefined || basis.some(({ step }) => step === 'EFFORT_RATE')) return this.own(quote);
    let lists = this.byRules.get(rules);
    if (!lists) this.byRules.set(rules, (lists = new Map<string, PriceList>()));
    let list = lists.get(rowLabel);
    if (!list) lists.set(rowLabel, (list = new PriceList(quote, this.hours)));
    return list;
  }

  private own(quote: Quote): PriceList {
    let list = this.byQuote.get(quote);
    if (!list) this.byQuote.set(quote, (list = new PriceList(quote, this.hours)));
    return list;
  }
}
