import type { QueryRunner } from 'typeorm';
import { type Dialect, dialectOf } from './dialect.js';

/**
 * The words in which migrations describe tables: one description, emitted for both engines, with the embedded
 * one made as strict as the server (STRICT tables, lengths and ranges as CHECKs).
 */
export interface ColumnKind {
  readonly mysql: string;
  readonly sqlite: string;
  /** CHECK added on the embedded engine only; `$` stands for the column. */
  readonly sqliteCheck?: string;
  readonly check?: string;
  readonly nullable: boolean;
  readonly references?: { readonly table: string; readonly withinCollectivite: boolean };
}

export const id = (): ColumnKind => ({
  mysql: 'INT NOT NULL AUTO_INCREMENT PRIMARY KEY',
  sqlite: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  nullable: false,
});
export const int = (check?: string): ColumnKind => ({
  mysql: 'INT',
  sqlite: 'INTEGER',
  sqliteCheck: '$ BETWEEN -2147483648 AND 2147483647',
  nullable: false,
  ...(check ? { check } : {}),
});
export const cents = int;
export const flag = (): ColumnKind => ({
  mysql: 'TINYINT(1)',
  sqlite: 'INTEGER',
  check: '$ IN (0, 1)',
  nullable: false,
});
export const text = (length: number): ColumnKind => ({
  mysql: `VARCHAR(${length})`,
  sqlite: 'TEXT',
  sqliteCheck: `length($) <= ${length}`,
  nullable: false,
});
/** One word of a closed list. */
export const oneOf = (...words: string[]): ColumnKind => ({
  ...text(Math.max(...words.map((word) => word.length))),
  check: `$ IN (${words.map((word) => `'${word}'`).join(', ')})`,
});
export const longText = (): ColumnKind => ({
  mysql: 'MEDIUMTEXT',
  sqlite: 'TEXT',
  sqliteCheck: 'length($) <= 4000000',
  nullable: false,
});
export const day = (): ColumnKind => ({
  mysql: 'VARCHAR(10)',
  sqlite: 'TEXT',
  check: "$ LIKE '____-__-__'",
  nullable: false,
});
export const moment = (): ColumnKind => ({ mysql: 'BIGINT', sqlite: 'INTEGER', nullable: false });
/** A row of a table that does not belong to a collectivité. */
export const refersTo = (table: string): ColumnKind => ({ ...int(), references: { table, withinCollectivite: false } });
/** A row of the same collectivité: the foreign key carries `collectivite_id`, so no row can point into another tenant. */
export const belongsTo = (table: string): ColumnKind => ({ ...int(), references: { table, withinCollectivite: true } });
export const nullable = (kind: ColumnKind): ColumnKind => ({ ...kind, nullable: true });

export interface TableRules {
  readonly unique?: readonly (readonly string[])[];
  readonly index?: readonly (readonly string[])[];
  readonly checks?: readonly string[];
}

/** Creates a table if it is not there yet; a migration stopped half-way can be run again. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Record<string, ColumnKind>,
  rules: TableRules = {},
): Promise<void> {
  const statements =
    dialectOf(runner.dataSource).name === 'mysql'
      ? mysqlTable(name, columns, rules)
      : sqliteTable(name, columns, rules);
  for (const statement of statements) await runner.query(statement);
}

/**
 * Has the engine refuse every UPDATE and DELETE on a table. Where the server keeps a binary log, creating a trigger
 * needs `log_bin_trust_function_creators = 1` (or SUPER) while the migrations run.
 */
export async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  const message = `${table} is append-only`;
  const refusal =
    dialectOf(runner.dataSource).name === 'mysql'
      ? `FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${message}'`
      : `BEGIN SELECT RAISE(ABORT, '${message}'); END`;
  for (const change of ['update', 'delete']) {
    await runner.query(
      `CREATE TRIGGER IF NOT EXISTS ${table}_no_${change} BEFORE ${change.toUpperCase()} ON ${table} ${refusal}`,
    );
  }
}

function mysqlTable(name: string, columns: Record<string, ColumnKind>, rules: TableRules): string[] {
  const parts = Object.entries(columns).map(([column, kind]) => columnSql(column, kind, 'mysql'));
  for (const [index, keys] of uniqueKeys(columns, rules).entries())
    parts.push(`UNIQUE KEY uq_${name}_${index} (${keys.join(', ')})`);
  for (const [index, keys] of (rules.index ?? []).entries()) parts.push(`KEY ix_${name}_${index} (${keys.join(', ')})`);
  parts.push(...foreignKeys(name, columns), ...checks(name, columns, rules, 'mysql'));
  return [
    `CREATE TABLE IF NOT EXISTS ${name} (\n  ${parts.join(',\n  ')}\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
  ];
}

function sqliteTable(name: string, columns: Record<string, ColumnKind>, rules: TableRules): string[] {
  const parts = Object.entries(columns).map(([column, kind]) => columnSql(column, kind, 'sqlite'));
  for (const keys of uniqueKeys(columns, rules)) parts.push(`UNIQUE (${keys.join(', ')})`);
  parts.push(...foreignKeys(name, columns), ...checks(name, columns, rules, 'sqlite'));
  return [
    `CREATE TABLE IF NOT EXISTS ${name} (\n  ${parts.join(',\n  ')}\n) STRICT`,
    ...(rules.index ?? []).map(
      (keys, index) => `CREATE INDEX IF NOT EXISTS ix_${name}_${index} ON ${name} (${keys.join(', ')})`,
    ),
  ];
}

/** A column as the engine declares it. */
export function columnSql(column: string, kind: ColumnKind, engine: Dialect['name']): string {
  const nullability = /PRIMARY KEY/.test(kind.mysql) ? '' : kind.nullable ? ' NULL' : ' NOT NULL';
  return `${column} ${kind[engine]}${nullability}`;
}

/** The foreign key of a column that names another row. */
export function foreignKeySql(constraint: string, column: string, { references }: ColumnKind): string[] {
  if (!references) return [];
  const [from, to] = references.withinCollectivite
    ? [`collectivite_id, ${column}`, 'collectivite_id, id']
    : [column, 'id'];
  return [`CONSTRAINT ${constraint} FOREIGN KEY (${from}) REFERENCES ${references.table} (${to})`];
}

/** What must hold of a column: on both engines, and what the embedded one must be told besides. */
export function conditionsOf(column: string, kind: ColumnKind, engine: Dialect['name']): string[] {
  return [kind.check, engine === 'sqlite' ? kind.sqliteCheck : undefined]
    .filter((check) => check !== undefined)
    .map((check) => check.replaceAll('$', column));
}

/** Every table of a collectivité can be the target of a foreign key that carries the collectivité. */
function uniqueKeys(columns: Record<string, ColumnKind>, rules: TableRules): readonly (readonly string[])[] {
  const scoped = 'collectivite_id' in columns && 'id' in columns ? [['collectivite_id', 'id']] : [];
  return [...scoped, ...(rules.unique ?? [])];
}

function foreignKeys(name: string, columns: Record<string, ColumnKind>): string[] {
  return Object.entries(columns).flatMap(([column, kind], index) => foreignKeySql(`fk_${name}_${index}`, column, kind));
}

function checks(
  name: string,
  columns: Record<string, ColumnKind>,
  rules: TableRules,
  engine: Dialect['name'],
): string[] {
  const conditions = Object.entries(columns).flatMap(([column, kind]) => conditionsOf(column, kind, engine));
  return [...conditions, ...(rules.checks ?? [])].map(
    (condition, index) => `CONSTRAINT ck_${name}_${index} CHECK (${condition})`,
  );
}
