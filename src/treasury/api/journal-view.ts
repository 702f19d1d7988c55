import { type JournalLine, partLabel } from '../rules/journal.js';
import { meansName } from '../rules/means-order.js';
import type { JournalDay } from '../rules/journal-totals.js';
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

export function journalDayView({ date, byMeans, ...totals }: JournalDay): JournalDayDto {
  return { on: date, byMeans: [...byMeans], ...totals };
}
