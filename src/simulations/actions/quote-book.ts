import type { Temporal } from '../../kernel/civil-time.js';
import type { PricedUse, PricingFacts } from '../../prestations/index.js';
import type { CompiledTariff, PricingContext } from '../../reglement/index.js';
import { dayNumber } from '../rules/day-number.js';
import type { PriceList, PriceLists } from '../rules/price-list.js';
import type { PricesOn } from '../rules/replay-month.js';

/** Days, as `dayNumber` tells them, on which what a tariff asks of a family and a child is the same. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Null: the usual one of the child. */
  readonly menuTypeId: number | null;
  readonly context: PricingContext;
  readonly lists: Map<CompiledTariff, PriceList>;
}

/**
 * What the children of one prestation are told to pay, day by day. What is known of a child is looked up once for as
 * long as it stays the same, and a quote once for each tariff meanwhile.
 */
export class QuoteBook {
  private readonly stretches = new Map<number, Map<number, Stretch[]>>();

  constructor(
    private readonly prestationId: number,
    private readonly lists: PriceLists,
    /** Where the family and the child were loaded. */
    private readonly factsOf: (childId: number, familyId: number) => PricingFacts,
  ) {}

  /** The prices of a month under the tariff of each of its days; a day without one has none. */
  of(dates: readonly Temporal.PlainDate[], tariffs: readonly (CompiledTariff | null)[]): PricesOn {
    const on = dates.map(dayNumber);
    let last = {
      childId: 0,
      familyId: 0,
      menuTypeId: null as number | null,
      first: 0,
      until: -1,
      list: null as PriceList | null,
    };
    return (childId, familyId, day, menuTypeId = null) => {
      if (
        last.childId === childId &&
        last.familyId === familyId &&
        last.menuTypeId === menuTypeId &&
        last.first <= day &&
        day <= last.until
      )
        return last.list;
      const tariff = tariffs[day] ?? null;
      if (tariff === null) return null;
      const stretch = this.stretchOf({ childId, familyId, date: dates[day]!, menuTypeId });
      const list = this.listOf(stretch, tariff, dates[day]!);
      let until = day;
      // Without a quotient the day itself counts: a favour for such families may end.
      if (stretch.context.quotient !== null)
        while (tariffs[until + 1] === tariff && on[until + 1]! <= stretch.until) until += 1;
      last = { childId, familyId, menuTypeId, first: day, until, list };
      return list;
    };
  }

  private listOf({ context, lists }: Stretch, tariff: CompiledTariff, date: Temporal.PlainDate): PriceList {
    if (context.quotient === null) return this.lists.of(tariff.quote({ ...context, on: date.toString() }));
    let list = lists.get(tariff);
    if (!list) lists.set(tariff, (list = this.lists.of(tariff.quote(context))));
    return list;
  }

  private stretchOf(asked: Omit<PricedUse, 'prestationId' | 'menuTypeId'> & { menuTypeId: number | null }): Stretch {
    const { childId, familyId, date, menuTypeId } = asked;
    let ofChild = this.stretches.get(childId);
    if (!ofChild) this.stretches.set(childId, (ofChild = new Map<number, Stretch[]>()));
    let known = ofChild.get(familyId);
    if (!known) ofChild.set(familyId, (known = []));
    const from = dayNumber(date);
    const found = known.find((one) => one.from <= from && from <= one.until && one.menuTypeId === menuTypeId);
    if (found) return found;
    const facts = this.factsOf(childId, familyId);
    const use = { ...asked, prestationId: this.prestationId };
    const until = dayNumber(facts.sameUntil(use));
    const lists = new Map<CompiledTariff, PriceList>();
    const stretch = { from, until, menuTypeId, context: facts.context(use), lists };
    known.push(stretch);
    return stretch;
  }
}
