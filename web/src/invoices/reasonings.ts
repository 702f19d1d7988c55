import type { Schemas } from '../api/client';

type Line = Schemas['InvoiceLineDto'];
type Group = Schemas['InvoiceGroupDto'];

/** A way to a price, said once for all the days that came to it by the same. */
export interface Reasoning {
  readonly explanation: readonly string[];
  readonly lines: readonly Line[];
}

/** The days of a group of an invoice, by what explains their price: nearly always the same for all. */
export function reasoningsOf(group: Group, lines: readonly Line[]): readonly Reasoning[] {
  const dates = new Set(group.dates);
  const same = lines.filter(
    ({ date, event, cents }) => dates.has(date) && event === group.event && cents === group.unitCents,
  );
  const named = same.filter(({ label }) => label.startsWith(`${group.prestation},`));
  // A prestation that took another name between the day and the invoice still has its days.
  const own = named.length > 0 ? named : same;
  const alike = new Map<string, Line[]>();
  for (const line of own) {
    const key = line.explanation.join('\n');
    alike.set(key, [...(alike.get(key) ?? []), line]);
  }
  return [...alike.values()].map((days) => ({ explanation: days[0]!.explanation, lines: days }));
}
