import libsql from 'libsql';
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  DataSource,
  type DataSourceOptions,
  DefaultNamingStrategy,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { DatabaseTarget } from '../config/configuration.js';

// TypeORM's deep modules are CommonJS: required, so that they are the very classes the driver uses.
const { BetterSqlite3QueryRunner } = createRequire(import.meta.url)(
  'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js',
) as typeof import('typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js');

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** Takes the write lock at once, so that two processes on one file wait for each other instead of failing midway. */
class ImmediateRunner extends BetterSqlite3QueryRunner {
  override query(sql: string, parameters?: unknown[], useStructuredResult?: boolean): Promise<never> {
    return super.query(
      sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE TRANSACTION' : sql,
      // The driver takes a lone null for an object of named parameters: given as a list, it is a value.
      (parameters?.length === 1 && parameters[0] === null ? [[null]] : parameters) as never,
      useStructuredResult,
    ) as Promise<never>;
  }
}

/** Connects to the embedded or the server database; the schema is only ever changed by migrations. */
export async function connect(
  target: DatabaseTarget,
  entities: EntityClass[],
  migrations: MigrationClass[],
): Promise<DataSource> {
  const dataSource = new DataSource({
    ...engineOptions(target),
    entities,
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
  } as unknown as DataSourceOptions);
  if (target.engine === 'sqlite') {
    const driver = dataSource.driver as BetterSqlite3Driver;
    let runner: QueryRunner | undefined;
    driver.createQueryRunner = () => (runner ??= new ImmediateRunner(driver));
  }
  return dataSource.initialize();
}

function engineOptions(target: DatabaseTarget): object {
  if (target.engine === 'sqlite') {
    if (target.file !== ':memory:') mkdirSync(dirname(target.file), { recursive: true });
    return {
      type: 'better-sqlite3',
      driver: libsql,
      database: target.file,
      enableWAL: target.file !== ':memory:',
      timeout: 5000,
      statementCacheSize: 1000,
      prepareDatabase: (database: { pragma(text: string): void }) =>
        database.pragma(`synchronous = ${target.durable === false ? 'NORMAL' : 'FULL'}`),
    };
  }
  return {
    type: 'mysql',
    url: target.url,
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: 20,
    connectTimeout: 5000,
    extra: { waitForConnections: true, queueLimit: 2000, enableKeepAlive: true, idleTimeout: 60_000 },
  };
}
