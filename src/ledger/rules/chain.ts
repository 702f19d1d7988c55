import type { Posting } from './posting.js';

/** An entry as the chain seals it: what was posted, and when (milliseconds since 1970). */
export interface EntryToSeal extends Posting {
  readonly postedAt: number;
}

/**
 * The text whose digest seals an entry: all that it says, its rank in the ledger of its collectivité, and the digest of
 * the entry before it ('' for the first). An entry that is changed, added or taken away later, by whatever hand, no
 * longer has the digest that the next one was sealed with.
 */
export function sealedText(rank: number, before: string, posting: EntryToSeal): string {
  const { collectiviteId, source, date, label, postedAt, entry, openItem } = posting;
  const debt = openItem ? [openItem.invoiceId, openItem.number, openItem.dueOn.toString()] : null;
  const lines = entry.lines.map(({ account, cents, familyId, invoiceId, prestationId }) => [
    account,
    cents,
    familyId ?? null,
    invoiceId ?? null,
    prestationId ?? null,
  ]);
  return JSON.stringify([
    rank,
    before,
    collectiviteId,
    source.kind,
    source.id,
    date.toString(),
    label,
    postedAt,
    debt,
    lines,
  ]);
}
