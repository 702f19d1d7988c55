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

/** A set that is not empty, but for its first day: sets are gone through by these two, a million times over. */
export function withoutFirst(days: Days): Days {
  return days & (days - 1);
}
