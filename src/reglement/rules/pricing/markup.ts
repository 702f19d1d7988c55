import { euros, NBSP } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import type { Counter } from '../counter.js';
import { decimal, type Exact, exactly, isLess, minus, NOTHING, plus, shifted, times } from './exact.js';
import type { Markup, SiblingPrice } from './tariff.js';

/** The price after a markup, never below 0. Throws RangeError when the cost price is asked for and not known. */
export function marked(amount: Exact, markup: Markup, costPriceCents: Cents | undefined): Exact {
  if ('abs' in markup) return notNegative(plus(amount, exactly(markup.abs)));
  if ('pct' in markup) return notNegative(plus(amount, percentage(amount, markup.pct)));
  if ('multiplier' in markup) return times(amount, decimal(markup.multiplier));
  if ('fixedPrice' in markup) return exactly(markup.fixedPrice);
  if (costPriceCents === undefined) throw new RangeError('the cost price is not known');
  return exactly(costPriceCents);
}

/** The price of a brother or sister, never below 0. */
export function reduced(amount: Exact, price: SiblingPrice): Exact {
  if ('pct' in price) return notNegative(minus(amount, percentage(amount, price.pct)));
  if ('cents' in price) return notNegative(minus(amount, exactly(price.cents)));
  return exactly(price.fixedPriceCents);
}

/** Whether the k-th event is one of those that a counter names. */
export function counted({ from = 1, upTo }: Counter, count: number): boolean {
  return from <= count && (upTo === undefined || count <= upTo);
}

/** « + 2,50 € », « +50 % », « × 2 », « 10,00 € », « prix coûtant »: what the mairie decided, without an amount to pay. */
export function markupInFrench(markup: Markup, costPriceCents?: Cents): string {
  if ('abs' in markup) return signed(markup.abs);
  if ('pct' in markup) return `${markup.pct.startsWith('-') ? '' : '+'}${french(markup.pct)}${NBSP}%`;
  if ('multiplier' in markup) return `×${NBSP}${french(markup.multiplier)}`;
  if ('fixedPrice' in markup) return `prix fixé à ${euros(markup.fixedPrice)}`;
  return costPriceCents === undefined ? 'prix coûtant' : `prix coûtant, ${euros(costPriceCents)}`;
}

/** « −20 % », « −0,50 € », « 3,30 € ». */
export function siblingPriceInFrench(price: SiblingPrice): string {
  if ('pct' in price) return `−${french(price.pct)}${NBSP}%`;
  if ('cents' in price) return signed(-price.cents);
  return `prix fixé à ${euros(price.fixedPriceCents)}`;
}

/** « à partir de la 3e fois du mois », « les 2 premières fois de l'année scolaire »: completes a price. */
export function counterInFrench({ per, period, from = 1, upTo }: Counter): string {
  const whose = per === 'FAMILY' ? ' pour le foyer' : '';
  const within = `${PERIODS[period]}${whose}`;
  if (upTo === undefined)
    return from === 1 ? `à chaque fois${whose}` : `à partir de la ${ordinal(from)} fois ${within}`;
  if (from === 1) return upTo === 1 ? `la première fois ${within}` : `les ${upTo} premières fois ${within}`;
  return from === upTo
    ? `la ${ordinal(from)} fois ${within}`
    : `de la ${ordinal(from)} à la ${ordinal(upTo)} fois ${within}`;
}

/** « 2ᵉ », « 1ʳᵉ ». */
export function ordinal(rank: number): string {
  return rank === 1 ? '1ʳᵉ' : `${rank}ᵉ`;
}

/** « 1ᵉʳ enfant », « 2ᵉ enfant ». */
export function childOfRank(rank: number): string {
  return `${rank === 1 ? '1ᵉʳ' : `${rank}ᵉ`} enfant`;
}

/** « 0,55 »: a decimal writing as French people read it. */
export function french(decimalText: string): string {
  return decimalText.replace('.', ',').replace('-', '−');
}

/** « +2,50 € », « −0,72 € ». */
export function signed(amount: Cents): string {
  return amount < 0 ? euros(amount) : `+${euros(amount)}`;
}

const PERIODS: Record<Counter['period'], string> = {
  MONTH: 'du mois',
  SCHOOL_YEAR: 'de l’année scolaire',
  INVOICE: 'de la facture du mois',
};

function percentage(amount: Exact, pct: string): Exact {
  return shifted(times(amount, decimal(pct)), 2);
}

function notNegative(amount: Exact): Exact {
  return isLess(amount, NOTHING) ? NOTHING : amount;
}
