import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { NOT_IN_A_COPY, SECTIONS } from '../../src/personal-data/index.js';
import { type RunningService, startService } from '../support/application.js';
import { onServer } from '../support/test-database.js';

interface Column {
  readonly name: string;
  readonly nullable: boolean;
  readonly kind: 'integer' | 'text';
  /** Longest text, null where it is long. */
  readonly length: number | null;
}

/** Tables that belong to persons or to the machine, not to a collectivité; each with the reason. */
const UNSCOPED: Record<string, string> = {
  accounts: 'an adult may belong to several collectivités',
  collectivites: 'it is the tenant itself',
  idempotency_records: 'keyed by the digest of its caller',
  login_sessions: 'belongs to an account',
  migrations: 'kept by the database layer',
  outbox_messages: 'carries the collectivité where there is one',
  password_resets: 'belongs to an account',
  refresh_tokens: 'belongs to a login session',
  solved_challenges: 'proof of work by nobody in particular',
  tasks: 'the service itself',
  throttles: 'counts digests of addresses',
};

describe('the schema', () => {
  let service: RunningService;
  let tables: Map<string, Column[]>;

  beforeAll(async () => {
    service = await startService('schema');
    tables = await readTables(service);
  });
  afterAll(() => service.stop());

  it('gives each table its collectivité, or a reason not to', () => {
    const unscoped = [...tables]
      .filter(([, columns]) => !columns.some(({ name, nullable }) => name === 'collectivite_id' && !nullable))
      .map(([name]) => name);
    expect(unscoped.sort()).toEqual(Object.keys(UNSCOPED).sort());
  });

  it('tells in a copy of personal data every table that has a family or an account, or why not', () => {
    const personal = [...tables]
      .filter(([, columns]) =>
        columns.some(({ name }) => ['family_id', 'account_id', 'child_id', 'guardian_id'].includes(name)),
      )
      .map(([name]) => name);
    const told = new Set([...SECTIONS.flatMap((section) => section.tables), ...Object.keys(NOT_IN_A_COPY)]);
    expect(personal.filter((name) => !told.has(name))).toEqual([]);
    expect([...told].filter((name) => !tables.has(name))).toEqual([]);
  });

  it('has an entity for each table, and they agree on every column', () => {
    const metadata = service.app.get(DataSource).entityMetadatas;
    const withEntity = [...tables.keys()].filter((name) => !['migrations', 'number_series'].includes(name));
    expect(metadata.map(({ tableName }) => tableName).sort()).toEqual(withEntity.sort());
    const fromEntities = metadata.map(({ tableName, columns }) => ({
      table: tableName,
      columns: sorted(
        columns.map(({ databaseName, isNullable, type, length }): Column => {
          const kind = type === 'varchar' || type === 'text' ? 'text' : 'integer';
          return { name: databaseName, nullable: isNullable, kind, length: type === 'varchar' ? Number(length) : null };
        }),
      ),
    }));
    const fromMigrations = fromEntities.map(({ table }) => ({ table, columns: sorted(tables.get(table) ?? []) }));
    expect(fromEntities).toEqual(fromMigrations);
  });

  it('ties every …_id to the row it names', async () => {
    const loose = await columnsWithoutForeignKey(service);
    // The outbox must keep a message whatever becomes of its collectivité; a closure that is removed is gone.
    expect(loose).toEqual(
      ['ledger_entries.source_id', 'outbox_messages.collectivite_id', 'sessions.closure_id'].filter((name) =>
        loose.includes(name),
      ),
    );
  });
});

const sorted = (columns: Column[]) => [...columns].sort((a, b) => (a.name < b.name ? -1 : 1));

async function readTables({ database }: RunningService): Promise<Map<string, Column[]>> {
  return database.read(async () => {
    if (onServer) {
      const rows = await database.rows<{ t: string; c: string; nullable: string; type: string; len: number | null }>(
        'SELECT table_name AS t, column_name AS c, is_nullable AS nullable, data_type AS type, character_maximum_length AS len FROM information_schema.columns WHERE table_schema = DATABASE()',
      );
      return grouped(
        rows.map(({ t, c, nullable, type, len }) => [
          t,
          {
            name: c,
            nullable: nullable === 'YES',
            kind: /int$/.test(type) ? 'integer' : 'text',
            length: type === 'varchar' ? Number(len) : null,
          },
        ]),
      );
    }
    const names = await database.rows<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    const found: [string, Column][] = [];
    for (const { name, sql } of names) {
      for (const column of await database.rows<{ name: string; notnull: number; type: string; pk: number }>(
        `PRAGMA table_info(${name})`,
      )) {
        const limit = Number(
          new RegExp(`length\\(${column.name}\\) <= (\\d+)`).exec(sql)?.[1] ??
            (sql.includes(`${column.name} LIKE '____-__-__'`) ? 10 : NaN),
        );
        found.push([
          name,
          {
            name: column.name,
            nullable: column.notnull === 0 && column.pk === 0,
            kind: column.type === 'TEXT' ? 'text' : 'integer',
            length: column.type === 'TEXT' && limit < 100_000 ? limit : null,
          },
        ]);
      }
    }
    return grouped(found);
  });
}

function grouped(columns: [string, Column][]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>();
  for (const [table, column] of columns) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

async function columnsWithoutForeignKey({ database }: RunningService): Promise<string[]> {
  return database.read(async () => {
    const tied = new Set<string>();
    const all: string[] = [];
    if (onServer) {
      const keys = await database.rows<{ t: string; c: string }>(
        'SELECT table_name AS t, column_name AS c FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL',
      );
      keys.forEach(({ t, c }) => tied.add(`${t}.${c}`));
      const columns = await database.rows<{ t: string; c: string }>(
        "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name LIKE '%\\_id'",
      );
      all.push(...columns.map(({ t, c }) => `${t}.${c}`));
    } else {
      const names = await database.rows<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      );
      for (const { name } of names) {
        (await database.rows<{ from: string }>(`PRAGMA foreign_key_list(${name})`)).forEach(({ from }) =>
          tied.add(`${name}.${from}`),
        );
        all.push(
          ...(await database.rows<{ name: string }>(`PRAGMA table_info(${name})`))
            .map((column) => `${name}.${column.name}`)
            .filter((column) => column.endsWith('_id')),
        );
      }
    }
    return all.filter((column) => !tied.has(column)).sort();
  });
}
