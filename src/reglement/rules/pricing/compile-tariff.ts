import { dearestRow } from './forms/brackets.js';
import { factsAsked, isOf } from './audience.js';
import { roundHalfUp } from '../../../kernel/money.js';
import { decimal, type Exact, NOTHING, rounded } from './exact.js';
import { type Leaf, leavesOf } from './leaves.js';
import type { Prices } from './prices.js';
import type { PricingContext, Quote, QuoteRules } from './quote.js';
import { effortOf, heldQuotient, rowHolds } from './running-amount.js';
import type { Explanation, ExplanationStep } from './steps.js';
import type { Audience, Brackets, EffortRate, Reduction, Tariff, TariffRow } from './tariff.js';
import { leafLabel } from './tariff-words.js';
import { told } from './told-prices.js';

/** A tariff made ready to price many children: what depends on its rows alone is worked out once. */
export interface CompiledTariff {
  /**
   * What a family is told before booking. Throws RangeError on a quotient that is not a non-negative integer, or on a
   * child whom no audience matches because something asked for is not known.
   */
  quote(context: PricingContext): Quote;
}

/** `tariff` is one that `parseTariff` accepts. */
export function compileTariff(tariff: Tariff): CompiledTariff {
  const leaves = leavesOf(tariff).map((leaf) => new CompiledLeaf(leaf));
  const [only] = leaves.length === 1 ? leaves : [];
  return {
    quote(context) {
      if (only) return only.quote(context);
      for (const leaf of leaves) if (leaf.holds(context)) return leaf.quote(context);
      throw new RangeError('no grid of the tariff matches that child');
    },
  };
}

/** The same for one family; see `CompiledTariff.quote`. */
export function quoteFor(tariff: Tariff, context: PricingContext): Quote {
  return compileTariff(tariff).quote(context);
}

/** The prices of one row of one grid, for a child of the commune who is the first of its household. */
export function toldPrices(leaf: Leaf, rowIndex: number, daysPerWeek: number | null = null): Quote {
  return new CompiledLeaf(leaf).told(rowIndex, daysPerWeek);
}

/** What is the same for all the families of a row whose children are alike. */
interface Prepared {
  readonly step: ExplanationStep;
  readonly label: string;
  readonly prices: Prices;
  readonly rules: QuoteRules;
}

/** Ranks beyond are alike in every règlement. */
const LAST_RANK = 30;

class CompiledLeaf {
  private readonly prepared = new Map<number, Prepared>();
  private readonly ranked: readonly Reduction[];
  private readonly rate: Exact;
  /** The form where a rate of the quotient is the price, whatever happens and whoever the child is. */
  private readonly rateAlone: EffortRate | null;
  /** Whether the household or the child changes the price that a row gives. */
  private readonly varies: boolean;
  private readonly asksQuotient: boolean;
  private readonly isStayTable: boolean;

  constructor(private readonly leaf: Leaf) {
    this.ranked = leaf.options.reductions ?? [];
    const { nonResident, pai } = leaf.options;
    const brought = leaf.form.type === 'BRACKETS' && leaf.form.rows.some(({ paiCents }) => paiCents !== undefined);
    this.varies =
      brought || this.ranked.length > 0 || Boolean(nonResident ?? pai) || leaf.form.type === 'DAYS_PER_WEEK';
    this.asksQuotient = leaf.form.type === 'BRACKETS' || leaf.form.type === 'EFFORT_RATE';
    this.isStayTable = leaf.form.type === 'NONE';
    const { form } = leaf;
    this.rate = form.type === 'EFFORT_RATE' ? decimal(form.ratePct) : NOTHING;
    const alone = !this.varies && leaf.forfait === undefined && leaf.options.prices === undefined;
    this.rateAlone = alone && form.type === 'EFFORT_RATE' ? form : null;
  }

  holds(context: PricingContext): boolean {
    for (const when of this.leaf.audiences) if (!isOf({ when, facts: context })) return false;
    return true;
  }

  quote(context: PricingContext): Quote {
    const { quotient } = context;
    if (quotient !== null && (!Number.isSafeInteger(quotient) || quotient < 0))
      throw new RangeError(`${quotient} is not a quotient in hundredths`);
    const { step, label, prices, rules } = this.preparedFor(context);
    const basis = this.basis(step, context);
    if (this.rateAlone !== null) {
      const cents = effortCents(this.rateAlone, this.rate, quotient);
      return { unitCents: cents, unplannedCents: cents, unjustifiedAbsenceCents: cents, rowLabel: label, basis, rules };
    }
    // A rate gives each quotient its own prices.
    const { unitCents, unplannedCents, unjustifiedAbsenceCents } =
      step.step === 'EFFORT_RATE' ? told([quotientStep(context), step], rules) : prices;
    return { unitCents, unplannedCents, unjustifiedAbsenceCents, rowLabel: label, basis, rules };
  }

  /** The steps up to what the form itself says, with the quotient where it asks for one. */
  private basis(step: ExplanationStep, context: PricingContext): ExplanationStep[] {
    if (this.leadsStraight(context)) return this.ownSteps(step, context);
    const basis = this.wayTo(context);
    if (this.asksQuotient) basis.push(quotientStep(context));
    if (!this.isStayTable) basis.push(step);
    return basis;
  }

  private ownSteps(step: ExplanationStep, context: PricingContext): ExplanationStep[] {
    if (this.asksQuotient) return [quotientStep(context), step];
    return this.isStayTable ? [] : [step];
  }

  private leadsStraight({ tariffId, policyId }: PricingContext): boolean {
    return tariffId === undefined && policyId === undefined && this.leaf.audiences.length === 0;
  }

  /** The versions that are applied, and the audiences that the child is of. */
  private wayTo(context: PricingContext): ExplanationStep[] {
    const basis: ExplanationStep[] = [];
    if (context.tariffId !== undefined || context.policyId !== undefined)
      basis.push({ step: 'VERSIONS', tariffId: context.tariffId ?? null, policyId: context.policyId ?? null });
    for (const when of this.leaf.audiences) basis.push(audienceStep(when, context));
    return basis;
  }

  told(rowIndex: number, daysPerWeek: number | null): Quote {
    const { form } = this.leaf;
    const quotient = form.type === 'BRACKETS' ? form.rows[rowIndex]!.quotientMin : null;
    const context = { quotient, daysPerWeek };
    const { step, label, prices, rules } = this.prepare(context, rowIndex);
    return { ...prices, rowLabel: label, basis: this.ownSteps(step, context), rules };
  }

  private preparedFor(context: PricingContext): Prepared {
    const { form } = this.leaf;
    const index = form.type === 'BRACKETS' ? this.rowIndex(form, context) : 0;
    const key = this.keyOf(context, index);
    let prepared = this.prepared.get(key);
    if (!prepared) {
      prepared = this.prepare(context, index);
      this.prepared.set(key, prepared);
    }
    return prepared;
  }

  /** A number for each combination of what changes a price. */
  private keyOf(context: PricingContext, rowIndex: number): number {
    if (!this.varies) return rowIndex;
    let key = rowIndex;
    key = key * 2 + (context.pai ? 1 : 0);
    key = key * 2 + ((context.resident ?? true) ? 1 : 0);
    for (const { order } of this.ranked) key = key * (LAST_RANK + 1) + rankFor(order, context);
    return this.leaf.form.type === 'DAYS_PER_WEEK' ? key * 8 + Math.min(context.daysPerWeek ?? 0, 7) : key;
  }

  private rowIndex({ rows }: Brackets, { quotient, on }: PricingContext): number {
    if (quotient !== null) {
      let index = 0;
      while (index < rows.length && !rowHolds(rows[index]!, quotient)) index += 1;
      return index;
    }
    const missing = this.leaf.options.missingQuotient;
    const over = missing?.until !== undefined && on !== undefined && missing.until < on;
    const named = missing === undefined || over ? -1 : rows.findIndex(({ label }) => label === missing.row);
    return named === -1 ? dearestRow(rows) : named;
  }

  private prepare(context: PricingContext, rowIndex: number): Prepared {
    const step = this.leafStep(context, rowIndex);
    const rules = this.rulesFor(context, rowIndex);
    return {
      step,
      label: leafLabel(this.leaf, rowIndex),
      prices: told(this.ownSteps(step, context), rules),
      rules,
    };
  }

  private leafStep({ daysPerWeek, pai }: PricingContext, rowIndex: number): ExplanationStep {
    const { form } = this.leaf;
    switch (form.type) {
      case 'FLAT':
        return { step: 'FLAT', cents: form.unitCents };
      case 'BRACKETS':
        return rowStep(form.rows[rowIndex]!, pai ?? false);
      case 'EFFORT_RATE': {
        const { ratePct, minCents, maxCents, quotientMin, quotientMax } = form;
        return {
          step: 'EFFORT_RATE',
          ...{ ratePct, minCents, maxCents },
          ...(quotientMin === undefined ? {} : { quotientMin }),
          ...(quotientMax === undefined ? {} : { quotientMax }),
        };
      }
      case 'DAYS_PER_WEEK':
        return daysStep(form.byDaysPerWeek, daysPerWeek ?? null);
      case 'NONE':
        return { step: 'FLAT', cents: 0 };
    }
  }

  private rulesFor(context: PricingContext, rowIndex: number): QuoteRules {
    const { forfait, stay, options } = this.leaf;
    const { prices, costPriceCents, latePickup, supplements, split } = options;
    const adjustments = this.adjustments(context, rowIndex);
    // All of them, told or not: objects of one shape are read fastest, and JSON leaves out what is undefined.
    return {
      stay: stay && stayRule(stay),
      adjustments: adjustments.length > 0 ? adjustments : undefined,
      forfait: forfait?.per,
      unplanned: prices?.unplanned,
      unjustifiedAbsence: prices?.unjustifiedAbsence,
      costPriceCents,
      latePickup,
      supplements,
      split,
    };
  }

  private adjustments(context: PricingContext, rowIndex: number): Explanation {
    const { form, options } = this.leaf;
    const steps: ExplanationStep[] = [];
    const cost = options.costPriceCents === undefined ? {} : { costPriceCents: options.costPriceCents };
    const paiCents = form.type === 'BRACKETS' ? form.rows[rowIndex]!.paiCents : undefined;
    if (context.pai && paiCents !== undefined) steps.push({ step: 'PAI', markup: { fixedPrice: paiCents } });
    else if (context.pai && options.pai) steps.push({ step: 'PAI', markup: options.pai, ...cost });
    if (context.resident === false && options.nonResident)
      steps.push({ step: 'NON_RESIDENT', markup: options.nonResident, ...cost });
    for (const { order, ranks } of this.ranked) {
      const rank = rankFor(order, context);
      const reached = ranks.findLast(({ from }) => from <= rank);
      if (reached) {
        const { from: _, ...price } = reached;
        steps.push({ step: 'SIBLINGS', rank, price });
      }
    }
    return steps;
  }
}

/** Rounded, then held: the same as held, then rounded, since the floor and the ceiling are whole cents. */
function effortCents(form: EffortRate, rate: Exact, quotient: number | null): number {
  if (quotient === null) return form.maxCents;
  const product = heldQuotient(form, quotient) * Number(rate.units);
  const cents = Number.isSafeInteger(product)
    ? roundHalfUp(product, CENTS_IN_PCT[rate.decimals]!)
    : rounded(effortOf(form.ratePct, heldQuotient(form, quotient)));
  return Math.min(form.maxCents, Math.max(form.minCents, cents));
}

/** What divides a quotient in hundredths times a percentage of so many decimals, four at most. */
const CENTS_IN_PCT = [100, 1000, 10_000, 100_000, 1_000_000];

function rankFor(order: Reduction['order'], { childRank = 1, enrolledRank }: PricingContext): number {
  return Math.min(order === 'BY_ENROLMENTS' ? (enrolledRank ?? childRank) : childRank, LAST_RANK);
}

function audienceStep(when: Audience, context: PricingContext): ExplanationStep {
  return { step: 'AUDIENCE', when, is: factsAsked(when, context) };
}

function quotientStep({ quotient, quotientExpiredOn }: PricingContext): ExplanationStep {
  return quotient === null && quotientExpiredOn
    ? { step: 'QUOTIENT', quotient, expiredOn: quotientExpiredOn }
    : { step: 'QUOTIENT', quotient };
}

/** A child whose meal the family brings has the row's price for it: those of a meal without booking are not its own. */
function rowStep(row: TariffRow, pai: boolean): ExplanationStep {
  const { label, quotientMin, quotientMax, unitCents, unplannedCents, unjustifiedAbsenceCents, paiCents } = row;
  const given =
    pai && paiCents !== undefined
      ? {}
      : {
          ...(unplannedCents === undefined ? {} : { unplannedCents }),
          ...(unjustifiedAbsenceCents === undefined ? {} : { unjustifiedAbsenceCents }),
        };
  return { step: 'ROW', label, quotientMin, quotientMax, prices: { unitCents, ...given } };
}

/** More days than the table knows cost its greatest number, as do unknown ones. */
function daysStep(table: Readonly<Record<string, number>>, days: number | null): ExplanationStep {
  const most = Math.max(...Object.keys(table).map(Number));
  return { step: 'DAYS_PER_WEEK', days, cents: table[String(Math.min(days ?? most, most))]! };
}

function stayRule({ type, sliceMinutes, table, from, until }: NonNullable<Leaf['stay']>): QuoteRules['stay'] {
  return {
    type,
    ...(sliceMinutes === undefined ? {} : { sliceMinutes }),
    ...(table === undefined ? {} : { table }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
