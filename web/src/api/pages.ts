/** How many rows are read at a time: a screen or two of a phone. */
export const PAGE_SIZE = 20;

/** What the service wants to be told to read a list on from `after`; zero: from its beginning. */
export function pageFrom(after: number) {
  return { limit: PAGE_SIZE, ...(after > 0 && { after }) };
}

/** How a list that is read by pages goes on. */
export const BY_PAGES = {
  initialPageParam: 0,
  getNextPageParam: ({ next }: { readonly next: number | null }) => next,
};
