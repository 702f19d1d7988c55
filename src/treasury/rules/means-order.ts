import { MEANS_OF_PAYMENT } from '../../payments/rules/index.js';

/** How a means is called; by its code where the counter does not know it. */
export function meansName(means: string): string {
  return MEANS_OF_PAYMENT.find(({ code }) => code === means)?.label ?? means;
}

/** Its place in reports: the order of the counter, what it does not know last. */
export function meansRank(means: string): number {
  const rank = MEANS_OF_PAYMENT.findIndex(({ code }) => code === means);
  return rank < 0 ? MEANS_OF_PAYMENT.length : rank;
}
