import type { Database } from './database.js';

const ROWS_AT_ONCE = 1000;

/**
 * Every row of a table in the order of ids, a thousand at a time and each time in a read of its own: the service goes on
 * meanwhile, and memory stays flat. `columns` has `id` among them.
 */
export async function* rowsById<Row extends { readonly id: number | string }>(
  database: Database,
  table: string,
  columns: string,
): AsyncGenerator<Row> {
  const next = (after: number) =>
    database.read(() =>
      database.rows<Row>(`SELECT ${columns} FROM ${table} WHERE id > ? ORDER BY id LIMIT ${ROWS_AT_ONCE}`, [after]),
    );
  for (let rows = await next(0); rows.length > 0; rows = await next(Number(rows.at(-1)!.id))) yield* rows;
}
