import type { Quote } from './quote.js';
import { stepOf } from './steps.js';

/** Whether the family brings the meal and the tariff has a price for that. */
export function isOwnMealPriced({ rules }: Quote): boolean {
  return stepOf(rules?.adjustments ?? [], 'PAI') !== undefined;
}
