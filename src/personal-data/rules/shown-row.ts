import { Temporal } from '../../kernel/civil-time.js';

/** How columns are told apart from plain text and numbers. */
export interface Shapes {
  /** Kept as 0 or 1. */
  readonly flags?: readonly string[];
  /** Kept as text in JSON. */
  readonly json?: readonly string[];
}

/** A stored row as the copy shows it: fields in camelCase, instants in ISO 8601 where a column `…_at` holds milliseconds. */
export function shownRow(
  row: Readonly<Record<string, unknown>>,
  { flags = [], json = [] }: Shapes,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      return [name, shown(name, value, { flags, json })];
    }),
  );
}

function shown(name: string, value: unknown, { flags, json }: Required<Shapes>): unknown {
  if (value === null || value === undefined) return null;
  if (flags.includes(name)) return Boolean(Number(value));
  if (json.includes(name)) return JSON.parse(value as string) as unknown;
  // The server gives large integers as text.
  const isWhole = typeof value === 'number' || (typeof value === 'string' && /^\d{9,}$/.test(value));
  if (name.endsWith('At') && isWhole) return Temporal.Instant.fromEpochMilliseconds(Number(value)).toString();
  return typeof value === 'bigint' ? Number(value) : value;
}
