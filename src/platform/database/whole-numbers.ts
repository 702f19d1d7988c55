/**
 * A small table of whole numbers, to be joined inside a query: `(SELECT 7 AS id, 1 AS bit UNION ALL SELECT 8, 2)`.
 * At least one row, and no more than three hundred: engines limit the parts of a UNION. Throws RangeError on
 * anything that is not a safe integer, since the values are written out.
 */
export function wholeNumbers(columns: readonly string[], rows: readonly (readonly number[])[]): string {
  if (rows.length === 0 || rows.length > 300) throw new RangeError(`${rows.length} rows in one query`);
  const selects = rows.map((row, rank) => {
    if (row.length !== columns.length) throw new RangeError(`${row.length} values for ${columns.length} columns`);
    for (const value of row) if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    return `SELECT ${row.map((value, index) => (rank === 0 ? `${value} AS ${columns[index]}` : String(value))).join(', ')}`;
  });
  return `(${selects.join(' UNION ALL ')})`;
}
