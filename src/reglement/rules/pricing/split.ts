import { type Cents, roundHalfUp } from '../../../kernel/money.js';
import { decimal } from './exact.js';
import type { Split } from './tariff.js';

export interface TwoParts {
  readonly mealCents: Cents;
  readonly careCents: Cents;
}

/**
 * The meal and the care of a total, which they always add up to: a family that pays less than the meal pays no care.
 * Only care gives right to the tax credit for child care (CGI, article 200 quater B): meals are told apart.
 */
export function splitOf(total: Cents, rule: Split): TwoParts {
  const mealCents = 'mealCents' in rule ? Math.min(rule.mealCents, total) : share(total, rule.mealPct);
  return { mealCents, careCents: total - mealCents };
}

function share(total: Cents, pct: string): Cents {
  const { units, decimals } = decimal(pct);
  return roundHalfUp(BigInt(total) * BigInt(units), 10n ** BigInt(decimals + 2));
}
