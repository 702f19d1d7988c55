import { type Cents, roundHalfUp } from '../../../kernel/money.js';
import { decimal } from './exact.js';
import type { Split } from './tariff.js';

export interface TwoParts {
  /** All that is not care: the meal, and what is asked beside the service. */
  readonly mealCents: Cents;
  readonly careCents: Cents;
}

/** What a total pays for. */
export interface Paid {
  /** The part of the total that is the service itself, meal and care; the rest is asked beside it. */
  readonly serviceCents: Cents;
  /** The family brings the meal: it pays for none. */
  readonly ownMeal: boolean;
}

/**
 * The care in a total and the rest, which always add up to it: a family that pays less than the meal pays no care. Only
 * the care of children gives right to the tax credit (CGI, article 200 quater B), neither meals nor exceptional amounts
 * such as supplements and the penalties for an absence (BOI-IR-RICI-300; réponse ministérielle n° 78406, 13ᵉ
 * législature).
 */
export function splitOf(total: Cents, rule: Split, { serviceCents, ownMeal }: Paid): TwoParts {
  const careCents = serviceCents - (ownMeal ? 0 : mealIn(serviceCents, rule));
  return { mealCents: total - careCents, careCents };
}

/** Whether there is a meal in the price: « mealCents: 0 » says that all of it is care. */
export function hasMeal(rule: Split): boolean {
  return Number('mealCents' in rule ? rule.mealCents : rule.mealPct) !== 0;
}

function mealIn(service: Cents, rule: Split): Cents {
  return 'mealCents' in rule ? Math.min(rule.mealCents, service) : share(service, rule.mealPct);
}

function share(total: Cents, pct: string): Cents {
  const { units, decimals } = decimal(pct);
  return roundHalfUp(BigInt(total) * BigInt(units), 10n ** BigInt(decimals + 2));
}
