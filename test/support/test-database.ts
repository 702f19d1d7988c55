import { createHash, randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import type { DatabaseTarget } from '../../src/platform/config/configuration.js';

/**
 * A new empty database for one test file: in memory on the embedded engine, or a schema of its own on the server
 * that TEST_DATABASE_URL names. The same suites run on both.
 */
export interface TestDatabase {
  readonly target: DatabaseTarget;
  drop(): Promise<void>;
}

export const onServer = Boolean(process.env['TEST_DATABASE_URL']);

export async function newTestDatabase(name: string): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return { target: { engine: 'sqlite', file: ':memory:' }, drop: () => Promise.resolve() };
  const schema = `ef_${createHash('sha1').update(name).digest('hex').slice(0, 8)}_${randomBytes(4).toString('hex')}`;
  await onAdministration(server, `CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = `/${schema}`;
  return {
    target: { engine: 'mysql', url: url.href },
    drop: () => onAdministration(server, `DROP DATABASE IF EXISTS ${schema}`),
  };
}

async function onAdministration(server: string, statement: string): Promise<void> {
  const url = new URL(server);
  url.pathname = '/';
  const connection = await createConnection(url.href);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
