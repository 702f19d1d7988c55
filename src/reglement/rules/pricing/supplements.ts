import { type Cents, sumCents } from '../../../kernel/money.js';
import { leavesOf } from './leaves.js';
import type { Quote } from './quote.js';
import type { Supplement, Tariff } from './tariff.js';

/** What a child may have beside the service under a quote, in the order of the tariff. */
export function offeredSupplements(quote: Quote): readonly Supplement[] {
  return quote.rules?.supplements ?? [];
}

/** The labels of those that a tariff has, whoever they are for. */
export function supplementLabels(tariff: Tariff): string[] {
  const all = leavesOf(tariff).flatMap(({ options }) => options.supplements ?? []);
  return [...new Set(all.map(({ label }) => label))];
}

/** Whether what is taken with a day (supplements, a meal from home) is asked by a tariff. */
export function asksWhatIsTaken(tariff: Tariff): boolean {
  return leavesOf(tariff).some(({ form, options }) => {
    const ofRows = form.type === 'BRACKETS' && form.rows.some(({ paiCents }) => paiCents !== undefined);
    return ofRows || options.pai !== undefined || (options.supplements ?? []).length > 0;
  });
}

/** Chosen labels as they are kept: in the order of the tariff, each once; and those that it does not have. */
export function chosenSupplements(
  quote: Quote,
  labels: readonly string[],
): { readonly chosen: readonly string[]; readonly unknown: readonly string[] } {
  const offered = offeredSupplements(quote).map(({ label }) => label);
  return {
    chosen: offered.filter((label) => labels.includes(label)),
    unknown: [...new Set(labels)].filter((label) => !offered.includes(label)),
  };
}

/** What chosen supplements add to any price of a day. Throws RangeError on one that the quote does not have. */
export function supplementsCents(quote: Quote, labels: readonly string[]): Cents {
  return sumCents(labels.map((label) => supplementNamed(offeredSupplements(quote), label).cents));
}

export function supplementNamed(offered: readonly Supplement[], label: string): Supplement {
  const supplement = offered.find((one) => one.label === label);
  if (!supplement) throw new RangeError(`the tariff has no supplement « ${label} »`);
  return supplement;
}
