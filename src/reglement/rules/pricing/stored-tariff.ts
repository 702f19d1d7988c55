import { quotientNumber } from './quotient-bound.js';
import type { Tariff, TariffRow } from './tariff.js';

/** The first grids that were stored had no form: rows with their three prices, and the rank of the row of an unknown QF. */
export interface FirstGrid {
  readonly rows: readonly TariffRow[];
  readonly missingQuotientRow: number;
}

/** A tariff as its row keeps it, in the words of today. */
export function storedTariff(stored: Tariff | FirstGrid): Tariff {
  if ('type' in stored) return stored;
  const { rows, missingQuotientRow } = stored;
  const named = rows[missingQuotientRow];
  if (!named || missingQuotientRow === rows.length - 1) return { type: 'BRACKETS', rows };
  return {
    type: 'BRACKETS',
    rows: distinct(rows),
    missingQuotient: { row: distinct(rows)[missingQuotientRow]!.label },
  };
}

/** The tariff as a mairie writes it: quotients are numbers of euros again. */
export function tariffJson(tariff: Tariff): Record<string, unknown> {
  return JSON.parse(JSON.stringify(tariff), (key, value: unknown) =>
    (key === 'quotientMin' || key === 'quotientMax') && typeof value === 'number' ? quotientNumber(value) : value,
  ) as Record<string, unknown>;
}

/** First grids could give two rows one name; the name of a row now says which. */
function distinct(rows: readonly TariffRow[]): TariffRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.label) ?? 0) + 1;
    seen.set(row.label, times);
    return times === 1 ? row : { ...row, label: `${row.label} (${times})` };
  });
}
