import type { DataSource } from 'typeorm';

/**
 * The one place that knows which engine is underneath. Everything the two engines do not say alike is a member
 * here; no other file may ask for the driver's type.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'mysql';
  /** Appended to a SELECT to lock its rows until the end of the unit; nothing where units are serialised. */
  readonly forUpdate: string;
  /** Whether writers run side by side (a pool) or one after the other (a single connection behind a gate). */
  readonly concurrent: boolean;
  isDuplicateKey(error: unknown): boolean;
  isForeignKeyViolation(error: unknown): boolean;
  /** The engine gave up this transaction for no fault of ours; the whole unit may be run again. */
  isRetryable(error: unknown): boolean;
  /** The server cannot be reached, or went away. */
  isUnavailable(error: unknown): boolean;
  /** The server is there and says nothing: frozen, or cut off without a word. */
  isSilent(error: unknown): boolean;
  /** The error of a server that says nothing. */
  silence(): Error;
  /** Breaks off a connection, as the driver gave it. */
  abandon(connection: unknown): void;
  /** INSERT that, when a row with the same unique `keys` exists, applies `update` (a SQL assignment list) to it. */
  upsert(table: string, columns: readonly string[], keys: readonly string[], update: string): string;
}

/** What the driver says of a query that went unanswered for too long. */
const SILENCE = 'PROTOCOL_SEQUENCE_TIMEOUT';

const MYSQL_UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOENT',
  'PROTOCOL_CONNECTION_LOST',
  'POOL_CLOSED',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
  SILENCE,
]);

const mysql: Dialect = {
  name: 'mysql',
  forUpdate: ' FOR UPDATE',
  concurrent: true,
  isDuplicateKey: (error) => codeOf(error) === 'ER_DUP_ENTRY',
  isForeignKeyViolation: (error) => /^ER_(NO_REFERENCED_ROW|ROW_IS_REFERENCED)/.test(codeOf(error)),
  isRetryable: (error) =>
    codeOf(error) === 'ER_LOCK_DEADLOCK' ||
    codeOf(error) === 'ER_LOCK_WAIT_TIMEOUT' ||
    codeOf(error) === 'ER_CHECKREAD',
  isUnavailable: (error) =>
    MYSQL_UNAVAILABLE.has(codeOf(error)) || /closed state|Pool is closed/.test(messageOf(error)),
  isSilent: (error) => codeOf(error) === SILENCE,
  silence: () => Object.assign(new Error('the server says nothing'), { code: SILENCE }),
  abandon: (connection) => (connection as { destroy(): void }).destroy(),
  upsert: (table, columns, _keys, update) => `${insertInto(table, columns)} ON DUPLICATE KEY UPDATE ${update}`,
};

const sqlite: Dialect = {
  name: 'sqlite',
  forUpdate: '',
  concurrent: false,
  isDuplicateKey: (error) => /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error)),
  isForeignKeyViolation: (error) => codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY',
  isRetryable: (error) => codeOf(error).startsWith('SQLITE_BUSY'),
  isUnavailable: (error) => /^SQLITE_(CANTOPEN|IOERR|FULL)/.test(codeOf(error)),
  isSilent: () => false,
  silence: () => new Error('an embedded database always answers'),
  abandon: () => undefined,
  upsert: (table, columns, keys, update) =>
    `${insertInto(table, columns)} ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${update}`,
};

export function dialectOf(dataSource: DataSource): Dialect {
  return dataSource.options.type === 'mysql' ? mysql : sqlite;
}

function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

function codeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
