import type { PricingFacts } from '../../prestations/index.js';
import type { CompiledTariff, PricingContext, Quote } from '../../reglement/index.js';
import { dayAt, type Days, daysBetween, eachDay, firstDay, NO_DAYS } from '../rules/days.js';
import type { MonthOfService } from '../rules/month.js';
import type { QuotedDays } from '../rules/price-uses.js';
import type { QuotesOf } from '../rules/replay-month.js';

/** The tariff of some days. */
export interface TariffOfDays {
  readonly days: Days;
  readonly tariff: CompiledTariff;
}

/** Days, `YYYY-MM-DD`, on which what a tariff asks of a family and a child is the same. */
interface Stretch {
  readonly from: string;
  readonly until: string;
  /** Null: the usual one of the child. */
  readonly menuTypeId: number | null;
  readonly context: PricingContext;
  readonly quotes: Map<CompiledTariff, Quote>;
}

/**
 * What the children of one prestation are told to pay, day by day. What is known of a child is looked up once for as
 * long as it stays the same, and a quote once for each tariff meanwhile.
 */
export class QuoteBook {
  private readonly stretches = new Map<number, Map<number, Stretch[]>>();

  constructor(
    private readonly prestationId: number,
    /** Where the family and the child were loaded. */
    private readonly factsOf: (childId: number, familyId: number) => PricingFacts,
  ) {}

  /** The quotes of a month under these tariffs; days that none of them holds have none. */
  of(month: MonthOfService, tariffs: readonly TariffOfDays[]): QuotesOf {
    const texts = month.dates.map(String);
    return (childId, familyId, days, menuTypeId = null) => {
      const quoted: QuotedDays[] = [];
      let rest = days;
      while (rest !== NO_DAYS) {
        const first = firstDay(rest);
        const stretch = this.stretchOf(childId, familyId, month, { first, texts, menuTypeId });
        let last = texts.length - 1;
        while (texts[last]! > stretch.until) last -= 1;
        const part = rest & daysBetween(first, last);
        rest &= ~part;
        for (const { tariff, days: theirs } of tariffs)
          if ((part & theirs) !== NO_DAYS) addQuotes(quoted, stretch, tariff, { days: part & theirs, texts });
      }
      return quoted;
    };
  }

  private stretchOf(
    childId: number,
    familyId: number,
    { dates }: MonthOfService,
    {
      first,
      texts,
      menuTypeId,
    }: { readonly first: number; readonly texts: readonly string[]; readonly menuTypeId: number | null },
  ): Stretch {
    const ofChild = this.stretches.get(childId) ?? new Map<number, Stretch[]>();
    this.stretches.set(childId, ofChild);
    const known = ofChild.get(familyId) ?? [];
    ofChild.set(familyId, known);
    const on = texts[first]!;
    const found = known.find((one) => one.from <= on && on <= one.until && one.menuTypeId === menuTypeId);
    if (found) return found;
    const facts = this.factsOf(childId, familyId);
    const use = { childId, familyId, prestationId: this.prestationId, date: dates[first]!, menuTypeId };
    const stretch = {
      from: on,
      until: facts.sameUntil(use).toString(),
      menuTypeId,
      context: facts.context(use),
      quotes: new Map(),
    };
    known.push(stretch);
    return stretch;
  }
}

function addQuotes(
  quoted: QuotedDays[],
  { context, quotes }: Stretch,
  tariff: CompiledTariff,
  { days, texts }: { readonly days: Days; readonly texts: readonly string[] },
): void {
  // Without a quotient the day itself counts: a favour for such families may end.
  if (context.quotient === null) {
    for (const day of eachDay(days))
      quoted.push({ days: dayAt(day), quote: tariff.quote({ ...context, on: texts[day]! }) });
    return;
  }
  let quote = quotes.get(tariff);
  if (!quote) {
    quote = tariff.quote(context);
    quotes.set(tariff, quote);
  }
  quoted.push({ days, quote });
}
