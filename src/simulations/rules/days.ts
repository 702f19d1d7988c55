/** A set of days of service of one prestation in one month: bit i is the i-th of them. There are at most 31. */
export type Days = number;

export const NO_DAYS: Days = 0;

export function dayAt(index: number): Days {
  return 1 << index;
}

/** How many days a set holds. */
export function dayCount(days: Days): number {
  let rest = days - ((days >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The rank of the first day of a set that is not empty. */
export function firstDay(days: Days): number {
  return 31 - Math.clz32(days & -days);
}

/** Each day of a set by its rank, in order. */
export function* eachDay(days: Days): Generator<number> {
  for (let rest = days; rest !== NO_DAYS; rest &= rest - 1) yield firstDay(rest);
}

/** The days of rank `from` to `to`, both included. */
export function daysBetween(from: number, to: number): Days {
  return to < from ? NO_DAYS : (0xffffffff >>> (31 - to)) & ~((1 << from) - 1) & 0x7fffffff;
}
