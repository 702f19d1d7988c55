import type { QueryRunner } from 'typeorm';
import { type Dialect, dialectOf } from './dialect.js';
import {
  type ColumnKind,
  columnSql,
  conditionsOf,
  createTable,
  foreignKeySql,
  nullable,
  type TableRules,
} from './schema.js';

/** What a table gains besides columns. */
export interface Additions extends Omit<TableRules, 'unique'> {
  /** SQL of what rows that exist get, by column, said with the columns they had; needed where a column is not nullable. */
  readonly fill?: Readonly<Record<string, string>>;
}

/**
 * Adds columns to a table that has rows, as strict as if they had been there from the first day. Does nothing where
 * they are there already, so that a migration stopped half-way can be run again.
 *
 * The migration that calls this says `transaction = false`: the server commits each ALTER by itself, and the embedded
 * engine can only rebuild the table, with its foreign keys set aside and then checked, in a transaction of its own.
 */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: Record<string, ColumnKind>,
  additions: Additions = {},
): Promise<void> {
  const engine = dialectOf(runner.dataSource).name;
  const constraints = constraintsOf(table, columns, additions, engine);
  const indexes = (additions.index ?? []).map((keys) => ({
    name: `ix_${table}_${keys.join('_')}`,
    on: keys.join(', '),
  }));
  const fill = additions.fill ?? {};
  if (engine === 'mysql') {
    const parts = [...constraints, ...indexes.map(({ name, on }) => `KEY ${name} (${on})`)];
    await alter(runner, table, { columns, fill, parts });
  } else if (!(await runner.hasColumn(table, Object.keys(columns)[0]!))) {
    const declared = Object.entries(columns).map(([name, kind]) => columnSql(name, kind, engine));
    const created = indexes.map(({ name, on }) => `CREATE INDEX ${name} ON ${table} (${on})`);
    await rebuild(runner, table, { change: (sql) => withParts(sql, declared, constraints), fill, indexes: created });
  }
}

/**
 * Makes a table anew with its rows, for what neither engine can change in place, a CHECK that widens say. No other table
 * may refer to it. Its rows are set aside meanwhile, so that a migration stopped half-way can be run again; `kept` are
 * the columns that they had. The migration that calls this says `transaction = false`.
 */
export async function remakeTable(
  runner: QueryRunner,
  table: string,
  kept: readonly string[],
  [columns, rules]: [columns: Record<string, ColumnKind>, rules: TableRules],
): Promise<void> {
  const [aside, names] = [`${table}_aside`, kept.join(', ')];
  if (!(await runner.hasTable(aside))) await runner.query(`CREATE TABLE ${aside} AS SELECT ${names} FROM ${table}`);
  await runner.query(`DROP TABLE IF EXISTS ${table}`);
  await createTable(runner, table, columns, rules);
  await runner.query(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${aside}`);
  await runner.query(`DROP TABLE ${aside}`);
}

/** Adds an index, unless it is there. Give a name where those of the columns would make too long a one. */
export async function addIndex(
  runner: QueryRunner,
  table: string,
  keys: readonly string[],
  name = `ix_${table}_${keys.join('_')}`,
): Promise<void> {
  const there =
    dialectOf(runner.dataSource).name === 'mysql'
      ? 'SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = ?'
      : "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?";
  if (((await runner.query(there, [name])) as unknown[]).length > 0) return;
  await runner.query(`CREATE INDEX ${name} ON ${table} (${keys.join(', ')})`);
}

/**
 * Gives a column of words another list of them (`oneOf`), longer or shorter: its length and its CHECK change, its rows
 * stay. The migration that calls this says `transaction = false`.
 */
export async function changeWords(
  runner: QueryRunner,
  table: string,
  column: string,
  words: ColumnKind,
): Promise<void> {
  const engine = dialectOf(runner.dataSource).name;
  const [list, ...others] = conditionsOf(column, words, engine);
  if (engine === 'mysql') {
    const rows = (await runner.query(
      `SELECT c.constraint_name AS name FROM information_schema.check_constraints c
       JOIN information_schema.table_constraints t
         ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
       WHERE c.constraint_schema = DATABASE() AND t.table_schema = DATABASE() AND t.table_name = ?
         AND REPLACE(c.check_clause, '(', '') LIKE ?`,
      [table, `\`${column}\` in %`],
    )) as { name: string }[];
    const dropped = rows.map(({ name }) => `DROP CONSTRAINT ${name}, `).join('');
    const name = rows[0]?.name ?? `ck_${table}_${column}`;
    const changed = `MODIFY ${columnSql(column, words, 'mysql')}, ADD CONSTRAINT ${name} CHECK (${list})`;
    await runner.query(`ALTER TABLE ${table} ${dropped}${changed}`);
  } else {
    const length = others.find((condition) => condition.startsWith('length('));
    const change = (sql: string) =>
      changedParts(sql, (parts) =>
        parts.map((part) =>
          part
            .replace(new RegExp(`CHECK \\(${column} IN \\(.*$`), `CHECK (${list})`)
            .replace(new RegExp(`CHECK \\(length\\(${column}\\) <= \\d+\\)$`), `CHECK (${length})`),
        ),
      );
    await rebuild(runner, table, { change });
  }
}

/** Drops columns that nothing else of the table speaks of, besides what they were declared with. */
export async function dropColumns(runner: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  const there: string[] = [];
  for (const column of columns) if (await runner.hasColumn(table, column)) there.push(column);
  if (there.length === 0) return;
  if (dialectOf(runner.dataSource).name === 'mysql')
    await runner.query(`ALTER TABLE ${table} ${there.map((column) => `DROP COLUMN ${column}`).join(', ')}`);
  else await rebuild(runner, table, { change: (sql) => withoutColumns(sql, there), without: there });
}

/** Columns come first, empty; then their values; then what must hold of them: a stop between two leaves no trace. */
async function alter(
  runner: QueryRunner,
  table: string,
  {
    columns,
    fill,
    parts,
  }: { columns: Record<string, ColumnKind>; fill: Readonly<Record<string, string>>; parts: string[] },
): Promise<void> {
  for (const [name, kind] of Object.entries(columns)) {
    if (!(await runner.hasColumn(table, name)))
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${columnSql(name, nullable(kind), 'mysql')}`);
    if (fill[name] !== undefined)
      await runner.query(`UPDATE ${table} SET ${name} = ${fill[name]} WHERE ${name} IS NULL`);
  }
  const exact = Object.entries(columns).map(([name, kind]) => `MODIFY ${columnSql(name, kind, 'mysql')}`);
  const changes = [...exact, ...parts.map((part) => `ADD ${part}`)];
  await runner.query(`ALTER TABLE ${table}\n  ${changes.join(',\n  ')}`);
}

function constraintsOf(
  table: string,
  columns: Record<string, ColumnKind>,
  { checks = [] }: Additions,
  engine: Dialect['name'],
): string[] {
  const entries = Object.entries(columns);
  const conditions = [...entries.flatMap(([name, kind]) => conditionsOf(name, kind, engine)), ...checks];
  return [
    ...entries.flatMap(([name, kind]) => foreignKeySql(`fk_${table}_${name}`, name, kind)),
    ...conditions.map((condition, rank) => `CONSTRAINT ck_${table}_${entries[0]![0]}_${rank} CHECK (${condition})`),
  ];
}

interface Rebuilding {
  readonly change: (sql: string) => string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
  readonly indexes?: readonly string[];
}

/** https://www.sqlite.org/lang_altertable.html#otheralter: the one way to give a table constraints that it lacks. */
async function rebuild(
  runner: QueryRunner,
  table: string,
  { change, fill = {}, without = [], indexes = [] }: Rebuilding,
): Promise<void> {
  const parts = (await runner.query('SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL', [
    table,
  ])) as { type: string; sql: string }[];
  const kept = (await runner.query(`PRAGMA table_info(${table})`)) as { name: string }[];
  const names = kept.map(({ name }) => name).filter((name) => !without.includes(name));
  const rebuilt = change(parts.find(({ type }) => type === 'table')!.sql).replace(table, `${table}_rebuilt`);
  await runner.query('PRAGMA foreign_keys = OFF');
  try {
    await runner.startTransaction();
    await runner.query(rebuilt);
    await runner.query(
      `INSERT INTO ${table}_rebuilt (${[...names, ...Object.keys(fill)].join(', ')})
       SELECT ${[...names, ...Object.values(fill)].join(', ')} FROM ${table}`,
    );
    await runner.query(`DROP TABLE ${table}`);
    await runner.query(`ALTER TABLE ${table}_rebuilt RENAME TO ${table}`);
    for (const { type, sql } of parts) if (type !== 'table') await runner.query(sql);
    for (const sql of indexes) await runner.query(sql);
    const loose = (await runner.query('PRAGMA foreign_key_check')) as unknown[];
    if (loose.length > 0) throw new Error(`${table} cannot be rebuilt: rows point to nothing`);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.query('PRAGMA foreign_keys = ON');
  }
}

/** The statement that created a table, with columns after its last one and constraints at its end. */
function withParts(sql: string, columns: readonly string[], constraints: readonly string[]): string {
  return changedParts(sql, (parts) => {
    const rules = parts.findIndex((part) => /^(UNIQUE|CONSTRAINT)\b/.test(part));
    const at = rules === -1 ? parts.length : rules;
    return [...parts.slice(0, at), ...columns, ...parts.slice(at), ...constraints];
  });
}

function withoutColumns(sql: string, columns: readonly string[]): string {
  const speaksOf = new RegExp(`^(${columns.join('|')}) |^CONSTRAINT .*\\b(${columns.join('|')})\\b`);
  return changedParts(sql, (parts) => parts.filter((part) => !speaksOf.test(part)));
}

/** Statements are kept as `createTable` wrote them: a line for each column and constraint. */
function changedParts(sql: string, change: (parts: readonly string[]) => readonly string[]): string {
  const lines = sql.split('\n');
  const parts = lines.slice(1, -1).map((line) => line.trim().replace(/,$/, ''));
  return `${lines[0]}\n  ${change(parts).join(',\n  ')}\n${lines.at(-1)}`;
}
