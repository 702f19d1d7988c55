import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/migrations/index.js';
import { connect } from '../../src/platform/database/data-source.js';
import { newTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await newTestDatabase('migrations');
    dataSource = await connect(database.target, [], [...MIGRATIONS]);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('bring an empty database up to date, and have nothing left to do', async () => {
    await dataSource.runMigrations();
    expect(await dataSource.showMigrations()).toBe(false);
  });
});
