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

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: number | null;
}

/** The whole of a list of which a sum or a state is told: nearly always, one page. */
export async function readAll<Item>(
  read: (query: { readonly limit: number; readonly after?: number }) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { items, next }: Page<Item> = await read({ limit: 200, ...(after > 0 && { after }) });
    all.push(...items);
    after = next;
  }
  return all;
}
