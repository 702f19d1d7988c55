import type { CollectionFilter } from '../rules/collection-filter.js';
import { journalLines } from '../rules/figures.js';
import { type JournalLine, partLabel } from '../rules/journal.js';
import { meansName } from '../rules/means-order.js';
import type { JournalDay } from '../rules/journal-totals.js';
import { entriesPath } from './collectivite-path.js';
import type { JournalDayDto, JournalLineDto } from './journal.dto.js';

export function journalLineView(line: JournalLine, labels: ReadonlyMap<number, string>): JournalLineDto {
  const { entryId, date, source, familyId, means, cents, parts, paper } = line;
  return {
    ...{ entryId, on: date, kind: source.kind, familyId, means, meansLabel: meansName(means), cents, ...paper },
    parts: parts.map((part) => ({
      prestationId: part.prestationId,
      label: partLabel(part, labels),
      nature: part.imputation?.nature ?? null,
      function: part.imputation?.function ?? null,
      cents: part.cents,
    })),
  };
}

/** A day with the addresses of the entries that make its figures; those of debts make their opposite. */
export function journalDayView(collectiviteId: number, filter: CollectionFilter, day: JournalDay): JournalDayDto {
  const { date, byMeans, cents, cumulatedCents } = day;
  const entries = (more: { readonly means?: string }) => ({
    entries: entriesPath(collectiviteId, journalLines({ ...filter, from: date, to: date }, more).lines),
    cumulatedEntries: entriesPath(collectiviteId, journalLines({ ...filter, to: date }, more).lines),
  });
  return {
    ...{ on: date, cents, cumulatedCents },
    byMeans: byMeans.map((total) => ({ ...total, ...entries({ means: total.means }) })),
    ...entries({}),
  };
}
