import { chunksOf } from '../../kernel/lists.js';
import type { Database } from '../../platform/database/database.js';

type Value = string | number | null;
/** One row by its column names; each row of a list has the same columns. */
export type Row = Readonly<Record<string, Value>>;

/** Enough for few round trips, within what a statement may hold on both engines. */
const MOST_PARAMETERS = 6000;

/** Inserts many rows in few statements. */
export async function insertRows(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const line = `(${columns.map(() => '?').join(', ')})`;
  for (const slice of chunksOf(rows, Math.floor(MOST_PARAMETERS / Math.max(columns.length, 1)))) {
    await database.change(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${slice.map(() => line).join(', ')}`,
      slice.flatMap((row) => columns.map((column) => row[column]!)),
    );
  }
}

/** Gives each row of a collectivité its own values, many rows per statement. */
export async function updateRows(
  database: Database,
  table: string,
  collectiviteId: number,
  rows: readonly { readonly id: number; readonly values: Row }[],
): Promise<void> {
  const columns = Object.keys(rows[0]?.values ?? {});
  for (const slice of chunksOf(rows, 200)) {
    const cases = slice.map(() => 'WHEN ? THEN ?').join(' ');
    const assignments = columns.map((column) => `${column} = CASE id ${cases} ELSE ${column} END`);
    await database.change(
      `UPDATE ${table} SET ${assignments.join(', ')}
       WHERE collectivite_id = ? AND id IN (${slice.map(() => '?').join(', ')})`,
      [
        ...columns.flatMap((column) => slice.flatMap(({ id, values }) => [id, values[column]!])),
        collectiviteId,
        ...slice.map(({ id }) => id),
      ],
    );
  }
}
